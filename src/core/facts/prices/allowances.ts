// The free tier, as data. It is the account's, per Region: whether a table has it is for the user to say.
// Deliberately without what is not DynamoDB's, such as traffic to the internet.
import type { Confidence } from '../fact.ts';
import type { PriceSource } from './price.ts';
import { priceSources } from './sources.ts';

interface Allowance {
  readonly value: number;
  readonly unit: string;
  readonly source: PriceSource;
  readonly confidence: Confidence;
  readonly note: string;
}

const allowance = (value: number, unit: string, source: PriceSource, note: string): Allowance => ({
  value,
  unit,
  source,
  confidence: 'high',
  note,
});

export const freeTier = {
  storage: allowance(25, 'GB', priceSources.priceList, 'Standard class only'),
  provisionedWrite: allowance(
    25,
    'WCU',
    priceSources.priceList,
    'provisioned, Standard class; not on-demand',
  ),
  provisionedRead: allowance(25, 'RCU', priceSources.priceList, 'provisioned, Standard class; not on-demand'),
  streamReads: allowance(2_500_000, 'GetRecords calls a month', priceSources.pricingPage, 'DynamoDB Streams'),
} as const;
