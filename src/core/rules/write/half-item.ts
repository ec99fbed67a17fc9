// write/half-item: an update that makes an item of a few attributes where there was none.
// Deliberately silent where the update writes all that an item must have, or where the caller has read the item before.
import { clausesOf } from '../../analysis/routes/clauses.ts';
import { demandsItem, demandsNoItem, knowsItem } from '../../analysis/writes/existence.ts';
import { type PrimaryKey, primaryKeyOf } from '../../analysis/writes/primary-key.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { Entity } from '../../model/design.ts';
import { listSome } from '../../text/words.ts';
import { listEdits, sourcesOf } from '../pattern/clause-edits.ts';
import { defineRule } from '../rule.ts';
import { refOf, type UseRef, useOf } from '../support.ts';

interface Data {
  readonly use: UseRef;
  readonly missing: readonly string[];
}

export const halfItem = defineRule<Data>({
  id: 'write/half-item',
  title: 'An update that makes an item where there is none',
  why: 'UpdateItem creates the item if its key does not exist. Such an item has the attributes that the update sets, its key, and nothing else: no index key, none of the attributes that readers expect (UpdateItem, DynamoDB API reference, as of 2026-10).',
  remedy:
    'Write `condition: exists`, so that the update fails where there is no item. If it is meant to create one, let it set all attributes, or silence this with the reason.',
  severity: 'information',
  *check({ design, uses }) {
    for (const use of uses.actions) {
      const [entity] = use.entities;
      const { action } = use;
      if (action.kind !== 'update' || entity === undefined) continue;
      if (demandsItem(action) || demandsNoItem(action) || knowsItem(action)) continue;
      if (use.before.some(({ entities }) => entities.includes(entity))) continue;
      const primary = primaryKeyOf(design, entity);
      const missing = primary && missingOf(entity, primary, use);
      if (missing === undefined || missing.length === 0) continue;
      yield {
        span: action.entities[0]?.span ?? use.pattern.decl.nameSpan,
        message: `If no ${entity.name} has this key, ${use.pattern.name} makes one that lacks ${listSome(missing)}. Write condition: exists, unless it is meant to make one.`,
        data: { use: refOf(use), missing },
        related: [{ span: entity.decl.nameSpan, message: `what every ${entity.name} has` }],
      };
    }
  },
  fixes({ data }, { text, design }) {
    const use = useOf(design, data.use);
    if (use === undefined) return [];
    const condition = ['exists', ...sourcesOf(use.action.condition)];
    const edits = listEdits(text, use.action, 'condition', condition);
    return edits.length === 0 ? [] : [{ title: 'Write condition: exists', edits, preferred: true }];
  },
});

/** What every item has and the update does not write; what is in the primary key is there in it. */
function missingOf(entity: Entity, primary: PrimaryKey, { action }: ActionUse): readonly string[] {
  const written = new Set(
    clausesOf([...action.set, ...action.add, ...action.append]).map(({ attribute }) => attribute),
  );
  return [...entity.attributes.values()]
    .filter(({ name, decl }) => !decl.optional && decl.stored && !written.has(name))
    .map(({ name }) => name)
    .filter((name) => !primary.keys.includes(name) && !primary.attributes.has(name));
}
