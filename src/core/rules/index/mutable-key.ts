// index/mutable-key: an update that moves the entry of an index to another key.
// Deliberately silent where the key cannot be written at all (that is write/stale-key), and where the change takes items into a sparse index.
import { touchedBy } from '../../analysis/capacity/touched.ts';
import { entryWrites, updateOf } from '../../analysis/capacity/update-units.ts';
import { indexWrites } from '../../analysis/cost/index-writes.ts';
import { staleKeys } from '../../analysis/writes/stale-keys.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { Entity, KeyPart, Layout, Target } from '../../model/design.ts';
import { namesOfParts } from '../../model/layouts.ts';
import { namesIn } from '../../syntax/template.ts';
import type { Span } from '../../text/span.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Problem, type RuleContext } from '../rule.ts';
import { burdenText } from './burden.ts';

interface Data {
  readonly indexes: readonly string[];
  readonly attributes: readonly string[];
}

export const mutableKey = defineRule<Data>({
  id: 'index/mutable-key',
  title: 'An update that moves an entry of an index',
  why: 'The key of an index entry cannot change: DynamoDB deletes the entry and puts another, two writes of the index where any other change is one, or none if the index does not copy what changed (DynamoDB developer guide, global secondary indexes, as of 2023-02).',
  remedy:
    'That is right where queries need this order. Else take the attribute out of the key, round it (`| date(yyyy-MM-dd)`), so that it changes less often, or update it less often.',
  severity: 'information',
  *check(context) {
    for (const use of context.uses.actions) {
      const [entity] = use.entities;
      if (use.action.kind !== 'update' || entity === undefined) continue;
      const held = keysHolding(use, entity);
      if (held.size === 0) continue;
      const stale = new Set(staleKeys(context.design, use, use.before).map(({ target }) => target));
      const update = updateOf(entity, use.action);
      const moved = [...held].filter(
        ([target]) =>
          !stale.has(target) && entryWrites(context.sizes, entity, target, update).change === 'moves',
      );
      if (moved.length > 0) yield problemOf(context, use, entity, new Map(moved));
    }
  },
});

type Keys = ReadonlyMap<Target, readonly KeyPart[]>;

/** Of each index, the parts of its keys that hold what the update changes. */
function keysHolding({ action }: ActionUse, entity: Entity): Keys {
  const { names } = touchedBy(action);
  const found = new Map<Target, KeyPart[]>();
  for (const layout of entity.layouts) {
    const { target, partition, sort } = layout;
    if (target.kind === 'table' || decidesEntry(layout, names)) continue;
    const parts = [...partition, ...sort].filter(
      (part) => names.has(part.key.name) || namesIn(part.template).some((name) => names.has(name)),
    );
    if (parts.length === 0) continue;
    const known = found.get(target);
    if (known) known.push(...parts);
    else found.set(target, parts);
  }
  return found;
}

/** True where the change decides whether an item is in the index at all: entering it is one write. */
const decidesEntry = ({ sparse, variant }: Layout, touched: ReadonlySet<string>): boolean =>
  sparse.some((name) => touched.has(name)) ||
  variant?.when.some(({ clause }) => clause && touched.has(clause.attribute)) === true;

function problemOf(context: RuleContext, use: ActionUse, entity: Entity, moved: Keys): Problem<Data> {
  const { action, pattern } = use;
  const parts = [...moved.values()].flat();
  const keys = [...new Set(parts.map(({ key }) => key.name))];
  const inKeys = new Set(namesOfParts(parts));
  const changed = changesIn(use).filter(({ name }) => inKeys.has(name));
  const attributes = [...new Set(changed.map(({ name }) => name))];
  const indexes = [...moved.keys()].map(({ name }) => name);
  const writes = indexWrites(
    context,
    pattern,
    (resolved, target) => resolved.action === action && moved.has(target),
  );
  const figures = writes === undefined ? '' : burdenText(writes);
  const what = attributes.length === 0 ? keys : attributes;
  const each = indexes.length > 1 ? 'in each of them two writes' : 'two writes';
  return {
    span: changed[0]?.span ?? changesIn(use)[0]?.span ?? pattern.decl.nameSpan,
    message: `${listOf(what)} ${what.length > 1 ? 'are' : 'is'} in the key of ${listOf(indexes)}, where ${pattern.name} deletes an entry and puts another: ${each}${figures === '' ? '' : `, ${figures}`}. Keep what often changes out of index keys unless a query needs its order.`,
    data: { indexes, attributes },
    related: [...moved].map(([target, [part]]) => ({
      span: part?.decl?.scalar.span ?? target.nameSpan,
      message: `${part?.key.name ?? 'the key'} of ${entity.name} in ${target.name}`,
    })),
  };
}

const changesIn = ({ action }: ActionUse): readonly { readonly name: string; readonly span: Span }[] => [
  ...[...action.set, ...action.add, ...action.append].flatMap(({ clause }) =>
    clause ? [{ name: clause.attribute, span: clause.attributeSpan }] : [],
  ),
  ...action.remove.map(({ value, span }) => ({ name: value, span })),
];
