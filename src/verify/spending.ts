// What a run on AWS would cost: its units, found by a rehearsal on the embedded engine, at the price list's prices.
// Deliberately an upper estimate: reads of indexes that lag are asked again, so the units count twice.
import { createPriceList } from '../core/facts/prices/price-list.ts';
import type { Tally } from './context.ts';

export interface Spending {
  readonly region: string;
  /** Read and write request units. */
  readonly read: number;
  readonly write: number;
  /** US dollars; undefined where the Region's prices are not known. */
  readonly usd: number | undefined;
  /** Where the prices are from, for people. */
  readonly source: string;
}

const margin = 2;
const million = 1_000_000;

export function spendingOf(tally: Tally, region: string): Spending {
  const priceOf = createPriceList({ estimates: true });
  const [onRead, onWrite] = [priceOf(region, 'on-demand.read'), priceOf(region, 'on-demand.write')];
  const read = Math.ceil(tally.read * margin);
  const write = Math.ceil(tally.write * margin);
  const usd = onRead && onWrite && (read * onRead.value + write * onWrite.value) / million;
  return {
    region,
    read,
    write,
    usd,
    source: onWrite ? `${onWrite.source.title}, ${onWrite.source.date}` : '',
  };
}
