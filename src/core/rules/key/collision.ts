// key/collision: an item of one entity and an item of another that have the same primary key.
// Deliberately only what a witness of plain values shows; what needs a separator inside a value, attribute/may-misread tells.

import { tableLayout } from '../../model/layouts.ts';
import { insertEntry } from '../../syntax/edit-yaml.ts';
import { itemText, keySpan, keysText, witnessOf } from '../proof-words.ts';
import { defineRule } from '../rule.ts';

export const collision = defineRule<{ readonly entities: readonly [string, string] }>({
  id: 'key/collision',
  title: 'Two entities whose items can have the same primary key',
  why: 'A table holds one item for each primary key. The second put overwrites the first without an error, and what was there is gone. Only primary keys collide: an index holds any number of items with the same key (DynamoDB developer guide, core components, as of 2026).',
  remedy:
    'Begin the keys of each entity with a text of its own, such as `USER#` and `ORG#`. If the two share their keys on purpose, so that a name can be taken only once, write `sharesKeysWith` on one of them.',
  severity: 'error',
  *check({ proofs }) {
    for (const { entities, verdict } of proofs.collisions) {
      const [first, second] = entities;
      const [one, other] = witnessOf(verdict)?.items ?? [];
      if (verdict.kind !== 'refuted' || one === undefined || other === undefined) continue;
      const at = keySpan(first, tableLayout(first));
      yield {
        span: keySpan(second, tableLayout(second)),
        message: `${second.name} and ${first.name} can have the same primary key, and the later put overwrites the earlier item: ${itemText(other)} and ${itemText(one)} both have ${keysText(other)}. Begin the keys with a text of their own, or write sharesKeysWith: ${first.name} if that is meant.`,
        data: { entities: [first.name, second.name] },
        related: [{ span: at, message: `The key of ${first.name}` }],
      };
    }
  },
  fixes({ data: { entities } }, { design, text }) {
    const [first, second] = entities;
    const node = design.entities.get(second)?.decl.node;
    if (node === undefined || (design.entities.get(second)?.decl.sharesKeysWith.length ?? 0) > 0) return [];
    const edits = insertEntry(text, node, 'sharesKeysWith', first);
    return [{ title: `They share their keys on purpose: write sharesKeysWith: ${first}`, edits }];
  },
});
