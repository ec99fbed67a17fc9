// Sample items as a table or an index holds them: item collections, each in DynamoDB's order.
// Deliberately in the order in which the model makes their first item: a partition key has no order of its own.
import type { Target } from '../../model/design.ts';
import type { DynamoValue } from '../capacity/item.ts';
import type { SampleKey } from './assemble.ts';
import { compareLists } from './compare-values.ts';
import { printValue } from './print-value.ts';
import type { SampleItem } from './samples.ts';

/** An item at its place in one table or index. */
export interface PlacedItem {
  readonly sample: SampleItem;
  readonly key: SampleKey;
}

export interface SampleCollection {
  /** One for each attribute of the partition key. */
  readonly partition: readonly DynamoValue[];
  /** By the sort key, and where that is the same by the primary key. */
  readonly items: readonly PlacedItem[];
}

/** A text that two lists of key values share only if they are the same. */
export const textOfKey = (values: readonly DynamoValue[]): string =>
  JSON.stringify(values.map((value) => [value.type, printValue(value)]));

/** @param table whose keys decide between items of one sort key */
export function collectionsIn(
  target: Target,
  table: Target | undefined,
  items: readonly SampleItem[],
): readonly SampleCollection[] {
  const collections = new Map<string, { readonly partition: readonly DynamoValue[]; items: PlacedItem[] }>();
  for (const sample of items) {
    const key = sample.keys.get(target);
    if (key === undefined) continue;
    const id = textOfKey(key.partition);
    const collection = collections.get(id) ?? { partition: key.partition, items: [] };
    collections.set(id, collection);
    collection.items.push({ sample, key });
  }
  return [...collections.values()].map(({ partition, items: own }) => ({
    partition,
    items: own.toSorted(byKey(table, ({ key }) => key.sort)),
  }));
}

/** By the sort key, which `sortOf` gives, and where that is the same by the primary key. */
export function byKey<Item extends { readonly sample: SampleItem }>(
  table: Target | undefined,
  sortOf: (item: Item) => readonly DynamoValue[],
): (a: Item, b: Item) => number {
  return (a, b) => {
    const tieA = table && a.sample.keys.get(table);
    const tieB = table && b.sample.keys.get(table);
    return (
      compareLists(sortOf(a), sortOf(b)) ||
      compareLists(tieA?.partition ?? [], tieB?.partition ?? []) ||
      compareLists(tieA?.sort ?? [], tieB?.sort ?? [])
    );
  };
}
