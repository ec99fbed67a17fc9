// cost/collection-too-large: items of one partition key that outgrow 10 GB in a table with a local index.
// Deliberately only with a local index: without one, an item collection has no limit.

import type { Quantity } from '../../analysis/capacity/quantity.ts';
import type { CollectionGrowth } from '../../analysis/cost/collection-growth.ts';
import { printBytes } from '../../syntax/quantity.ts';
import { listOf } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { keySpan } from './key-span.ts';

interface Excess {
  readonly text: string;
  readonly severity: 'error' | 'warning';
}

/** Now on average, at the most by what counts say, or after a year. */
function excessOf({ bytes, afterAYear, limit }: CollectionGrowth): Excess | undefined {
  const sized = ({ mean, atLeast }: Quantity) =>
    `${mean === undefined ? 'at least ' : ''}${printBytes(atLeast)}`;
  if (bytes.atLeast > limit) return { text: `come to ${sized(bytes)} on average`, severity: 'error' };
  if (afterAYear.value.atLeast > limit) {
    return {
      text: `come to ${sized(afterAYear.value)} on average after a year at the rates written`,
      severity: 'warning',
    };
  }
  return bytes.max !== undefined && bytes.max > limit
    ? { text: `can come to ${printBytes(bytes.max)}`, severity: 'warning' }
    : undefined;
}

export const collectionTooLarge = defineRule<{ readonly partitionKey: string }>({
  id: 'cost/collection-too-large',
  title: 'An item collection that can outgrow 10 GB',
  why: 'In a table with a local index, the items of one partition key and their entries in local indexes have at most 10 GB together. A write that would make it larger fails with ItemCollectionSizeLimitExceededException. Without a local index there is no such limit (DynamoDB developer guide, local secondary indexes, as of 2026).',
  remedy:
    'Use global indexes in place of the local ones, divide the partition key (by month, or by `| shard(n)`), let old items expire, or lower the `max` of the counts if there are never so many.',
  severity: 'warning',
  *check({ design, growth }) {
    const locals = design.targets.filter(({ kind }) => kind === 'local').map(({ name }) => name);
    if (locals.length === 0) return;
    for (const each of growth.collections) {
      const excess = excessOf(each);
      if (excess === undefined) continue;
      yield {
        span: keySpan(design, each.layouts),
        message: `The items of one ${each.partitionKey} ${excess.text}, and with a local index (${listOf(locals)}) they may have ${printBytes(each.limit)}: then writes fail. Use a global index instead, or divide the partition key, such as by month.`,
        data: { partitionKey: each.partitionKey },
        severity: excess.severity,
      };
    }
  },
});
