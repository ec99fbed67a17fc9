// write/overwrites: a put that does not say whether its item may be there already.
// Deliberately silent where the key is new with every item, where a second put says the same again, and in batches, which take no condition.

import { primaryKeyOf } from '../../analysis/writes/primary-key.ts';
import { insertEntry } from '../../syntax/edit-yaml.ts';
import { entryOf } from '../../syntax/tree.ts';
import { listOf } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { refOf, type UseRef, useOf } from '../support.ts';
import { isBareRelation, isNewByKey } from './fresh.ts';

interface Data {
  readonly use: UseRef;
}

export const overwrites = defineRule<Data>({
  id: 'write/overwrites',
  title: 'A put that may replace an item',
  why: 'PutItem replaces the whole item that has the same key, and says nothing: two customers who choose one user name, or a request that is sent twice, and what was there is gone (PutItem, DynamoDB API reference, as of 2026-10). A put is taken as new here unless it says what it replaces.',
  remedy:
    'Write `condition: not-exists` where the item must be new, or `replaces: 100%` where it is meant to replace the one before.',
  severity: 'information',
  *check({ design, uses }) {
    for (const use of uses.actions) {
      const [entity] = use.entities;
      const { action, pattern } = use;
      if (action.kind !== 'put' || entity === undefined || pattern.kind === 'batchWrite') continue;
      if (action.condition.length > 0 || action.replaces !== undefined) continue;
      const primary = primaryKeyOf(design, entity);
      const names = [...(primary?.attributes.keys() ?? [])];
      // An item without anything in its key is one for all time.
      if (names.length === 0) continue;
      if (isNewByKey(use, entity, names) || isBareRelation(entity, names)) continue;
      const own = entity.decl.identity?.map(({ value }) => value) ?? names;
      yield {
        span: action.entities[0]?.span ?? pattern.decl.nameSpan,
        message: `${pattern.name} replaces the ${entity.name} that has this ${listOf(own)} already, if there is one, and nobody is told. Write condition: not-exists if it must be new, or replaces: 100% if replacing is meant.`,
        data: { use: refOf(use) },
      };
    }
  },
  fixes({ data }, { text, design }) {
    const { node, kind } = useOf(design, data.use)?.action ?? {};
    if (node === undefined || kind === undefined || entryOf(node, kind) === undefined) return [];
    return [
      {
        title: 'Write condition: not-exists (it must be new)',
        edits: insertEntry(text, node, 'condition', 'not-exists'),
      },
      {
        title: 'Write replaces: 100% (it replaces the item before)',
        edits: insertEntry(text, node, 'replaces', '100%'),
      },
    ];
  },
});
