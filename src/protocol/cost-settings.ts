// The settings of prices as cost options, and the texts in which settings and the command line have single ones.
// Deliberately total: what is no such thing is left out, so that a client that sends its defaults changes nothing.
import type { CostOptions, DaxCluster } from '../core/analysis/cost/options.ts';
import { limits } from '../core/facts/limits.ts';
import { daxPriceName, isPriceName, type PriceName } from '../core/facts/prices/price.ts';
import type { ListName, PriceOverrides } from '../core/facts/prices/price-list.ts';
import { parseRate, parseShare } from '../core/syntax/quantity.ts';

/** The price lists by the names that settings and command line have for them. */
export const priceLists: ReadonlyMap<string, ListName> = new Map([
  ['current', 'current'],
  ['before-2024-11', 'before-2024-11-01'],
]);

/** `3 x t3.small`. */
export function parseDax(text: string): DaxCluster | undefined {
  const [, digits, node = ''] = /^\s*(\d+)\s*x\s*(?:dax\.)?(\S+)\s*$/.exec(text) ?? [];
  const nodes = Number(digits);
  return nodes >= 1 && nodes <= limits.daxNodes.value && daxPriceName.test(`dax.${node}`)
    ? { nodes, node }
    : undefined;
}

/** A number of backups: whole, and not less than none. */
export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** US dollars. */
export const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** Empty for what is none. */
export const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Region by price by dollars; what is no price or no amount is left out. Undefined where nothing is left. */
function overridesFrom(value: unknown): PriceOverrides | undefined {
  const regions = Object.entries(recordOf(value)).flatMap(([region, prices]) => {
    const own = Object.entries(recordOf(prices)).filter(
      (entry): entry is [PriceName, number] => isPriceName(entry[0]) && isAmount(entry[1]),
    );
    return own.length === 0 ? [] : [[region, Object.fromEntries(own)] as const];
  });
  return regions.length === 0 ? undefined : Object.fromEntries(regions);
}

function pricesFrom({ list, overrides, estimates }: Record<string, unknown>): CostOptions['prices'] {
  const name = priceLists.get(String(list));
  const isOld = name !== undefined && name !== 'current';
  const own = overridesFrom(overrides);
  return isOld || own || estimates === true
    ? {
        ...(isOld && { list: name }),
        ...(own && { overrides: own }),
        ...(estimates === true && { estimates }),
      }
    : undefined;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Reads the section `prices`. */
export function costFrom(section: unknown): CostOptions {
  const settings = recordOf(section);
  const { freeTier, gigabyte, backups } = settings;
  const prices = pricesFrom(settings);
  const region = textOf(settings.region);
  const streamPolls = parseRate(textOf(settings.streamPolls));
  const cacheHits = parseShare(textOf(settings.cacheHits));
  const dax = parseDax(textOf(settings.dax));
  return {
    ...(prices && { prices }),
    ...(region !== '' && { region }),
    ...(freeTier === true && { freeTier }),
    ...(gigabyte === 'decimal' && { gigabyte }),
    ...(isCount(backups) && backups > 0 && { backups }),
    ...(streamPolls !== undefined && { streamPolls }),
    ...(cacheHits !== undefined && { cacheHits }),
    ...(dax && { dax }),
  };
}
