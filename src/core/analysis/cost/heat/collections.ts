// Item collections as traffic meets them: the layouts that share partition key values, and how many values there are.
// Deliberately by the origins of attributes: two templates that read alike from the same origins are one collection.

import type { Design, Entity, Layout, Target } from '../../../model/design.ts';
import { placeholdersOfParts } from '../../../model/layouts.ts';
import { printFunctions } from '../../../syntax/print-template.ts';
import type { FunctionCall, Placeholder } from '../../../syntax/template.ts';
import { exact, product, type Quantity } from '../../capacity/quantity.ts';
import type { Counts } from '../../counts/counts.ts';
import { orderOf, shardsOf } from '../../routes/functions.ts';

export interface Collection {
  /** Local indexes lie with the table's items, so they are the table's. */
  readonly target: Target;
  /** The partition key, as the first layout has it: `CUSTOMER#${username}`. */
  readonly partitionKey: string;
  readonly layouts: readonly Layout[];
}

const losing: ReadonlySet<string> = new Set(['date', 'shard', 'hash']);

export const losses = (calls: readonly FunctionCall[]): readonly FunctionCall[] =>
  calls.filter((call) => losing.has(call.name));

function print(layout: Layout, name: (placeholder: Placeholder) => string): string {
  return layout.partition
    .map(({ template }) =>
      template.parts
        .map((part) =>
          part.kind === 'literal' ? part.text : `\${${name(part)}${printFunctions(part.functions)}}`,
        )
        .join(''),
    )
    .join(', ');
}

const byOrigin = (layout: Layout, entity: Entity): string =>
  print(layout, ({ name }) => [...(entity.attributes.get(name)?.origins ?? [name])].toSorted().join('|'));

/** Every collection of the table and the global indexes. */
export function collectionsOf(design: Design): readonly Collection[] {
  const found = new Map<string, { readonly first: Collection; readonly layouts: Layout[] }>();
  for (const entity of design.entities.values()) {
    for (const layout of entity.layouts) {
      const target = layout.target.kind === 'local' ? design.table?.target : layout.target;
      if (target === undefined) continue;
      const key = `${target.kind} ${target.name} ${byOrigin(layout, entity)}`;
      const known = found.get(key);
      if (known) known.layouts.push(layout);
      else {
        const first = { target, partitionKey: print(layout, ({ name }) => name), layouts: [] };
        found.set(key, { first, layouts: [layout] });
      }
    }
  }
  return [...found.values()].map(({ first, layouts }) => ({ ...first, layouts }));
}

/** How many partition key values a layout has; attributes in `fixed` have only so many, whatever else is known of them. */
export type KeyValues = (entity: Entity, layout: Layout, fixed?: ReadonlyMap<string, number>) => Quantity;

/** Answers without `fixed` are kept, since many patterns ask for the same. */
export function createKeyValues(counts: Counts): KeyValues {
  const kept = new Map<Layout, Quantity>();
  return (entity, layout, fixed) => {
    const placeholders = placeholdersOfParts(layout.partition);
    if (fixed && placeholders.some(({ name }) => fixed.has(name))) {
      return countValues(counts, entity, placeholders, fixed);
    }
    const known = kept.get(layout) ?? countValues(counts, entity, placeholders, new Map());
    kept.set(layout, known);
    return known;
  };
}

function countValues(
  counts: Counts,
  entity: Entity,
  placeholders: readonly Placeholder[],
  fixed: ReadonlyMap<string, number>,
): Quantity {
  const open = placeholders.filter(({ name }) => !fixed.has(name));
  const plain = open.filter(({ functions }) => losses(functions).length === 0).map(({ name }) => name);
  const lossy = open.flatMap(({ name, functions }) => {
    const attribute = entity.attributes.get(name);
    const calls = losses(functions);
    return attribute && calls.length > 0 ? [counts.distinctBehind(attribute, calls)] : [];
  });
  const given = [...new Set(placeholders.map(({ name }) => name))].flatMap((name) => fixed.get(name) ?? []);
  return product([
    counts.distinct(entity, [...new Set(plain)]),
    ...lossy,
    exact(given.reduce((all, each) => all * each, 1)),
  ]);
}

/** How many physical keys one logical key is spread over: the product of its `shard(n)`. */
export const shardsIn = (layout: Layout): number =>
  placeholdersOfParts(layout.partition).reduce((all, { functions }) => all * (shardsOf(functions) ?? 1), 1);

/** The attributes that have one value among the items of one key. */
const wholeIn = (parts: Layout['partition']): ReadonlySet<string> =>
  new Set(
    placeholdersOfParts(parts)
      .filter(({ functions }) => losses(functions).length === 0)
      .map(({ name }) => name),
  );

/** True if new items always have larger, or always smaller sort keys than older ones of the same collection. */
export function risesWithTime(layout: Layout, entity: Entity): boolean {
  const inPartition = wholeIn(layout.partition);
  const first = placeholdersOfParts(layout.sort).find(({ name }) => !inPartition.has(name));
  const format = first && entity.attributes.get(first.name)?.format;
  return format?.risesWithTime === true && orderOf(first?.functions ?? []) !== 'loses';
}

/** True where a partition key value holds one item of the layout at most: the sort key adds nothing to it. */
export function isSingle(layout: Layout): boolean {
  const inPartition = wholeIn(layout.partition);
  return (
    layout.target.kind === 'table' &&
    placeholdersOfParts(layout.sort).every(({ name }) => inPartition.has(name))
  );
}
