// name/unknown-index: a pattern or an entity's keys name an index that is not declared.
// Deliberately also finds a group of keys that stands under a name which is neither an index nor a key.
import { nearest } from '../../model/suggest.ts';
import { didYouMean } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { renameTo } from '../support.ts';

export const unknownIndex = defineRule<{ readonly name: string; readonly nearest: string | undefined }>({
  id: 'name/unknown-index',
  title: 'An index that is not declared',
  why: 'A query on an index that does not exist fails; keys for it are written and never used.',
  remedy: 'Correct the name, or declare the index under `indexes`.',
  severity: 'error',
  *check({ design, uses }) {
    const names = design.model.indexes.map((index) => index.name);
    const named = [
      ...uses.actions.flatMap((use) => use.action.index ?? []),
      ...design.model.entities.flatMap((entity) =>
        entity.conditionalKeys.map((keys) => ({ value: keys.name, span: keys.nameSpan })),
      ),
    ];
    for (const { value: name, span } of named) {
      if (names.includes(name)) continue;
      const target = design.targets.find(({ kind, partitionKey, sortKey }) =>
        [...partitionKey, ...sortKey].some((key) => key.name === name && kind !== 'table'),
      );
      const near = target === undefined ? nearest(name, names) : undefined;
      const hint =
        target === undefined
          ? didYouMean(near) || ' Declare it under indexes.'
          : ` It is a key of ${target.name}, and keys that depend on a condition stand under the name of their index: ${target.name}: { when: …, ${name}: … }.`;
      yield { span, message: `There is no index ${name}.${hint}`, data: { name, nearest: near } };
    }
  },
  fixes: ({ span, data }) => renameTo(span, data.nearest),
});
