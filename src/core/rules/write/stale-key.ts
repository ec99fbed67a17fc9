// write/stale-key: an update after which an index key no longer agrees with the attributes that it is made of.
// Deliberately about keys made by templates; pattern/changes-primary-key looks at the table's own.

import { targetName } from '../../analysis/routes/explain.ts';
import { type StaleKeys, staleKeys } from '../../analysis/writes/stale-keys.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { Entity } from '../../model/design.ts';
import { printClause } from '../../syntax/print-clause.ts';
import { namesIn } from '../../syntax/template.ts';
import type { Span } from '../../text/span.ts';
import { listOf } from '../../text/words.ts';
import { listEdits, listText } from '../pattern/clause-edits.ts';
import { defineRule, type Problem } from '../rule.ts';
import { refOf, type UseRef, useOf } from '../support.ts';
import { keyChange } from './example-key.ts';

interface Data {
  readonly use: UseRef;
  /** What `given` would have to name; none where that would not help. */
  readonly missing: readonly string[];
}

export const staleKey = defineRule<Data>({
  id: 'write/stale-key',
  title: 'An update that leaves an index key as it was',
  why: 'A key made by a template is a copy. DynamoDB does not make it anew when the attributes in it change: whoever updates them must write the key, too, and for that must know all attributes in it. An update knows the primary key, what it sets, and what was read before. A key that is not written anew keeps its item where it was: queries find it by values that it no longer has, and miss it by those that it has.',
  remedy:
    'Name in `given` what the caller has read before (one read more, if it has not read the item anyway), or set the attribute in the same update. Or make the index of plain attributes, such as `partitionKey: [storeId, status]`: those DynamoDB keeps by itself.',
  severity: 'warning',
  *check({ design, uses }) {
    for (const use of uses.actions) {
      const [entity] = use.entities;
      if (use.action.kind !== 'update' || entity === undefined) continue;
      for (const stale of staleKeys(design, use, use.before)) yield problemOf(use, entity, stale);
    }
  },
  fixes({ data: { use: ref, missing } }, { text, design }) {
    const use = useOf(design, ref);
    if (use === undefined || missing.length === 0) return [];
    const given = [...use.action.given.map(({ value }) => value), ...missing];
    const edits = listEdits(text, use.action, 'given', given);
    if (edits.length === 0) return [];
    return [{ title: `Write given: ${listText(missing)}, which the caller must have read before`, edits }];
  },
});

interface Changed {
  readonly name: string;
  readonly span: Span;
}

/** The attributes that the update changes and on which these keys, or the conditions of their index, depend. */
function changedFor({ action }: ActionUse, { keys, target }: StaleKeys, entity: Entity): readonly Changed[] {
  const variants = entity.decl.conditionalKeys.find(({ name }) => name === target.name)?.variants ?? [];
  const names = new Set([
    ...keys.flatMap(({ template }) => namesIn(template)),
    ...variants.flatMap(({ when }) => when.flatMap(({ clause }) => clause?.attribute ?? [])),
  ]);
  const changed = [
    ...[...action.set, ...action.add, ...action.append].flatMap(({ clause }) =>
      clause ? [{ name: clause.attribute, span: clause.attributeSpan }] : [],
    ),
    ...action.remove.map(({ value, span }) => ({ name: value, span })),
  ];
  return changed.filter(({ name }) => names.has(name));
}

function problemOf(use: ActionUse, entity: Entity, stale: StaleKeys): Problem<Data> {
  const { action, pattern } = use;
  const { keys, missing } = stale;
  const changed = changedFor(use, stale, entity);
  const added = new Set([...action.add, ...action.append].map(({ clause }) => clause?.attribute));
  const isAdded = missing.some((name) => added.has(name));
  const isPossible = keys.every(({ isPossibleOnly }) => isPossibleOnly);
  const message = [
    lackOf(use, stale, changed, isAdded),
    consequenceOf(use, entity, stale),
    isAdded
      ? 'Read the item, and set the new value on condition that the old one is still there.'
      : `Write given: ${listText(missing)} if the caller has read it before; if not, that is one read more.`,
  ].join(' ');
  return {
    span: changed[0]?.span ?? pattern.decl.nameSpan,
    message,
    data: { use: refOf(use), missing: isAdded ? [] : missing },
    related: keys.map(({ decl }) => ({ span: decl.scalar.span, message: `${decl.name} of ${entity.name}` })),
    ...(isPossible ? { severity: 'information' as const } : {}),
  };
}

function lackOf(
  { pattern }: ActionUse,
  { keys, missing, target }: StaleKeys,
  changed: readonly Changed[],
  isAdded: boolean,
): string {
  const names = listOf(keys.map(({ decl }) => decl.name));
  const parts = [...new Set(keys.flatMap(({ template }) => namesIn(template)))];
  const made = `${names} of ${targetName(target)} ${keys.length > 1 ? 'are' : 'is'} made of ${listOf(parts)}`;
  if (isAdded)
    return `${made}, and what add makes of ${listOf(missing)} the caller learns too late to write the key.`;
  return `${pattern.name} changes ${listOf(changed.map(({ name }) => name))} without knowing ${listOf(missing)}, and ${made}.`;
}

function consequenceOf({ action }: ActionUse, entity: Entity, { keys, target }: StaleKeys): string {
  const moved = keys.filter(({ isMadeOfIt }) => isMadeOfIt);
  for (const { decl, template } of moved) {
    const change = keyChange(template, entity, action);
    if (change === undefined) continue;
    return `An item with ${decl.name} ${change.before} stays there, where ${change.after} would be right.`;
  }
  if (moved.length > 0) return 'The item stays under its old key.';
  const guards = keys.flatMap(({ when }) => when.map(printClause));
  const condition = guards.length > 0 ? ` with ${listOf([...new Set(guards)])}` : '';
  return `An item${condition} is then missing in ${target.name}, or still lies there under another key.`;
}
