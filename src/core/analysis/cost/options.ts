// What a cost depends on beside the model: the price list and how AWS's bill is read.
// Deliberately all optional, so that a model alone has a cost; settings and the command line fill it in.
import type { PriceListOptions } from '../../facts/prices/price-list.ts';
import type { CacheOptions } from '../capacity/cache.ts';

/** Nodes of a DAX cluster; models say only that reads go through one. */
export interface DaxCluster {
  readonly nodes: number;
  /** As AWS names it, without `dax.`: `t3.small`. */
  readonly node: string;
}

export interface CostOptions extends CacheOptions {
  readonly prices?: PriceListOptions;
  /** The Region of a model that names none. */
  readonly region?: string;
  /** True if the table has the account's free tier to itself. */
  readonly freeTier?: boolean;
  /** Bytes of a billed GB: AWS's documents say 2³⁰, one of its own calculators 10⁹. */
  readonly gigabyte?: 'binary' | 'decimal';
  /** Full on-demand backups that are kept. */
  readonly backups?: number;
  /** GetRecords calls a second of each stream consumer that polls and is not a Lambda function. */
  readonly streamPolls?: number;
  readonly dax?: DaxCluster;
}

export const defaultRegion = 'us-east-1';
