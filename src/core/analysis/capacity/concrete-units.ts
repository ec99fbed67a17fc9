// What one call uses of items that are there: exactly, by the rules that estimates are made of.
// Deliberately apart from the model's means and shares: this is what an engine must report for the same items.
import { limits } from '../../facts/limits.ts';
import { reading, writing } from '../../facts/units.ts';
import type { Design, Target } from '../../model/design.ts';
import type { PatternKind } from '../../model/model.ts';
import { keyIn } from '../samples/assemble.ts';
import { canonicalItem } from './canonical.ts';
import { type DynamoItem, itemSizeOf } from './item.ts';
import { isProjected } from './item-rows.ts';
import { readUnits, writeUnits } from './metering.ts';

/** What a target keeps of an item: of the table all of it; undefined where the item lacks one of the key attributes. */
export function entryIn(design: Design, target: Target, item: DynamoItem): DynamoItem | undefined {
  if (keyIn(target, (name) => item.get(name)) === undefined) return undefined;
  return new Map([...item].filter(([name]) => isProjected(design, target, name)));
}

/** RCU for each 4 KB. A global index is always read eventually. */
export function readFactor(kind: PatternKind, strong: boolean, target: Target): number {
  if (kind === 'transactGet') return reading.transactional.value;
  return strong && target.kind !== 'global' ? reading.strong.value : reading.eventual.value;
}

/** RCU of reading one item by its key; undefined is an item that is not there. */
export const getUnits = (item: DynamoItem | undefined, factor: number): number =>
  readUnits(item === undefined ? 0 : itemSizeOf(item)) * factor;

/**
 * RCU of a query or scan that reads these entries, in their order. A page ends with the entry that reaches 1 MB, and each
 * page is rounded up by itself.
 */
export function rangeUnits(entries: readonly DynamoItem[], factor: number): number {
  let units = 0;
  let bytes = 0;
  let isOpen = true;
  for (const entry of entries) {
    bytes += itemSizeOf(entry);
    isOpen = bytes < limits.pageBytes.value;
    if (isOpen) continue;
    units += readUnits(bytes);
    bytes = 0;
  }
  return (units + (isOpen ? readUnits(bytes) : 0)) * factor;
}

/** An item before and after a write; undefined is one that is not there. */
export interface Change {
  readonly before: DynamoItem | undefined;
  readonly after: DynamoItem | undefined;
}

const sizeOf = (item: DynamoItem | undefined): number => (item === undefined ? 0 : itemSizeOf(item));

/** WCU on the table: the larger of old and new. */
export const tableWriteUnits = ({ before, after }: Change): number =>
  writeUnits(Math.max(sizeOf(before), sizeOf(after))) * writing.standard.value;

/** WCU on an index, of an entry as it was and as it is: none where nothing that is kept changes. */
export function entryWriteUnits(target: Target, { before, after }: Change): number {
  if (before === undefined && after === undefined) return 0;
  if (before === undefined || after === undefined) return writeUnits(sizeOf(before ?? after));
  if (canonicalItem(before) === canonicalItem(after)) return writing.unchangedEntry.value;
  const keyText = (entry: DynamoItem): string => {
    const keys = [...target.partitionKey, ...target.sortKey].map(({ name }) => name);
    return canonicalItem(new Map([...entry].filter(([name]) => keys.includes(name))));
  };
  return keyText(before) === keyText(after)
    ? writeUnits(Math.max(sizeOf(before), sizeOf(after)))
    : writeUnits(sizeOf(before)) + writeUnits(sizeOf(after));
}

/** WCU by target of one change: the table, and each index that is written. In a transaction the table's count twice. */
export function changeUnits(
  design: Design,
  change: Change,
  isTransaction: boolean,
): ReadonlyMap<Target, number> {
  const units = new Map<Target, number>();
  const factor = isTransaction ? writing.transactional.value : writing.standard.value;
  const onIndexes = isTransaction ? writing.transactionalOnIndexes.value : writing.standard.value;
  const entryOf = (target: Target, item: DynamoItem | undefined) => item && entryIn(design, target, item);
  for (const target of design.targets) {
    if (target.kind === 'table') {
      units.set(target, tableWriteUnits(change) * factor);
      continue;
    }
    const { before, after } = change;
    const own = entryWriteUnits(target, { before: entryOf(target, before), after: entryOf(target, after) });
    if (own > 0) units.set(target, own * onIndexes);
  }
  return units;
}
