// The items that lie on the engine, as the model has them: found by primary key, printed for people.
// Deliberately what was written, never what was read: it is what answers are compared with.
import { canonicalValue } from '../core/analysis/capacity/canonical.ts';
import type { DynamoItem, DynamoValue } from '../core/analysis/capacity/item.ts';
import { type Assembled, assembleValues, type Frame, frameOf } from '../core/analysis/samples/assemble.ts';
import type { SampleOptions } from '../core/analysis/samples/family.ts';
import { printValue } from '../core/analysis/samples/print-value.ts';
import { type Samples, samplesOf } from '../core/analysis/samples/samples.ts';
import type { Design, Entity, Target } from '../core/model/design.ts';
import type { Snapshot } from '../core/snapshot.ts';

/** An item with its attributes, its keys and the entity it is of. */
export interface Stored extends Assembled {
  readonly entity: string;
}

export interface World {
  readonly snapshot: Snapshot;
  readonly design: Design;
  readonly table: Target;
  readonly frame: Frame;
  readonly items: readonly Stored[];
  /** The primary key as a text, of an item or of an entry of an index. */
  readonly keyText: (item: DynamoItem) => string;
  /** What was written under the primary key of an item or entry. */
  readonly find: (entry: DynamoItem) => Stored | undefined;
}

export function worldOf(snapshot: Snapshot, table: Target, items: readonly Stored[]): World {
  const { design } = snapshot;
  const names = [...table.partitionKey, ...table.sortKey].map((key) => key.name);
  const keyText = (item: DynamoItem): string =>
    names
      .map((name) => {
        const value = item.get(name);
        return value === undefined ? '' : canonicalValue(value);
      })
      .join(' ');
  const byKey = new Map(items.map((stored) => [keyText(stored.item), stored]));
  return {
    snapshot,
    design,
    table,
    frame: frameOf(design),
    items: [...byKey.values()],
    keyText,
    find: (entry) => byKey.get(keyText(entry)),
  };
}

/** An item of the entity with these values and no others. */
export function storedOf({ frame }: World, entity: Entity, values: ReadonlyMap<string, DynamoValue>): Stored {
  return { ...assembleValues(entity, values, frame), entity: entity.name };
}

/** Enough for ranges, limits and several item collections; few enough to be written in a second. */
export const plainSamples: SampleOptions = {
  scale: { items: 16, children: 6, values: 4, roots: 4 },
  hostile: false,
  beside: true,
};
export const hostileSamples: SampleOptions = {
  scale: { items: 24, children: 8, values: 8, roots: 8 },
  hostile: true,
  beside: true,
};

export const samplesFor = (design: Design, hostile: boolean): Samples =>
  samplesOf(design, hostile ? hostileSamples : plainSamples);

/** `Order`, then `PK=CUSTOMER#ann`, `SK=#ORDER#1` and `total=24.9` on lines of their own, so that two can be compared. */
export function itemText(world: World, item: DynamoItem, entity: string | undefined): string {
  const keys = [...world.table.partitionKey, ...world.table.sortKey].map((key) => key.name);
  const first = keys.filter((name) => item.has(name));
  const rest = [...item.keys()].filter((name) => !keys.includes(name)).sort();
  const values = [...first, ...rest].map((name) => {
    const value = item.get(name);
    return `${shortened(name)}=${value === undefined ? '' : shortened(printValue(value))}`;
  });
  return [entity ?? '(unknown)', ...values].join('\n  ');
}

const longest = 80;

const shortened = (text: string): string => {
  const signs = [...text.replaceAll('\n', '\\n')];
  return signs.length > longest
    ? `${signs.slice(0, longest).join('')}… (${signs.length} signs)`
    : signs.join('');
};

export const storedText = (world: World, { item, entity }: Stored): string => itemText(world, item, entity);

export const itemsOf = (world: World, entities: readonly Entity[]): readonly Stored[] =>
  world.items.filter((stored) => entities.some((entity) => entity.name === stored.entity));
