// key/ambiguous: two items of one entity that differ, and have the same primary key all the same.
// Deliberately only what a witness of plain values shows; what needs a separator inside a value, attribute/may-misread tells.

import { tableLayout } from '../../model/layouts.ts';
import { itemText, keySpan, keysText, witnessOf } from '../proof-words.ts';
import { defineRule } from '../rule.ts';

export const ambiguous = defineRule<{ readonly entity: string; readonly attribute: string }>({
  id: 'key/ambiguous',
  title: 'Different items of an entity with the same primary key',
  why: 'Where two values run together in a key, or a value can hold the separator, different values make the same text. The second put then overwrites an item that has nothing to do with it.',
  remedy:
    'Put a separator between the values that neither can hold, or pad numbers to a fixed width: `${seat | pad(3)}`.',
  severity: 'error',
  *check({ proofs }) {
    const told = new Set<string>();
    for (const { entity, attribute, verdict } of proofs.ambiguities) {
      const [one, other] = witnessOf(verdict)?.items ?? [];
      if (verdict.kind !== 'refuted' || one === undefined || other === undefined) continue;
      if (told.has(entity.name)) continue;
      told.add(entity.name);
      yield {
        span: keySpan(entity, tableLayout(entity)),
        message: `Two different items of ${entity.name} can have the same primary key, and the later put overwrites the earlier item: ${itemText(one)} and ${itemText(other)} both have ${keysText(one)}. Put a separator between the values that none of them can hold.`,
        data: { entity: entity.name, attribute: attribute.name },
        related: [{ span: attribute.decl.nameSpan, message: `${attribute.name}, in which they differ` }],
      };
    }
  },
});
