// key/unknown-key: a line under `keys`, or in a pattern's `key`, that is no key attribute of the table or an index.
// Deliberately an error: what is meant as a key and is none leaves the item out of its index.
import { nearest } from '../../model/suggest.ts';
import type { Span } from '../../text/span.ts';
import { didYouMean, listOf } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { renameTo } from '../support.ts';

export const unknownKey = defineRule<{ readonly name: string; readonly nearest: string | undefined }>({
  id: 'key/unknown-key',
  title: 'A key that neither the table nor an index has',
  why: 'Only the key attributes of the table and its indexes decide where an item lies. A misspelt one is stored as an ordinary attribute, and the item is missing from the index.',
  remedy: 'Correct the name, or declare the key on the table or an index.',
  severity: 'error',
  *check({ design, uses }) {
    if (design.table === undefined) return;
    const known = uses.keyNames;
    const written: readonly { readonly name: string; readonly nameSpan: Span }[] = [
      ...design.model.entities.flatMap((entity) => [
        ...entity.keys,
        ...entity.conditionalKeys.flatMap((keys) => keys.variants.flatMap((variant) => variant.keys)),
      ]),
      ...uses.actions.flatMap((use) => use.action.key ?? []),
    ];
    for (const { name, nameSpan } of written) {
      if (known.has(name)) continue;
      const near = nearest(name, known);
      yield {
        span: nameSpan,
        message: `${name} is no key of the table or an index.${didYouMean(near) || ` The keys are ${listOf([...known])}.`}`,
        data: { name, nearest: near },
      };
    }
  },
  fixes: ({ span, data }) => renameTo(span, data.nearest),
});
