// The sample items, and their places in the table and in every index: in DynamoDB's order, attributes by entity.
// Deliberately says of an index what it holds of an item and what it does not: the absent is what people miss.

import type { DynamoValue } from '../analysis/capacity/item.ts';
import { itemSizeOf } from '../analysis/capacity/item.ts';
import { isProjected } from '../analysis/capacity/item-rows.ts';
import { clausesOf } from '../analysis/routes/clauses.ts';
import { collectionsIn, textOfKey } from '../analysis/samples/collect.ts';
import { printValue } from '../analysis/samples/print-value.ts';
import type { SampleItem } from '../analysis/samples/samples.ts';
import type { Design, Entity, Target } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { printClause } from '../syntax/print-clause.ts';
import { listOf } from '../text/words.ts';
import { createPlaces, targetId, targetTitle } from './names.ts';
import type { Column, ItemView, Membership, Outside, TableView, TargetView, Value } from './view/table.ts';

/** Longer texts are not sent to a page; nobody reads them there. */
const longestText = 1_000;

export function valueView(value: DynamoValue): Value {
  const text = printValue(value);
  return { text: text.length > longestText ? `${text.slice(0, longestText)}…` : text, type: value.type };
}

export function tableView({ design, samples }: Snapshot): TableView {
  const columns = columnsOf(design, samples.items);
  const places = createPlaces(design);
  return {
    columns,
    items: samples.items.map((sample) => itemView(design, sample, places(sample.entity) ?? 0, columns)),
    targets: design.targets.map((target) => targetView(design, target, samples.items, columns)),
  };
}

/** Of each entity all attributes that its sample items carry: those declared first, then keys. The type attribute says nothing new. */
function columnsOf(design: Design, items: readonly SampleItem[]): readonly (readonly Column[])[] {
  const carried = new Map<string, Set<string>>();
  for (const { entity, item } of items) {
    const names = carried.get(entity) ?? new Set();
    carried.set(entity, names);
    for (const name of item.keys()) names.add(name);
  }
  const keys = new Set(
    design.targets.flatMap(({ partitionKey, sortKey }) =>
      [...partitionKey, ...sortKey].map(({ name }) => name),
    ),
  );
  const type = design.table?.decl.typeAttribute?.value;
  return [...design.entities.values()].map((entity) => {
    const own = carried.get(entity.name) ?? new Set();
    const names = [...new Set([...entity.attributes.keys(), ...own])].filter(
      (name) => own.has(name) && (name !== type || keys.has(name)),
    );
    const columns = names.map((name) => ({ name, isKey: !entity.attributes.has(name) && keys.has(name) }));
    return [...columns.filter((each) => !each.isKey), ...columns.filter((each) => each.isKey)];
  });
}

function itemView(
  design: Design,
  sample: SampleItem,
  entity: number,
  columns: TableView['columns'],
): ItemView {
  const key = design.table && sample.keys.get(design.table.target);
  return {
    id: `${sample.entity} ${textOfKey([...(key?.partition ?? []), ...(key?.sort ?? [])])}`,
    entity,
    values: (columns[entity] ?? []).map(({ name }) => {
      const value = sample.item.get(name);
      return value ? valueView(value) : null;
    }),
    bytes: itemSizeOf(sample.item),
    span: sample.written ?? design.entities.get(sample.entity)?.decl.nameSpan ?? { start: 0, end: 0 },
  };
}

function targetView(
  design: Design,
  target: Target,
  items: readonly SampleItem[],
  columns: TableView['columns'],
): TargetView {
  const placeOf = new Map(items.map((item, place) => [item, place]));
  return {
    id: targetId(target),
    title: targetTitle(target),
    kind: target.kind,
    span: target.nameSpan,
    partitionKey: target.partitionKey.map(({ name, type }) => ({ name, type })),
    sortKey: target.sortKey.map(({ name, type }) => ({ name, type })),
    projection: projectionText(target),
    holds: columns.map((own) => own.map(({ name }) => isProjected(design, target, name))),
    collections: collectionsIn(target, design.table?.target, items).map((collection) => ({
      partition: collection.partition.map(valueView),
      items: collection.items.map(({ sample }) => placeOf.get(sample) ?? 0),
    })),
    memberships: [...design.entities.values()].map((entity, place) => membershipOf(entity, place, target)),
    outside: outsideOf(design, target, items),
  };
}

function projectionText({ projection }: Target): string {
  if (projection === 'all') return 'all attributes';
  return projection === 'keys-only' || projection.length === 0 ? 'keys only' : projection.join(', ');
}

function membershipOf(entity: Entity, place: number, target: Target): Membership {
  const absence = entity.absences.find((each) => each.target === target);
  if (absence) return { entity: place, kind: 'never', why: `no ${listOf(absence.missing, 'or')}` };
  const layouts = entity.layouts.filter((layout) => layout.target === target);
  const guarded = layouts.filter(({ variant, sparse }) => variant !== undefined || sparse.length > 0);
  if (guarded.length < layouts.length || layouts.length === 0)
    return { entity: place, kind: 'always', why: '' };
  const reasons = guarded.map(({ variant, sparse }) => {
    const when = clausesOf(variant?.when ?? []).map(printClause);
    const has = sparse.length > 0 ? [`it has ${listOf(sparse)}`] : [];
    return listOf([...when, ...has]);
  });
  return { entity: place, kind: 'sometimes', why: `when ${listOf([...new Set(reasons)], 'or')}` };
}

/** Items outside of the target, by entity and by what they lack. */
function outsideOf(design: Design, target: Target, items: readonly SampleItem[]): readonly Outside[] {
  const places = createPlaces(design);
  const keys = [...target.partitionKey, ...target.sortKey].map(({ name }) => name);
  const groups = new Map<
    string,
    { readonly entity: number; readonly missing: readonly string[]; items: number[] }
  >();
  for (const [place, sample] of items.entries()) {
    if (sample.keys.has(target)) continue;
    const missing = keys.filter((name) => !sample.item.has(name));
    const id = JSON.stringify([sample.entity, ...missing]);
    const group = groups.get(id) ?? { entity: places(sample.entity) ?? 0, missing, items: [] };
    groups.set(id, group);
    group.items.push(place);
  }
  return [...groups.values()];
}
