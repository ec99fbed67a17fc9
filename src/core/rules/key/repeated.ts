// key/repeated: one attribute twice in the key of the table or an index.
// Deliberately only within one key: the same attribute in two indexes is common, and good.
import type { Spanned } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

export const repeated = defineRule<{ readonly attribute: string }>({
  id: 'key/repeated',
  title: 'An attribute twice in one key',
  why: 'CreateTable refuses a key that names an attribute twice. A sort key that equals the partition key would sort nothing.',
  remedy: 'Name another attribute, or leave the second out.',
  severity: 'error',
  *check({ model }) {
    const { table } = model;
    const keys: readonly (readonly [string, readonly Spanned<string>[]])[] = [
      [
        'the table',
        [table?.partitionKey, table?.sortKey].flatMap((key) =>
          key ? [{ value: key.name, span: key.span }] : [],
        ),
      ],
      ...model.indexes.map(
        (index) =>
          [
            index.name,
            [...index.partitionKey, ...index.sortKey].map((key) => ({ value: key.name, span: key.span })),
          ] as const,
      ),
    ];
    for (const [holder, names] of keys) {
      for (const [i, { value, span }] of names.entries()) {
        const first = names.slice(0, i).find((other) => other.value === value);
        if (first === undefined) continue;
        yield {
          span,
          message: `${value} is in the key of ${holder} already. Name another attribute, or leave it out.`,
          data: { attribute: value },
          related: [{ span: first.span, message: 'the first time' }],
        };
      }
    }
  },
});
