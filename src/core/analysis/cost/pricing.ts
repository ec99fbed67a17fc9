// Prices and factors as steps of a working, for the Region, the class and the options of one cost.
// Deliberately the only place where a missing price becomes a quantity: an unknown one, with what would tell it.
import type { Price, PriceName, PriceSource } from '../../facts/prices/price.ts';
import { pricedThing } from '../../facts/prices/price.ts';
import { createPriceList } from '../../facts/prices/price-list.ts';
import type { Design } from '../../model/design.ts';
import { secondsPerMonth } from '../../syntax/quantity.ts';
import { span } from '../../text/span.ts';
import { exact, type Missing, unknown } from '../capacity/quantity.ts';
import { given, type Step } from '../capacity/step.ts';
import { type CostOptions, defaultRegion } from './options.ts';

export type TableClass = 'standard' | 'standard-infrequent-access';

export interface Pricing {
  readonly options: CostOptions;
  /** Where the application writes and reads. */
  readonly home: string;
  /** The home Region and its replicas. */
  readonly regions: readonly string[];
  readonly tableClass: TableClass;
  /** Taken in place of what the model does not say of itself. */
  readonly assumed: readonly Missing[];
  readonly price: (name: PriceName, region: string) => Step;
  /** Where the prices that were asked for are from, each once. */
  readonly sources: () => readonly PriceSource[];
}

const gigabytes = { binary: 1024 ** 3, decimal: 1e9 } as const;

export const hoursPerMonth = secondsPerMonth / 3600;

/** Rates to monthly millions. */
export const millionSeconds: Step = given(
  'million seconds, in a month of 730 h',
  secondsPerMonth / 1e6,
  'times',
);

export const million: Step = given('a million', 1e6, 'times');

export const hours: Step = given('hours in a month', hoursPerMonth, 'times');

/** Bytes to GB, as the options read AWS's bill. */
export function perGigabyte({ gigabyte = 'binary' }: CostOptions): Step {
  return given('bytes in a GB', 1 / gigabytes[gigabyte], 'times', {
    note: 'AWS’s texts differ in what a billed GB is',
  });
}

function noteOn({ source, confidence, note }: Price): string {
  const parts = [
    source.date === '' ? source.title : `${source.title}, ${source.date}`,
    ...(confidence === 'high' ? [] : [`${confidence} confidence`]),
    ...(note === undefined ? [] : [note]),
  ];
  return parts.join('; ');
}

/** `override` puts another class in place of the model's, for comparisons. */
export function createPricing(design: Design, options: CostOptions, override?: TableClass): Pricing {
  const decl = design.model.table;
  const place = decl?.span ?? span(0, 0);
  const home = decl?.region?.value ?? options.region ?? defaultRegion;
  const isSaid = decl?.region !== undefined || options.region !== undefined;
  const assumed: readonly Missing[] = isSaid
    ? []
    : [{ what: 'the Region of the table', write: 'region: eu-west-1', span: place, assumed: home }];
  const prices = createPriceList(options.prices);
  const estimates = createPriceList({ ...options.prices, estimates: true });
  const sources = new Set<PriceSource>();
  const step = (name: PriceName, region: string): Step => {
    const found = prices(region, name);
    const label = `for ${pricedThing(name)} in ${region}`;
    if (found) sources.add(found.source);
    if (found) return given(label, exact(found.value), 'USD', { note: noteOn(found) });
    const missing: Missing = {
      what: `the price of ${pricedThing(name)} in ${region}`,
      write: undefined,
      setting: { kind: 'price', region, price: name, hasEstimate: estimates(region, name) !== undefined },
      span: place,
    };
    return given(label, unknown([missing]), 'USD');
  };
  const kept = new Map<string, Step>();
  const price = (name: PriceName, region: string): Step => {
    const key = `${name} ${region}`;
    const known = kept.get(key) ?? step(name, region);
    kept.set(key, known);
    return known;
  };
  return {
    options,
    home,
    regions: [...new Set([home, ...(decl?.replicas ?? []).map((each) => each.value)])],
    tableClass: override ?? decl?.tableClass ?? 'standard',
    assumed,
    price,
    sources: () => [...sources],
  };
}
