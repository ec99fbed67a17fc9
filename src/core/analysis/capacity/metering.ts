// How DynamoDB rounds bytes to units: per item, or per page of a query or scan.
// Deliberately without consistency and transactions; those are factors on top.
import { limits } from '../../facts/limits.ts';
import { reading, writing } from '../../facts/units.ts';
import { tidy } from './quantity.ts';

const unitsOf = (bytes: number, unitBytes: number, atLeast: number): number =>
  Math.max(atLeast, Math.ceil(tidy(bytes) / unitBytes));

/** Units of 4 KB that a read of so many bytes takes: an item, or a page's sum. Nothing found is one unit. */
export const readUnits = (bytes: number): number =>
  unitsOf(bytes, reading.unitBytes.value, reading.atLeast.value);

/** Units of 1 KB that a write of an item or entry of so many bytes takes. */
export const writeUnits = (bytes: number): number =>
  unitsOf(bytes, writing.unitBytes.value, writing.atLeast.value);

/** What is read: how many pages, and what they come to. */
export interface Pages {
  readonly pages: number;
  readonly units: number;
  readonly items: number;
  readonly bytes: number;
}

/**
 * What a query or scan of so many items of equal size takes, page by page: a page ends with the item that reaches 1 MB,
 * which is included, and each page is rounded up by itself.
 */
export function readPages(items: number, bytes: number, firstPageOnly: boolean): Pages {
  const pageBytes = limits.pageBytes.value;
  if (bytes <= pageBytes || items <= 0) return { pages: 1, units: readUnits(bytes), items, bytes };
  const itemBytes = bytes / items;
  const perPage = Math.ceil(tidy(pageBytes / itemBytes));
  const unitsOfPage = readUnits(perPage * itemBytes);
  if (firstPageOnly) {
    const read = Math.min(items, perPage);
    return { pages: 1, units: readUnits(read * itemBytes), items: read, bytes: read * itemBytes };
  }
  const full = Math.floor(tidy(items / perPage));
  const rest = tidy(items - full * perPage);
  const units = full * unitsOfPage + (rest > 0 ? readUnits(rest * itemBytes) : 0);
  return { pages: full + (rest > 0 ? 1 : 0), units, items, bytes };
}
