// One call of an access pattern on the sample items: what it reads in which order, what it writes where.
// Deliberately plain data; run-pattern.ts makes it, from routes and samples alone.
import type { Entity, ResolvedAction, Target } from '../../model/design.ts';
import type { DynamoValue } from '../capacity/item.ts';
import type { EntryChange } from '../capacity/update-units.ts';
import type { Route } from '../routes/route.ts';
import type { Assembled, SampleKey } from '../samples/assemble.ts';
import type { SampleItem } from '../samples/samples.ts';

/** Values of parameters by their names. */
export type Arguments = ReadonlyMap<string, DynamoValue>;

/** What becomes of an item that is read, and paid for. */
export type Fate =
  | 'returned'
  /** Of an entity that the pattern does not want. */
  | 'unwanted'
  /** Read, and dropped by the filter. */
  | 'filtered';

export interface ReadItem {
  readonly sample: SampleItem;
  readonly fate: Fate;
}

export interface ReadRun {
  readonly kind: 'read';
  readonly resolved: ResolvedAction;
  readonly route: Route;
  readonly args: Arguments;
  /** In the order in which they come back; those of several queries one after the other. */
  readonly items: readonly ReadItem[];
}

/** What becomes of an entry: as the capacity has it, or that its key is left as it was and is wrong from then on. */
export type EntryFate = EntryChange | 'stale' | 'checked';

export interface EntryRun {
  readonly target: Target;
  readonly fate: EntryFate;
  readonly before: SampleKey | undefined;
  readonly after: SampleKey | undefined;
  /** Of a stale key the attributes that the caller would have to know; of no entry the key attributes that the item lacks. */
  readonly missing: readonly string[];
}

export interface WriteRun {
  readonly kind: 'write';
  readonly resolved: ResolvedAction;
  readonly entity: Entity;
  /** The key of the item, as a get of it would give it; undefined where the entity has none. */
  readonly route: Route | undefined;
  readonly args: Arguments;
  /** The sample item that is written. */
  readonly sample: SampleItem;
  /** Undefined for a put of a new item. */
  readonly before: Assembled | undefined;
  /** Undefined for a delete. */
  readonly after: Assembled | undefined;
  /** The table first, then every index. */
  readonly entries: readonly EntryRun[];
}

/** Why nothing is shown. */
export type NoRunReason =
  /** No table or index serves it, or its route is not known. */
  | 'no-route'
  /** There is no sample item that it would read or write. */
  | 'no-sample'
  /** It is no call of DynamoDB's by keys. */
  | 'no-call';

export interface NoRun {
  readonly kind: 'none';
  readonly resolved: ResolvedAction;
  readonly reason: NoRunReason;
}

export type LegRun = ReadRun | WriteRun | NoRun;

/** In the order of the calls: the legs of the operation, then those of each further step. */
export interface PatternRun {
  readonly legs: readonly LegRun[];
  readonly steps: readonly (readonly LegRun[])[];
}
