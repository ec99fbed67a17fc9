// cost/hot-partition: more traffic on one partition key value than a partition serves.
// Deliberately only where the rates, counts and shares of the model say so; what is unknown is no finding.

import { printValue } from '../../analysis/capacity/print-steps.ts';
import { exact } from '../../analysis/capacity/quantity.ts';
import type { Bound, CollectionHeat, Load } from '../../analysis/cost/heat/heat.ts';
import { shardsFor } from '../../analysis/cost/heat/shards.ts';
import { targetName } from '../../analysis/routes/explain.ts';
import { limits } from '../../facts/limits.ts';
import { namesOfParts, placeholdersOfParts } from '../../model/layouts.ts';
import { printNumber } from '../../syntax/quantity.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Related } from '../rule.ts';
import { keySpan } from './key-span.ts';

const sides = [
  { side: 'read', unit: 'RCU/s', limit: limits.partitionReadUnits.value },
  { side: 'write', unit: 'WCU/s', limit: limits.partitionWriteUnits.value },
] as const;

type Side = (typeof sides)[number];

const exceeded = (load: Load): readonly Side[] =>
  sides.filter(({ side, limit }) => load[side].atLeast > limit);

/** An ever-rising sort key bounds writes only: reads may come from all over the collection. */
const boundOf = ({ bound }: CollectionHeat, over: readonly Side[]): Bound =>
  bound === 'rising-sort-key' && !over.some(({ side }) => side === 'write') ? 'may-be-divided' : bound;

function explainBound(bound: Bound): string {
  switch (bound) {
    case 'one-item':
      return 'It is one item, and an item lies on one partition: the limit is hard.';
    case 'local-index':
      return 'The table has a local index, so the items of one partition key stay on one partition: the limit is hard.';
    case 'rising-sort-key':
      return 'New items always come at the same end of the sort key, which is on one partition: the limit is hard for writes.';
    case 'may-be-divided':
      return 'DynamoDB may divide the items by sort key after a while of such traffic (split for heat); until it has, calls are throttled.';
  }
}

/** What each query then costs, as far as that is known. */
function readsIn({ reads }: CollectionHeat): string {
  const known = reads.flatMap(({ pattern, before, after }) =>
    before.mean === undefined || after.mean === undefined
      ? []
      : [`${printValue(after.mean, 'RCU')} instead of ${printValue(before.mean, 'RCU')} for ${pattern.name}`],
  );
  return known.length > 0 ? `; a call then costs ${listOf(known)}` : '';
}

/** An attribute that tells the items of one key apart, to choose the shard by. */
function shardedBy({ layouts: [layout] }: CollectionHeat): string {
  const inPartition = new Set(namesOfParts(layout?.partition ?? []));
  const name = placeholdersOfParts(layout?.sort ?? []).findLast((each) => !inPartition.has(each.name))?.name;
  return name === undefined ? '' : `, such as \`#\${${name} | shard(N)}\` at the end of the partition key`;
}

function remedy(heat: CollectionHeat, load: Load, over: readonly Side[], bound: Bound): string {
  const shards = shardsFor(exact(load.read.atLeast), exact(load.write.atLeast));
  if (shards === undefined || shards < 2) return '';
  if (bound === 'one-item') {
    return over.some(({ side }) => side === 'write')
      ? ` Spread it over ${shards} items that are added up when they are read.`
      : ` Keep ${shards} copies of it, or put a cache in front of its reads.`;
  }
  const isAll = heat.shards === shards;
  const how = shardedBy(heat).replace('(N)', `(${shards})`);
  return isAll
    ? ` ${shards} shards would do${how}${readsIn(heat)}.`
    : ` It takes ${shards} shards or more${how}.`;
}

function relatedTo({ patterns }: CollectionHeat, { steps }: Load, over: readonly Side[]): readonly Related[] {
  const shown = steps.filter(({ unit }) => over.some((each) => each.unit === unit));
  return patterns.flatMap((pattern) => {
    const own = shown.flatMap(({ unit, parts }) =>
      parts
        .filter(({ label, value }) => label === pattern.name && value.atLeast > 0)
        .map(({ value }) => printValue(value.atLeast, unit)),
    );
    return own.length === 0
      ? []
      : [{ span: pattern.decl.nameSpan, message: `${listOf(own)} from ${pattern.name}` }];
  });
}

function messageFor(heat: CollectionHeat, load: Load, over: readonly Side[], bound: Bound): string {
  const isItem = load === heat.item;
  const where =
    isItem && heat.item
      ? `The busiest ${heat.item.entity.name}`
      : `The busiest ${heat.partitionKey} of ${targetName(heat.target)}`;
  const figures = over.map(({ side, unit }) => printValue(load[side].atLeast, unit));
  const most = over.map(({ limit, unit }) => printValue(limit, unit));
  const when = heat.patterns.some(({ decl }) => decl.peak !== undefined) ? 'at the peak' : 'at the mean rate';
  return `${where} gets ${listOf(figures)} ${when}, and a partition serves ${listOf(most)}. ${explainBound(bound)}${remedy(heat, load, over, bound)}`;
}

export const hotPartition = defineRule<{
  readonly partitionKey: string;
  readonly shards: number | undefined;
}>({
  id: 'cost/hot-partition',
  title: 'A partition key with more traffic than a partition serves',
  why: `A partition serves ${printNumber(limits.partitionReadUnits.value)} RCU and ${printNumber(limits.partitionWriteUnits.value)} WCU a second, whatever the table’s capacity is. What is beyond is throttled, and a throttled index throttles the writes to its table, too. All keys are taken to be in equal use, unless \`hottest\` says what the busiest gets (DynamoDB developer guide, partitions and burst and adaptive capacity, as of 2026).`,
  remedy:
    'Put an attribute with more values into the partition key, or `| shard(n)` on an attribute that tells its items apart; put a cache in front of reads. If the busiest key gets less than this, write `hottest` on the pattern.',
  severity: 'warning',
  *check({ design, heat }) {
    if (design.patterns.every(({ decl }) => decl.rate === undefined && decl.peak === undefined)) return;
    for (const each of heat.exceeding) {
      const load = each.item?.verdict === 'exceeds' ? each.item : each;
      const over = exceeded(load);
      const bound = boundOf(each, over);
      const isCertain = over.some(
        ({ side, limit }) => load[side].min > limit && (bound !== 'rising-sort-key' || side === 'write'),
      );
      yield {
        span: keySpan(design, each.layouts),
        message: messageFor(each, load, over, bound),
        data: { partitionKey: each.partitionKey, shards: each.shards },
        related: relatedTo(each, load, over),
        ...(isCertain && bound !== 'may-be-divided' ? { severity: 'error' as const } : {}),
      };
    }
  },
});
