// Storage in the months to come, in GB and in money: the items of now with what patterns put and delete.
// Deliberately storage alone: how reads grow with their item collections is a question of which are read.
import type { Target } from '../../model/design.ts';
import { secondsPerMonth } from '../../syntax/quantity.ts';
import type { Analysis } from '../analysis.ts';
import { type Quantity, sum } from '../capacity/quantity.ts';
import { given, multiplied } from '../capacity/step.ts';
import { totalOf } from './charge.ts';
import { itemsLater } from './later.ts';
import type { CostOptions } from './options.ts';
import { createPricing } from './pricing.ts';
import { storageCharges, storedOf } from './storage.ts';

export interface StorageLater {
  /** In one Region. */
  readonly gigabytes: ReadonlyMap<Target, Quantity>;
  /** In all Regions, USD a month. */
  readonly usd: Quantity;
}

/** So many months on; 0 is now. */
export function storageAfter(analysis: Analysis, options: CostOptions, months: number): StorageLater {
  const pricing = createPricing(analysis.design, options);
  const later = itemsLater(analysis, months * secondsPerMonth);
  const all = storedOf(analysis, pricing).map((stored) => {
    const { entity, share, bytes, perGigabyte, gigabytes } = stored;
    const items = given('items', later(entity), 'items');
    const step = multiplied(gigabytes.label, 'GB', [items, ...share, bytes, perGigabyte]);
    return { ...stored, gigabytes: step };
  });
  const targets = [...new Set(all.map(({ target }) => target))];
  return {
    gigabytes: new Map(
      targets.map((target) => [
        target,
        sum(all.filter((each) => each.target === target).map(({ gigabytes }) => gigabytes.value)),
      ]),
    ),
    usd: totalOf(storageCharges(all, pricing)),
  };
}
