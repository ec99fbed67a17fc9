// key/no-entity: an index in which no entity lies, for want of a key attribute.
// Deliberately names what each near entity lacks, so that the missing line is plain.

import type { Design } from '../../model/design.ts';
import { listOf } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { ownersOf } from './incomplete.ts';

export const noEntity = defineRule<{ readonly index: string; readonly keys: readonly string[] }>({
  id: 'key/no-entity',
  title: 'An index key that no entity provides',
  why: 'An item is in an index if, and only if, it carries every key attribute of it. An index that no entity can enter stays empty, and every query on it returns nothing.',
  remedy: 'Write the key on the entities that belong in the index, correct its name, or remove the index.',
  severity: 'warning',
  *check({ design, uses }) {
    const entities = [...design.entities.values()];
    if (entities.length === 0) return;
    const misspelt = uses.misspeltKeys;
    const owners = ownersOf(design);
    /** Where an entity writes a part, key/incomplete asks for the rest. */
    const begun = new Set(entities.flatMap(({ decl }) => decl.keys.map(({ name }) => owners.get(name))));
    for (const target of design.targets) {
      if (target.kind === 'table' || begun.has(target)) continue;
      if (entities.some((entity) => entity.layouts.some((layout) => layout.target === target))) continue;
      const absences = entities.flatMap((entity) =>
        entity.absences.filter((absence) => absence.target === target),
      );
      const keys = [...target.partitionKey, ...target.sortKey];
      const lacking = keys.filter((key) => absences.every((absence) => absence.missing.includes(key.name)));
      const key = lacking[0] ?? keys[0];
      // key/local-index speaks of the partition key that is not the table’s.
      if (
        target.kind === 'local' &&
        lacking.some(
          ({ name }) => !isOfTable(design, name) && target.partitionKey.some((each) => each.name === name),
        )
      )
        continue;
      if (key === undefined || keys.some((each) => misspelt.has(each.name))) continue;
      const names = lacking.length > 0 ? lacking.map((each) => each.name) : keys.map((each) => each.name);
      const message =
        lacking.length > 0
          ? `No entity provides ${listOf(names, 'or')}, so ${target.name} stays empty. Write it under the keys of the entities that belong in the index.`
          : `No entity provides all of ${listOf(names)}, so ${target.name} stays empty. Write those that are missing under keys.`;
      yield { span: key.span, message, data: { index: target.name, keys: names } };
    }
  },
});

const isOfTable = ({ table }: Design, name: string): boolean =>
  table?.target.partitionKey.some((key) => key.name === name) ?? false;
