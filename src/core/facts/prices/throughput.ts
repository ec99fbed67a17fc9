// Provisioned and reserved capacity of the Standard class by Region: the one table that has all of these prices.
// Deliberately as old as its source; AWS has announced no change since, and newer single prices stand in published.ts.
import type { Price, PriceName } from './price.ts';
import { priceSources } from './sources.ts';

interface Row {
  /** An hour of one unit: write, read. */
  readonly hour: readonly [number, number];
  /** 100 units: write paid at once, write by the hour, read paid at once, read by the hour. */
  readonly oneYear?: readonly [number, number, number, number];
  readonly threeYears?: readonly [number, number, number, number];
}

const rows: Readonly<Record<string, Row>> = {
  'af-south-1': { hour: [0.00087465, 0.00017493], oneYear: [201.705, 0.0173, 40.341, 0.0035] },
  'ap-east-1': { hour: [0.000814, 0.0001628], oneYear: [188.1, 0.0161, 37.62, 0.0032] },
  'ap-northeast-1': {
    hour: [0.000742, 0.0001484],
    oneYear: [171.4, 0.0147, 34.2, 0.0029],
    threeYears: [205.6, 0.0093, 41, 0.0018],
  },
  'ap-northeast-2': {
    hour: [0.0007049, 0.00014098],
    oneYear: [162.83, 0.014, 32.49, 0.0028],
    threeYears: [195.32, 0.0088, 38.95, 0.0017],
  },
  'ap-northeast-3': { hour: [0.000742, 0.0001484], oneYear: [171.4, 0.0147, 34.2, 0.0029] },
  'ap-south-1': {
    hour: [0.00074, 0.000148],
    oneYear: [171, 0.0146, 34.2, 0.0029],
    threeYears: [203.4, 0.0092, 40.68, 0.0018],
  },
  'ap-southeast-1': {
    hour: [0.00074, 0.000148],
    oneYear: [171, 0.0146, 34.2, 0.0029],
    threeYears: [205.2, 0.0093, 41.04, 0.0018],
  },
  'ap-southeast-2': {
    hour: [0.00074, 0.000148],
    oneYear: [171, 0.0146, 34.2, 0.0029],
    threeYears: [205.2, 0.0093, 41.04, 0.0018],
  },
  'ca-central-1': {
    hour: [0.000715, 0.000143],
    oneYear: [165, 0.0141, 33, 0.0028],
    threeYears: [198, 0.009, 39.6, 0.0018],
  },
  'eu-central-1': {
    hour: [0.000793, 0.0001586],
    oneYear: [183, 0.0157, 36.6, 0.0032],
    threeYears: [219.6, 0.0099, 43.8, 0.0019],
  },
  'eu-north-1': { hour: [0.000698, 0.00014], oneYear: [161, 0.0138, 32.2, 0.0028] },
  'eu-south-1': { hour: [0.00077175, 0.00015435], oneYear: [177.975, 0.0152, 35.595, 0.003] },
  'eu-west-1': {
    hour: [0.000735, 0.000147],
    oneYear: [169.5, 0.0145, 33.9, 0.0029],
    threeYears: [203.4, 0.0092, 40.68, 0.0018],
  },
  'eu-west-2': {
    hour: [0.000772, 0.0001544],
    oneYear: [178, 0.0153, 35.6, 0.0031],
    threeYears: [213.57, 0.0097, 42.72, 0.0019],
  },
  'eu-west-3': { hour: [0.000772, 0.0001544], oneYear: [178, 0.0153, 35.6, 0.0031] },
  'il-central-1': { hour: [0.000882, 0.0001764], oneYear: [203.4, 0.0174, 40.68, 0.0035] },
  'me-central-1': { hour: [0.0008085, 0.0001617], oneYear: [186.45, 0.016, 37.29, 0.0032] },
  'me-south-1': { hour: [0.0008085, 0.0001617], oneYear: [186.45, 0.016, 37.29, 0.0032] },
  'sa-east-1': {
    hour: [0.000975, 0.000195],
    oneYear: [225, 0.0193, 45, 0.0038],
    threeYears: [270, 0.0122, 54, 0.0024],
  },
  'us-east-1': {
    hour: [0.00065, 0.00013],
    oneYear: [150, 0.0128, 30, 0.0025],
    threeYears: [180, 0.0081, 36, 0.0016],
  },
  'us-east-2': { hour: [0.00065, 0.00013], oneYear: [150, 0.0128, 30, 0.0025] },
  'us-gov-east-1': {
    hour: [0.00078, 0.000156],
    oneYear: [180, 0.0122, 36, 0.0031],
    threeYears: [216, 0.0097, 43, 0.0019],
  },
  'us-gov-west-1': {
    hour: [0.00078, 0.000156],
    oneYear: [180, 0.0122, 36, 0.0031],
    threeYears: [216, 0.0097, 43, 0.0019],
  },
  'us-west-1': {
    hour: [0.000725, 0.000145],
    oneYear: [168, 0.0144, 33.6, 0.0028],
    threeYears: [201.6, 0.0091, 40.32, 0.0018],
  },
  'us-west-2': {
    hour: [0.00065, 0.00013],
    oneYear: [150, 0.0128, 30, 0.0025],
    threeYears: [180, 0.0081, 36, 0.0016],
  },
};

const hourNames = ['provisioned.write', 'provisioned.read'] as const;
const oneYearNames = [
  'reserved-1y.write-upfront',
  'reserved-1y.write-hour',
  'reserved-1y.read-upfront',
  'reserved-1y.read-hour',
] as const;
const threeYearNames = [
  'reserved-3y.write-upfront',
  'reserved-3y.write-hour',
  'reserved-3y.read-upfront',
  'reserved-3y.read-hour',
] as const;

const priced = (
  names: readonly PriceName[],
  values: readonly number[] | undefined,
): readonly (readonly [PriceName, Price])[] =>
  names.flatMap((name, i) => {
    const value = values?.[i];
    if (value === undefined) return [];
    return [[name, { value, source: priceSources.reservations, confidence: 'medium' }] as const];
  });

/** By Region. */
export const throughputPrices: ReadonlyMap<string, readonly (readonly [PriceName, Price])[]> = new Map(
  Object.entries(rows).map(([region, { hour, oneYear, threeYears }]) => [
    region,
    [...priced(hourNames, hour), ...priced(oneYearNames, oneYear), ...priced(threeYearNames, threeYears)],
  ]),
);
