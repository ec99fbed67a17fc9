// The settings under `singlet.` that the server reads, with their defaults.
// Deliberately total: null, a missing section or a value of another type gives the default, never an error.
import type { CostOptions } from '../core/analysis/cost/options.ts';
import { isPriceName, type PriceName } from '../core/facts/prices/price.ts';
import type { ListName, PriceOverrides } from '../core/facts/prices/price-list.ts';

/** The section of VS Code's settings that is ours. */
export const settingsSection = 'singlet';

export interface Settings {
  /** Whether models that are not open are checked too. */
  readonly checkWorkspace: boolean;
  /** What costs are computed with; empty where nothing is set. */
  readonly cost: CostOptions;
}

/** The price lists by the names that settings and command line have for them. */
export const priceLists: ReadonlyMap<string, ListName> = new Map([
  ['current', 'current'],
  ['before-2024-11', 'before-2024-11-01'],
]);

/** Reads what a client gives for the section `singlet`. */
export function settingsFrom(section: unknown): Settings {
  const { diagnostics, prices } = recordOf(section);
  const { workspace } = recordOf(diagnostics);
  return { checkWorkspace: workspace !== false && workspace !== 'off', cost: costFrom(recordOf(prices)) };
}

/** What is as it is unless set is left out, so that a client that sends it changes nothing. */
function costFrom({ list, region, overrides, freeTier, gigabyte }: Record<string, unknown>): CostOptions {
  const name = priceLists.get(String(list));
  const isOld = name !== undefined && name !== 'current';
  const own = overridesFrom(overrides);
  return {
    ...((isOld || own) && { prices: { ...(isOld && { list: name }), ...(own && { overrides: own }) } }),
    ...(typeof region === 'string' && region.trim() !== '' && { region: region.trim() }),
    ...(freeTier === true && { freeTier }),
    ...(gigabyte === 'decimal' && { gigabyte }),
  };
}

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

const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
