// Item collections as traffic meets them: the layouts that share partition key values, and how many values there are.
// Deliberately by the origins of attributes: two templates that read alike from the same origins are one collection.
import type { Design, Entity, Layout, Target } from '../../../model/design.ts';
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

export const placeholdersOf = (parts: Layout['partition']): readonly Placeholder[] =>
  parts.flatMap(({ template }) =>
    template.parts.flatMap((part) => (part.kind === 'placeholder' ? [part] : [])),
  );

const printCalls = (calls: readonly FunctionCall[]): string =>
  calls.map(({ name, args }) => ` | ${name}${args.length > 0 ? `(${args.join(', ')})` : ''}`).join('');

function print(layout: Layout, name: (placeholder: Placeholder) => string): string {
  return layout.partition
    .map(({ template }) =>
      template.parts
        .map((part) =>
          part.kind === 'literal' ? part.text : `\${${name(part)}${printCalls(part.functions)}}`,
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

/** The values that these placeholders of a partition key take together. `given` have one value each, or as many as it says. */
export function valuesOf(
  counts: Counts,
  entity: Entity,
  placeholders: readonly Placeholder[],
  given: ReadonlyMap<string, number> = new Map(),
): Quantity {
  const open = placeholders.filter(({ name }) => !given.has(name));
  const plain = open.filter(({ functions }) => losses(functions).length === 0).map(({ name }) => name);
  const lossy = open.flatMap(({ name, functions }) => {
    const attribute = entity.attributes.get(name);
    const calls = losses(functions);
    return attribute && calls.length > 0 ? [counts.distinctBehind(attribute, calls)] : [];
  });
  const fixed = placeholders.flatMap(({ name }) => given.get(name) ?? []);
  return product([
    counts.distinct(entity, [...new Set(plain)]),
    ...lossy,
    exact(fixed.reduce((all, each) => all * each, 1)),
  ]);
}

/** How many physical keys one logical key is spread over: the product of its `shard(n)`. */
export const shardsIn = (layout: Layout): number =>
  placeholdersOf(layout.partition).reduce((all, { functions }) => all * (shardsOf(functions) ?? 1), 1);

/** True if new items always have larger, or always smaller sort keys than older ones of the same collection. */
export function risesWithTime(layout: Layout, entity: Entity): boolean {
  const inPartition = new Set(placeholdersOf(layout.partition).map(({ name }) => name));
  const first = placeholdersOf(layout.sort).find(({ name }) => !inPartition.has(name));
  const format = first && entity.attributes.get(first.name)?.format;
  return format?.risesWithTime === true && orderOf(first?.functions ?? []) !== 'loses';
}

/** True where a partition key value holds one item of the layout at most: the sort key adds nothing to it. */
export function isSingle(layout: Layout): boolean {
  const inPartition = new Set(placeholdersOf(layout.partition).map(({ name }) => name));
  const isPlain = placeholdersOf(layout.partition).every(({ functions }) => losses(functions).length === 0);
  return (
    layout.target.kind === 'table' &&
    isPlain &&
    placeholdersOf(layout.sort).every(({ name }) => inPartition.has(name))
  );
}
