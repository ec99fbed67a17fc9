// The options of `cost` that say how it is computed: price list and own prices, Region, what stands beside the table.
// Deliberately in the forms that the settings of VS Code have, so that both give the same figures.
import type { CostOptions } from '../core/analysis/cost/options.ts';
import { isPriceName, type PriceName, priceNames } from '../core/facts/prices/price.ts';
import {
  type PriceListOptions,
  type PriceOverrides,
  pricedRegions,
} from '../core/facts/prices/price-list.ts';
import { nearest } from '../core/model/suggest.ts';
import { parseRate, parseShare } from '../core/syntax/quantity.ts';
import { didYouMean } from '../core/text/words.ts';
import { isAmount, isCount, parseDax, priceLists } from '../protocol/cost-settings.ts';
import type { Arguments, Option } from './command.ts';

interface OwnPrice {
  /** `*` for all Regions. */
  readonly region: string;
  readonly name: PriceName;
  readonly usd: number;
}

/** `on-demand.write=0.6`, `eu-west-1:on-demand.write=0.6`; what is wrong with another text. */
function parsePrice(text: string): OwnPrice | string {
  const [, region = '*', name = '', amount = ''] = /^(?:([^:=]+):)?([^:=]+)=(.+)$/.exec(text) ?? [];
  if (name === '') return `--price takes NAME=USD or REGION:NAME=USD, not ${text}.`;
  if (!isPriceName(name)) {
    return `--price: ${name} is no price.${didYouMean(nearest(name, Object.keys(priceNames)))}`;
  }
  const usd = /^\d+(\.\d+)?(e-?\d+)?$/i.test(amount) ? Number(amount) : Number.NaN;
  return isAmount(usd) ? { region, name, usd } : `--price: ${amount} is no amount of US dollars.`;
}

const countOf = (text: string): number | undefined => {
  const count = /^\d+$/.test(text) ? Number(text) : undefined;
  return isCount(count) ? count : undefined;
};

/** An option whose value is read by `parse`; undefined is what it does not take. */
const read = (
  option: Pick<Option, 'name' | 'help'> & { readonly value: string },
  parse: (text: string) => unknown,
  form: string,
): Option => ({
  ...option,
  problem: (text) => (parse(text) === undefined ? `--${option.name} takes ${form}, not ${text}.` : undefined),
});

export const costOptions: readonly Option[] = [
  {
    name: 'prices',
    value: 'LIST',
    choices: [...priceLists.keys()],
    help: 'the price list: current (default), or before-2024-11,\nwhen on-demand requests cost twice as much',
  },
  {
    name: 'price',
    value: 'NAME=USD',
    repeats: true,
    problem: (text) => {
      const price = parsePrice(text);
      return typeof price === 'string' ? price : undefined;
    },
    help: 'an own price in place of the list’s, in all Regions, or\nin one: REGION:NAME=USD; once for each price',
  },
  {
    name: 'estimates',
    help: 'where no source has a price of requests or storage,\nestimate it from the Region’s provisioned price',
  },
  {
    name: 'region',
    value: 'REGION',
    problem: (region) =>
      pricedRegions.includes(region)
        ? undefined
        : `No price is known in ${region}.${didYouMean(nearest(region, pricedRegions))}`,
    help: 'the Region of a model that names none\n(us-east-1 unless given)',
  },
  { name: 'free-tier', help: 'take the free tier off: the table has it to itself' },
  {
    name: 'gb',
    value: 'BYTES',
    choices: ['2^30', '1e9'],
    help: 'what a billed GB is: 2^30 bytes (default) or 1e9',
  },
  read(
    { name: 'backups', value: 'NUMBER', help: 'how many full on-demand backups are kept' },
    countOf,
    'a whole number',
  ),
  read(
    { name: 'dax', value: 'NODES', help: 'the DAX cluster, such as "3 x t3.small"' },
    parseDax,
    '1 to 11 nodes of a type, such as "3 x t3.small"',
  ),
  read(
    {
      name: 'cache-hits',
      value: 'SHARE',
      help: 'what a cache answers where the pattern does not say,\nsuch as 90%',
    },
    parseShare,
    'a share such as 90%',
  ),
  read(
    {
      name: 'stream-polls',
      value: 'RATE',
      help: 'GetRecords calls of each stream consumer that is no\nLambda function, such as 4/s',
    },
    parseRate,
    'a rate such as 4/s',
  ),
];

function overridesOf(texts: readonly string[]): PriceOverrides {
  const overrides: Record<string, Partial<Record<PriceName, number>>> = {};
  for (const text of texts) {
    const price = parsePrice(text);
    if (typeof price === 'string') continue;
    overrides[price.region] = { ...overrides[price.region], [price.name]: price.usd };
  }
  return overrides;
}

function pricesOf({ options, repeated }: Arguments): PriceListOptions {
  const list = priceLists.get(options.get('prices') ?? '');
  const own = repeated.get('price');
  return {
    ...(list && { list }),
    ...(own && { overrides: overridesOf(own) }),
    ...(options.has('estimates') && { estimates: true }),
  };
}

/** From arguments in which nothing is wrong. */
export function readCostOptions(args: Arguments): CostOptions {
  const { options } = args;
  const value = <T>(name: string, parse: (text: string) => T | undefined): T | undefined =>
    parse(options.get(name) ?? '');
  const region = options.get('region');
  const backups = value('backups', countOf);
  const dax = value('dax', parseDax);
  const cacheHits = value('cache-hits', parseShare);
  const streamPolls = value('stream-polls', parseRate);
  return {
    prices: pricesOf(args),
    ...(region !== undefined && { region }),
    ...(options.has('free-tier') && { freeTier: true }),
    ...(options.get('gb') === '1e9' && { gigabyte: 'decimal' as const }),
    ...(backups !== undefined && { backups }),
    ...(dax && { dax }),
    ...(cacheHits !== undefined && { cacheHits }),
    ...(streamPolls !== undefined && { streamPolls }),
  };
}
