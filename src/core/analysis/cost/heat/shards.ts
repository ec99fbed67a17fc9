// Into how many shards a busy partition key would be divided, and what a query of all of them costs.
// Deliberately by the limits of one partition; how items are put into shards is for the design to say.
import { limits } from '../../../facts/limits.ts';
import { reading } from '../../../facts/units.ts';
import type { Pattern } from '../../../model/design.ts';
import { readPages, readUnits } from '../../capacity/metering.ts';
import { exact, type Quantity, quotient, rising, tidy } from '../../capacity/quantity.ts';
import { given, multiplied, rounded, type Step } from '../../capacity/step.ts';
import { shardsIn } from './collections.ts';
import type { Contact } from './contacts.ts';

/** A query of one partition key, and of all its shards. */
export interface ShardedRead {
  readonly pattern: Pattern;
  /** RCU of one call now. */
  readonly before: Quantity;
  /** RCU of one call, in so many queries. */
  readonly after: Quantity;
  /** The working of `after`. */
  readonly step: Step;
}

/** The least number of shards that keeps each below what a partition serves; undefined where the traffic is unknown. */
export function shardsFor(read: Quantity, write: Quantity): number | undefined {
  if (read.mean === undefined || write.mean === undefined) return undefined;
  const needed = Math.max(
    read.mean / limits.partitionReadUnits.value,
    write.mean / limits.partitionWriteUnits.value,
  );
  return Math.max(1, Math.ceil(tidy(needed)));
}

const readOf = ({ part }: Contact): Quantity =>
  part.once.byTarget.reduce((all, each) => (each.read.max === 0 ? all : each.read), exact(0));

/** With a limit, every shard must be asked for as many items; without one, each holds its part of the bytes. */
function inShards(contact: Contact, shards: number): Step {
  const { part, layout } = contact;
  const { action } = part.resolved;
  if (action.limit !== undefined) {
    return multiplied(
      'as many items from each shard',
      'RCU',
      [given('now', readOf(contact), 'RCU'), given('shards', shards, 'times')],
      { note: `limit ${action.limit}` },
    );
  }
  // What is in shards already is divided further.
  const queries = shards * shardsIn(layout);
  const factor = action.strong ? reading.strong.value : reading.eventual.value;
  const bytes = quotient(part.once.bytes, exact(queries));
  const size = quotient(part.once.bytes, part.once.items).mean;
  const units = (inShard: number) =>
    size === undefined ? readUnits(inShard) : readPages(inShard / size, inShard, false).units;
  return multiplied('a part of the items from each shard', 'RCU', [
    rounded('units of 4 KB', rising(bytes, units), 'times', [given('bytes in a shard', bytes, 'B')]),
    given(action.strong ? 'strongly consistent' : 'eventually consistent', factor, 'times'),
    given('queries, one for each shard', queries, 'queries'),
  ]);
}

/** What queries of the collection cost when it is divided; single items are read as before. */
export const readsInShards = (reads: readonly Contact[], shards: number): readonly ShardedRead[] =>
  reads
    .filter(({ part }) => part.resolved.action.kind === 'query')
    .map((contact) => {
      const step = inShards(contact, shards);
      return { pattern: contact.pattern, before: readOf(contact), after: step.value, step };
    });
