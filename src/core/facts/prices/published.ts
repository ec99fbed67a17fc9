// Single prices by Region, each from the newest source that has it.
// Deliberately incomplete: what no source states is left out, so that it is unknown and not a guess.
import type { Confidence } from '../fact.ts';
import type { Price, PriceName } from './price.ts';
import { type PriceSourceKey, priceSources } from './sources.ts';

const from = (
  source: PriceSourceKey,
  values: Readonly<Partial<Record<PriceName, number>>>,
  confidence: Confidence = 'high',
  note?: string,
): readonly (readonly [PriceName, Price])[] =>
  Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const price = { value, source: priceSources[source], confidence };
    return [[name as PriceName, note === undefined ? price : { ...price, note }] as const];
  });

type Prices = readonly (readonly [PriceName, Price])[];

/** By Region. Where a price stands here and in throughput.ts, this one holds. */
export const publishedPrices: ReadonlyMap<string, Prices> = new Map<string, Prices>([
  [
    'us-east-1',
    [
      ...from('priceList', {
        'on-demand.write': 0.625,
        'on-demand.read': 0.125,
        'on-demand.replicated-write': 0.625,
        'on-demand-ia.write': 0.78,
        'on-demand-ia.read': 0.155,
        'provisioned.read': 0.00013,
        'storage.standard': 0.25,
        'storage.infrequent-access': 0.1,
      }),
      ...from('priceList', { 'transfer.between-regions': 0.02 }, 'medium', 'about, by destination'),
      ...from('infracost', {
        'provisioned.write': 0.00065,
        'backup.point-in-time': 0.2,
        'backup.on-demand': 0.1,
        'stream.read': 0.02,
      }),
      ...from('pricingPage', { 'stream.kinesis': 0.1 }, 'medium'),
      ...from('toolkit', {
        'vector.write': 0.52,
        'vector.search': 0.002,
        'vector-ia.write': 0.65,
        'vector-ia.search': 0.0025,
      }),
      ...from('thirdParty', { 'dax.t3.small': 0.04 }, 'low'),
    ],
  ],
  [
    'us-east-2',
    [
      ...from('infracost', { 'on-demand.replicated-write': 0.625 }, 'medium'),
      ...from('infracost', { 'provisioned.replicated-write': 0.00065 }),
    ],
  ],
  ['us-west-1', from('infracost', { 'provisioned.replicated-write': 0.000725 })],
  ['us-west-2', from('priceListOregon', { 'backup.point-in-time': 0.2 })],
  [
    'eu-west-1',
    from('priceListIreland', {
      'on-demand.write': 0.705,
      'on-demand.read': 0.1415,
      'storage.standard': 0.283,
      'backup.point-in-time': 0.22,
    }),
  ],
  [
    'eu-central-1',
    from('priceListFrankfurt', {
      'on-demand.write': 0.7625,
      'on-demand.read': 0.1525,
      'storage.standard': 0.306,
      'backup.point-in-time': 0.2448,
    }),
  ],
  [
    'ap-south-1',
    from('priceListMumbai', {
      'on-demand.write': 0.71,
      'on-demand.read': 0.1425,
      'storage.standard': 0.285,
    }),
  ],
  [
    'ap-northeast-1',
    [
      ...from('priceListTokyo', { 'on-demand.write': 0.715, 'on-demand.read': 0.1425 }),
      ...from('priceListTokyo', { 'storage.standard': 0.285 }, 'medium'),
    ],
  ],
  [
    'ap-northeast-2',
    from('priceListSeoul', {
      'on-demand.write': 0.68,
      'on-demand.read': 0.1355,
      'provisioned.write': 0.0007049,
      'provisioned.read': 0.00014098,
    }),
  ],
]);
