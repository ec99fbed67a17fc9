// cost/collection-too-large: items of one partition key that outgrow 10 GB in a table with a local index.
// Deliberately only with a local index: without one, an item collection has no limit.
import type { CollectionGrowth } from '../../analysis/cost/growth.ts';
import { printBytes } from '../../syntax/quantity.ts';
import { listOf } from '../../text/words.ts';
import { defineRule } from '../rule.ts';
import { keySpan } from './key-span.ts';

function sizeText({
  bytes,
  limit,
}: CollectionGrowth): { readonly text: string; readonly isCertain: boolean } | undefined {
  const { mean, atLeast, max } = bytes;
  if (atLeast > limit) {
    return {
      text: `come to ${mean === undefined ? 'at least ' : ''}${printBytes(atLeast)} on average`,
      isCertain: true,
    };
  }
  return max !== undefined && max > limit
    ? { text: `can come to ${printBytes(max)}`, isCertain: false }
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
      const size = sizeText(each);
      if (size === undefined) continue;
      yield {
        span: keySpan(design, each.layouts),
        message: `The items of one ${each.partitionKey} ${size.text}, and with a local index (${listOf(locals)}) they may have ${printBytes(each.limit)}: then writes fail. Use a global index instead, or divide the partition key, such as by month.`,
        data: { partitionKey: each.partitionKey },
        ...(size.isCertain ? { severity: 'error' as const } : {}),
      };
    }
  },
});
