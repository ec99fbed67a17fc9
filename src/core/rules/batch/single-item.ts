// batch/single-item: a transaction of one action, which costs twice for what one action is anyway.
// Deliberately an information: a client token that makes it safe to repeat may be the reason.
import { defineRule } from '../rule.ts';
import { batchesOf, isTransaction } from './legs.ts';

export const singleItem = defineRule<{ readonly pattern: string }>({
  id: 'batch/single-item',
  title: 'A transaction of one item',
  why: 'A write of one item is all or nothing by itself, its condition included, and a strongly consistent read is of one moment. In a transaction the same costs twice (DynamoDB developer guide, transactions, as of 2026). A reason can be the client token of TransactWriteItems, by which a repeated request is done once.',
  remedy:
    'Write `put`, `update`, `delete` or `get` without the transaction, or silence this with the reason.',
  severity: 'information',
  *check({ design }) {
    for (const batch of batchesOf(design)) {
      const [leg, ...others] = batch.legs;
      if (!isTransaction(batch) || leg === undefined || others.length > 0) continue;
      const { action, entities } = leg;
      if (action.times !== undefined || entities.length === 0 || action.kind === 'check') continue;
      yield {
        span: batch.span,
        message: `${batch.pattern.name} is one ${action.kind}, which is all or nothing by itself; in a transaction it costs twice. Write ${action.kind} alone.`,
        data: { pattern: batch.pattern.name },
      };
    }
  },
});
