// One list of prices: the list of a time, with what follows from AWS's rules, estimates if wanted, and overrides.
// Deliberately answers undefined for what has no price; nothing is ever taken from another Region.
import { changedIn2024, pricesBefore2024 } from './before-2024-11.ts';
import type { Price, PriceName } from './price.ts';
import { publishedPrices } from './published.ts';
import { priceSources } from './sources.ts';
import { throughputPrices } from './throughput.ts';

/** The prices of now, or those before on-demand requests were halved. */
export type ListName = 'current' | 'before-2024-11-01';

/** US dollars by Region and price; `*` holds for every Region that does not say otherwise. */
export type PriceOverrides = Readonly<Record<string, Readonly<Partial<Record<PriceName, number>>>>>;

export interface PriceListOptions {
  readonly list?: ListName;
  readonly overrides?: PriceOverrides;
  /** Where no source has a price of requests or storage, estimate it from the Region's provisioned price. */
  readonly estimates?: boolean;
}

export type PriceList = (region: string, name: PriceName) => Price | undefined;

/** The Region to which estimates are tied: it has every price. */
const referenceRegion = 'us-east-1';

type Table = ReadonlyMap<string, ReadonlyMap<PriceName, Price>>;

const merged = (tables: readonly ReadonlyMap<string, readonly (readonly [PriceName, Price])[]>[]): Table => {
  const regions = new Map<string, Map<PriceName, Price>>();
  for (const table of tables) {
    for (const [region, prices] of table) {
      const own = regions.get(region) ?? new Map<PriceName, Price>();
      for (const [name, price] of prices) own.set(name, price);
      regions.set(region, own);
    }
  }
  return regions;
};

const current: Table = merged([throughputPrices, publishedPrices]);

/** Every Region of which some price is known. */
export const pricedRegions: readonly string[] = [...current.keys()].toSorted();

function listed(list: ListName, region: string, name: PriceName): Price | undefined {
  if (list === 'current' || !changedIn2024.has(name)) return current.get(region)?.get(name);
  return pricesBefore2024.get(region)?.find(([each]) => each === name)?.[1];
}

/** Since November 2024 a replicated write costs what a write costs. */
const sameSince2024: ReadonlyMap<PriceName, PriceName> = new Map([
  ['on-demand.replicated-write', 'on-demand.write'],
  ['on-demand-ia.replicated-write', 'on-demand-ia.write'],
  ['provisioned.replicated-write', 'provisioned.write'],
  ['provisioned-ia.replicated-write', 'provisioned-ia.write'],
]);

function asWrites(list: ListName, name: PriceName, priceOf: (name: PriceName) => Price | undefined) {
  const same = list === 'current' ? sameSince2024.get(name) : undefined;
  const write = same && priceOf(same);
  if (write === undefined) return undefined;
  const price: Price = {
    value: write.value,
    source: write.source === priceSources.setting ? write.source : priceSources.priceCut,
    confidence: write.confidence === 'high' ? 'medium' : write.confidence,
    note: 'the price of writes: since then replicated ones cost the same',
  };
  return price;
}

/** What an estimate is in proportion to. In the six Regions where it could be checked it was 0.3 % off at most. */
const proportionalTo: ReadonlyMap<PriceName, PriceName> = new Map([
  ['on-demand.write', 'provisioned.write'],
  ['on-demand.read', 'provisioned.read'],
  ['storage.standard', 'provisioned.write'],
]);

function estimated(list: ListName, region: string, name: PriceName): Price | undefined {
  const base = proportionalTo.get(name);
  const own = base && listed(list, region, base);
  const reference = base && listed(list, referenceRegion, base);
  const wanted = listed(list, referenceRegion, name);
  if (own === undefined || reference === undefined || wanted === undefined) return undefined;
  return {
    value: Number(((wanted.value * own.value) / reference.value).toPrecision(4)),
    source: priceSources.ratio,
    confidence: 'low',
    note: 'estimated',
  };
}

function overridden(overrides: PriceOverrides, region: string, name: PriceName): Price | undefined {
  const value = overrides[region]?.[name] ?? overrides['*']?.[name];
  return value === undefined ? undefined : { value, source: priceSources.setting, confidence: 'high' };
}

export function createPriceList(options: PriceListOptions = {}): PriceList {
  const { list = 'current', overrides = {}, estimates = false } = options;
  const priceOf: PriceList = (region, name) =>
    overridden(overrides, region, name) ??
    listed(list, region, name) ??
    asWrites(list, name, (same) => priceOf(region, same)) ??
    (estimates ? estimated(list, region, name) : undefined);
  return priceOf;
}
