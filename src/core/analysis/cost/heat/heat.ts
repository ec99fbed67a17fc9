// Traffic against partitions: what the busiest partition key value and the busiest item of each collection get.
// Deliberately by averages: all keys are in equal use but for `hottest`, and all peaks come at once.
import { limits } from '../../../facts/limits.ts';
import type { Entity, Layout, Pattern, Target } from '../../../model/design.ts';
import type { Action } from '../../../model/model.ts';
import { lazy } from '../../../text/lazy.ts';
import type { Analysis } from '../../analysis.ts';
import { type CacheOptions, type CacheShares, cacheShares } from '../../capacity/cache.ts';
import { exact, type Quantity, quotient } from '../../capacity/quantity.ts';
import { added, given, multiplied, type Step } from '../../capacity/step.ts';
import { callsPerSecond } from '../flows.ts';
import {
  type Collection,
  collectionsOf,
  createKeyValues,
  isSingle,
  type KeyValues,
  risesWithTime,
} from './collections.ts';
import { type Contact, contactsOf, shareOf } from './contacts.ts';
import { readsInShards, type ShardedRead, shardsFor } from './shards.ts';

/** Why the traffic of one partition key value cannot be spread, or that it may be. */
export type Bound =
  /** It goes to one item, and an item lies on one partition: the limit is hard. */
  | 'one-item'
  /** The table has a local index, so each of its item collections lies on one partition: the limit is hard. */
  | 'local-index'
  /** New items are always put at the same end, which is on one partition: the limit is hard for writes. */
  | 'rising-sort-key'
  /** DynamoDB may divide the collection by sort key when it is busy; until then, the limit holds. */
  | 'may-be-divided';

export type Verdict = 'within' | 'exceeds' | 'unknown';

/** Units per second at the peaks, or at the mean rates where no peak is written. */
export interface Load {
  readonly read: Quantity;
  readonly write: Quantity;
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
}

export interface ItemHeat extends Load {
  readonly entity: Entity;
}

export interface CollectionHeat extends Load {
  readonly target: Target;
  readonly partitionKey: string;
  readonly layouts: readonly Layout[];
  /** The patterns that read or write it by key. */
  readonly patterns: readonly Pattern[];
  readonly bound: Bound;
  /** The busiest item; undefined in an index, and where no single items are read or written. */
  readonly item: ItemHeat | undefined;
  /** Into how many the partition key would have to be divided to keep below the limits; 1 where it need not. */
  readonly shards: number | undefined;
  /** What each query of it then costs, where more than one shard is needed. */
  readonly reads: readonly ShardedRead[];
  /** The same for a number of shards that someone chooses. */
  readonly inShards: (shards: number) => readonly ShardedRead[];
}

const partition = { read: limits.partitionReadUnits.value, write: limits.partitionWriteUnits.value } as const;

/** A figure at its mean, shares that are not known taken as large as they can be; undefined where that does not tell. */
function atMost(step: Step): number | undefined {
  if (step.value.mean !== undefined) return step.value.mean;
  if (step.unit === 'share') return step.value.max;
  if (step.rule === 'given' || step.rule === 'rounded') return undefined;
  const parts = step.parts.map(atMost);
  if (!parts.every((part) => part !== undefined)) return undefined;
  return step.rule === 'sum'
    ? parts.reduce((all, part) => all + part, 0)
    : parts.reduce((all, part) => all * part, 1);
}

function verdictOf(reads: Step, writes: Step): Verdict {
  const sides = [
    [reads, partition.read],
    [writes, partition.write],
  ] as const;
  if (sides.some(([{ value }, limit]) => value.atLeast > limit)) return 'exceeds';
  return sides.every(([step, limit]) => (atMost(step) ?? Number.POSITIVE_INFINITY) <= limit)
    ? 'within'
    : 'unknown';
}

interface Shared {
  readonly contact: Contact;
  /** Of its traffic, on the busiest partition key value or item. */
  readonly share: Step;
  readonly cache: CacheShares | undefined;
}

function loadOn(contacts: readonly Shared[], side: 'read' | 'write'): Step {
  const unit = side === 'read' ? 'RCU/s' : 'WCU/s';
  const own = contacts.filter(({ contact }) => contact.side === side);
  return added(
    `${side}s`,
    unit,
    own.map(({ contact, share, cache }) =>
      multiplied(contact.pattern.name, unit, [
        given('a call', contact.units, side === 'read' ? 'RCU' : 'WCU'),
        given('calls', callsPerSecond(contact.pattern, 'peak'), 'calls/s'),
        ...(cache && side === 'read' ? [cache.left] : []),
        share,
      ]),
    ),
  );
}

function loadOf(contacts: readonly Shared[]): Load {
  const reads = loadOn(contacts, 'read');
  const writes = loadOn(contacts, 'write');
  return {
    read: reads.value,
    write: writes.value,
    verdict: verdictOf(reads, writes),
    steps: [reads, writes].filter(({ parts }) => parts.length > 0),
  };
}

