// key/index-without-key: a global index that does not say by which partition key.
// Deliberately not about local indexes: theirs is the table's.
import { defineRule } from '../rule.ts';

export const indexWithoutKey = defineRule<{ readonly index: string }>({
  id: 'key/index-without-key',
  title: 'A global index without a partition key',
  why: 'CreateTable refuses a global index without a partition key (DynamoDB API reference, as of 2026-10).',
  remedy: 'Write its `partitionKey`, and a `sortKey` if patterns need an order or a range.',
  severity: 'error',
  *check({ model }) {
    for (const index of model.indexes) {
      if (index.kind !== 'global' || index.partitionKey.length > 0) continue;
      yield {
        span: index.nameSpan,
        message: `${index.name} has no partition key, so nothing can be in it. Write partitionKey: with the attribute to look up by.`,
        data: { index: index.name },
      };
    }
  },
});
