// The dimensions in which DynamoDB is billed, and the shape of a price.
// Deliberately holds no price; throughput.ts, published.ts and before-2024-11.ts do.
import type { Confidence } from '../fact.ts';

/** What can have a price, with the amount of it that the price is for; the nodes of DAX beside. */
export const priceNames = {
  'on-demand.write': 'a million write request units',
  'on-demand.read': 'a million read request units',
  'on-demand.replicated-write': 'a million replicated write request units',
  'on-demand-ia.write': 'a million write request units, Standard-IA',
  'on-demand-ia.read': 'a million read request units, Standard-IA',
  'on-demand-ia.replicated-write': 'a million replicated write request units, Standard-IA',
  'provisioned.write': 'an hour of a write capacity unit',
  'provisioned.read': 'an hour of a read capacity unit',
  'provisioned.replicated-write': 'an hour of a replicated write capacity unit',
  'provisioned-ia.write': 'an hour of a write capacity unit, Standard-IA',
  'provisioned-ia.read': 'an hour of a read capacity unit, Standard-IA',
  'provisioned-ia.replicated-write': 'an hour of a replicated write capacity unit, Standard-IA',
  'reserved-1y.write-upfront': '100 write capacity units reserved for a year, paid at once',
  'reserved-1y.write-hour': 'an hour of 100 write capacity units reserved for a year',
  'reserved-1y.read-upfront': '100 read capacity units reserved for a year, paid at once',
  'reserved-1y.read-hour': 'an hour of 100 read capacity units reserved for a year',
  'reserved-3y.write-upfront': '100 write capacity units reserved for three years, paid at once',
  'reserved-3y.write-hour': 'an hour of 100 write capacity units reserved for three years',
  'reserved-3y.read-upfront': '100 read capacity units reserved for three years, paid at once',
  'reserved-3y.read-hour': 'an hour of 100 read capacity units reserved for three years',
  'storage.standard': 'a GB stored for a month',
  'storage.infrequent-access': 'a GB stored for a month, Standard-IA',
  'backup.point-in-time': 'a GB under point-in-time recovery for a month',
  'backup.on-demand': 'a GB of backup kept for a month',
  'stream.read': '100,000 GetRecords calls on the stream',
  'stream.kinesis': 'a million changes of up to 1 KB passed to Kinesis',
  'transfer.between-regions': 'a GB sent to another Region',
  'vector.write': 'a GB written to a vector index',
  'vector.search': 'a GB that vector searches examine',
  'vector-ia.write': 'a GB written to a vector index, Standard-IA',
  'vector-ia.search': 'a GB that vector searches examine, Standard-IA',
} as const;

type FixedPriceName = keyof typeof priceNames;

/** DAX nodes are of too many types to list; each has a price by the name that AWS gives it: `dax.r5.large`. */
export type PriceName = FixedPriceName | `dax.${string}`;

/** The names of the prices of DAX nodes. */
export const daxPriceName = /^dax\.[a-z0-9]+\.[a-z0-9]+$/;

const isFixed = (name: string): name is FixedPriceName => Object.hasOwn(priceNames, name);

export const isPriceName = (name: string): name is PriceName => isFixed(name) || daxPriceName.test(name);

/** What the price is for: `a million read request units`, `an hour of a DAX node dax.t3.small`. */
export const pricedThing = (name: PriceName): string =>
  isFixed(name) ? priceNames[name] : `an hour of a DAX node ${name}`;

export interface PriceSource {
  readonly title: string;
  /** The day, month or year of the text, as far as it is known. */
  readonly date: string;
}

export interface Price {
  /** US dollars for what `priceNames` says. */
  readonly value: number;
  readonly source: PriceSource;
  readonly confidence: Confidence;
  /** What else must be said where the price is shown. */
  readonly note?: string;
}

/** The prices of one Region. What is absent is not known. */
export type RegionPrices = ReadonlyMap<PriceName, Price>;