const onItems: ReadonlySet<Action['kind']> = new Set(['get', 'put', 'update', 'delete', 'check']);

/** The busiest item among those that are read and written one by one. */
function busiestItem(
  analysis: Analysis,
  keyValues: KeyValues,
  { target }: Collection,
  contacts: readonly Shared[],
): ItemHeat | undefined {
  if (target.kind !== 'table') return undefined;
  const { counts } = analysis.sizes;
  const byEntity = new Map<Entity, Shared[]>();
  for (const each of contacts) {
    const { entity, layout, part } = each.contact;
    if (layout.target.kind !== 'table' || !onItems.has(part.resolved.action.kind)) continue;
    const ofKey = isSingle(layout) ? exact(1) : quotient(keyValues(entity, layout), counts.items(entity));
    const bounded = { ...ofKey, max: Math.min(1, ofKey.max ?? 1) };
    const ofItem = multiplied('on one item', 'share', [
      each.share,
      given('of its partition key', bounded, 'share'),
    ]);
    byEntity.set(entity, [...(byEntity.get(entity) ?? []), { ...each, share: ofItem }]);
  }
  let busiest: ItemHeat | undefined;
  const weight = ({ read, write }: Load) =>
    Math.max(read.atLeast / partition.read, write.atLeast / partition.write);
  for (const [entity, own] of byEntity) {
    const heat: ItemHeat = { entity, ...loadOf(own) };
    if (busiest === undefined || weight(heat) > weight(busiest)) busiest = heat;
  }
  return busiest;
}

function boundOf(
  { design }: Analysis,
  collection: Collection,
  contacts: readonly Contact[],
  item: ItemHeat | undefined,
): Bound {
  const layouts = [...new Set(contacts.map(({ layout }) => layout))];
  const isOneItem =
    layouts.length > 0 && layouts.every(isSingle) && new Set(layouts.map((each) => each.entity)).size === 1;
  if (item?.verdict === 'exceeds' || isOneItem) return 'one-item';
  const hasLocal = design.targets.some(({ kind }) => kind === 'local');
  if (collection.target.kind === 'table' && hasLocal) return 'local-index';
  const rises = contacts.some(
    ({ side, layout, entity }) => side === 'write' && risesWithTime(layout, entity),
  );
  return rises ? 'rising-sort-key' : 'may-be-divided';
}

/** Whether the traffic is beyond a partition if all of it goes to one key: most collections need no closer look. */
function couldExceed(contacts: readonly Contact[]): boolean {
  const total = { read: 0, write: 0 };
  for (const { pattern, side, units } of contacts) {
    total[side] += units.atLeast * callsPerSecond(pattern, 'peak').atLeast;
  }
  return total.read > partition.read || total.write > partition.write;
}

/** The heat of the item collections that patterns read or write by key. */
export interface Heat {
  readonly collections: readonly CollectionHeat[];
  /** Those beyond what a partition serves, found without the working of all the others. */
  readonly exceeding: readonly CollectionHeat[];
}

/** Each collection is looked at once, when it is asked for. */
export function heatOf(analysis: Analysis, options: CacheOptions = {}): Heat {
  const keyValues = createKeyValues(analysis.sizes.counts);
  const all = lazy(() => {
    const collections = collectionsOf(analysis.design);
    const contacts = contactsOf(analysis, collections);
    return collections.flatMap((collection) => {
      const own = contacts.get(collection);
      if (own === undefined) return [];
      return [{ own, heat: lazy(() => collectionHeat(analysis, keyValues, collection, own, options)) }];
    });
  });
  const exceeding = lazy(() =>
    all()
      .filter(({ own }) => couldExceed(own))
      .map(({ heat }) => heat())
      .filter(({ verdict }) => verdict === 'exceeds'),
  );
  const collections = lazy(() => all().map(({ heat }) => heat()));
  return {
    get collections() {
      return collections();
    },
    get exceeding() {
      return exceeding();
    },
  };
}

function collectionHeat(
  analysis: Analysis,
  keyValues: KeyValues,
  collection: Collection,
  own: readonly Contact[],
  options: CacheOptions,
): CollectionHeat {
  const shared = own.map((contact) => ({
    contact,
    share: shareOf(keyValues, contact),
    cache: cacheShares(contact.pattern, options),
  }));
  const load = loadOf(shared);
  const item = busiestItem(analysis, keyValues, collection, shared);
  const shards = shardsFor(load.read, load.write);
  const reads = own.filter(({ side }) => side === 'read');
  return {
    ...collection,
    ...load,
    patterns: [...new Set(own.map(({ pattern }) => pattern))],
    bound: boundOf(analysis, collection, own, item),
    item,
    shards,
    reads: shards === undefined || shards === 1 ? [] : readsInShards(reads, shards),
    inShards: (chosen) => readsInShards(reads, chosen),
  };
}
