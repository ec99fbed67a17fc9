// batch/same-item: one item twice in a batch or a transaction.
// Deliberately of puts only beside a check: two puts of one entity are two items, and a put beside a delete is how a key is changed.
import type { ResolvedAction } from '../../model/design.ts';
import { printClause } from '../../syntax/print-clause.ts';
import { defineRule, type Problem } from '../rule.ts';
import { type Batch, batchesOf, isTransaction, operations } from './legs.ts';

interface Data {
  readonly entity: string;
}

export const sameItem = defineRule<Data>({
  id: 'batch/same-item',
  title: 'An item twice in one request',
  why: 'A transaction names each item once: “Transaction request cannot include multiple operations on one item”, a check counts, too. A batch refuses a key that it has already (“Provided list of item keys contains duplicates”; TransactWriteItems and BatchGetItem, DynamoDB API reference, as of 2026-10).',
  remedy:
    'Join the two: what a check demands can stand in the `condition` of the write. If two different items are meant, name the other’s key: `where: accountId = :other`.',
  severity: 'error',
  *check({ design }) {
    for (const batch of batchesOf(design)) yield* problemsOf(batch);
  },
});

function* problemsOf(batch: Batch): Iterable<Problem<Data>> {
  const { legs, pattern } = batch;
  if (legs.length < 2) return;
  const seen = new Map<string, ResolvedAction>();
  for (const leg of legs) {
    const { action, entities } = leg;
    const [entity] = entities;
    if (entity === undefined || (action.times ?? 1) > 1) continue;
    const where = action.where.map(({ clause, scalar }) => (clause ? printClause(clause) : scalar.source));
    const identity = [entity.name, ...where.toSorted()].join('\n');
    const first = seen.get(identity);
    if (first === undefined) {
      seen.set(identity, leg);
      continue;
    }
    const kinds = [first.action.kind, action.kind];
    if (kinds.includes('put') && !kinds.includes('check')) continue;
    const joined =
      isTransaction(batch) && kinds.includes('check')
        ? 'Move what is checked into the condition of the write'
        : 'Join the two';
    yield {
      span: action.entities[0]?.span ?? action.span,
      message: `${pattern.name} names the same ${entity.name} twice, and ${operations[batch.kind].name} refuses that. ${joined}; or, if it is another, name its key in where, such as ${firstKey(leg)} = :other.`,
      data: { entity: entity.name },
      related: [{ span: first.action.entities[0]?.span ?? first.action.span, message: 'the first time' }],
    };
  }
}

const firstKey = ({ action, entities: [entity] }: ResolvedAction): string =>
  action.where[0]?.clause?.attribute ?? entity?.attributes.keys().next().value ?? 'id';
