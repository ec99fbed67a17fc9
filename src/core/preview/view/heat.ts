// The load on partition keys against what one partition serves.
// Deliberately the busiest value of each partition key only: the others have less.
import type { Span } from '../../text/span.ts';
import type { Figure } from './overview.ts';

export interface HeatView {
  /** Units a second that one partition serves. */
  readonly limits: { readonly read: number; readonly write: number };
  /** The hottest first. */
  readonly keys: readonly HotKey[];
}

export interface LoadView {
  readonly read: Figure;
  readonly write: Figure;
}

export interface HotKey {
  /** The id of the table or index. */
  readonly target: string;
  readonly title: string;
  /** `CUSTOMER#${username}`. */
  readonly partitionKey: string;
  /** Places in `Overview.entities`. */
  readonly entities: readonly number[];
  readonly verdict: 'within' | 'exceeds' | 'unknown';
  readonly rate: LoadView;
  readonly peak: LoadView;
  /** Whether DynamoDB can divide the load, in one sentence. */
  readonly bound: string;
  /** The busiest item, where that alone is more than a partition serves; undefined else. */
  readonly item: string | undefined;
  readonly patterns: readonly HotPattern[];
  /** How many shards keep each below the limits; null where the load is not known. */
  readonly needed: number | null;
  readonly shards: readonly ShardOption[];
  readonly working: readonly string[];
  readonly lacks: readonly string[];
  readonly span: Span;
}

/** What one pattern brings to the busiest value at its peak. */
export interface HotPattern {
  readonly name: string;
  readonly span: Span;
  readonly load: LoadView;
}

/** The same with the partition key divided. */
export interface ShardOption {
  readonly shards: number;
  /** On each of them, at the peak. */
  readonly peak: LoadView;
  readonly reads: readonly ShardedReadView[];
}

/** RCU of one call of a query of all shards. */
export interface ShardedReadView {
  readonly pattern: string;
  readonly before: Figure;
  readonly after: Figure;
}
