// batch/too-many-items: more items in one request than a batch or a transaction takes.
// Deliberately an error only where the average is beyond a transaction's limit; a batch is divided by its caller.
import type { Entity } from '../../model/design.ts';
import type { CountDecl } from '../../model/model.ts';
import { printAmount, printNumber } from '../../syntax/quantity.ts';
import { quote } from '../../syntax/quote-yaml.ts';
import { counted, listOf } from '../../text/words.ts';
import { defineRule, type Problem } from '../rule.ts';
import { type Batch, batchesOf, isTransaction, itemsOf, type LegItems, operations, total } from './legs.ts';

/** A count that could say how many items of a leg there are at most, and how many the others leave room for. */
interface OpenCount {
  readonly count: CountDecl;
  readonly room: number;
}

interface Data {
  readonly open: OpenCount | undefined;
}

export const tooManyItems = defineRule<Data>({
  id: 'batch/too-many-items',
  title: 'More items than one request takes',
  why: 'TransactWriteItems and TransactGetItems take 100 items, all or nothing: what does not fit cannot be divided and stay atomic. BatchGetItem takes 100 and BatchWriteItem 25; more of them are further requests (DynamoDB developer guide, constraints, as of 2026).',
  remedy:
    'Bound the number: a `max` in the count, and the same bound in the application. Or keep the parts in one item, or write them before, in batches, and let the transaction only make them valid.',
  severity: 'warning',
  *check({ design }) {
    for (const batch of batchesOf(design)) {
      const problem = isTransaction(batch) ? ofTransaction(batch) : ofBatch(batch);
      if (problem !== undefined) yield problem;
    }
  },
  fixes({ data: { open } }, { text }) {
    const { count, room } = open ?? {};
    if (count?.per === undefined || room === undefined || room < count.mean) return [];
    const written = text.slice(count.span.start, count.span.end);
    if (written.startsWith('{') || written.includes('\n')) return [];
    const bounded = `{ mean: ${printAmount(count.mean)}, max: ${room}, per: ${quote(count.per.value)} }`;
    return [
      {
        title: `Write max: ${room} in the count, which the application must keep to`,
        edits: [{ span: count.span, newText: bounded }],
      },
    ];
  },
});

function ofTransaction(batch: Batch): Problem<Data> | undefined {
  const { pattern, span } = batch;
  const { name, items: limit } = operations[batch.kind];
  const legs = itemsOf(batch);
  const mean = legs.reduce((sum, each) => sum + each.mean, 0);
  if (mean > limit) {
    return {
      span,
      severity: 'error',
      message: `${pattern.name} has ${printNumber(mean)} items in one ${name}, which takes ${limit}: DynamoDB refuses it. Divide it, or keep the parts in one item.`,
      data: { open: undefined },
    };
  }
  const most = total(legs.map((each) => each.most));
  if (most !== undefined && most <= limit) return undefined;
  const large = legs.filter((each) => (each.most ?? limit) > 1);
  const names = listOf([...new Set(large.flatMap(({ leg }) => leg.entities.map((entity) => entity.name)))]);
  const fewer = limit - legs.length + large.length;
  if (most !== undefined) {
    return {
      span,
      message: `${pattern.name} can have ${printNumber(most)} items in one ${name}, which takes ${limit}: with more than ${fewer} of ${names} DynamoDB refuses it. Allow fewer, or divide it.`,
      data: { open: undefined },
      related: relatedTo(large),
    };
  }
  return {
    span,
    severity: 'information',
    message: `${pattern.name} can pass the ${limit} items of one ${name}, as nothing says how many of ${names} there are at most: with more than ${fewer} DynamoDB refuses it. Write max in the count.`,
    data: { open: openCount(legs, limit) },
    related: relatedTo(large),
  };
}

const relatedTo = (legs: readonly LegItems[]) =>
  legs.map(({ leg, mean }) => ({
    span: leg.action.span,
    message: `${printNumber(mean)} on average`,
  }));

/** Undefined where several counts are open: which of them is to give way is not for us to say. */
function openCount(legs: readonly LegItems[], limit: number): OpenCount | undefined {
  const open = legs.filter(({ most }) => most === undefined);
  const [only] = open;
  const entity: Entity | undefined = only?.leg.entities[0];
  const others = total(legs.filter((each) => each !== only).map(({ most }) => most));
  const count = entity?.decl.counts.find(({ per }) =>
    legs.some(({ leg }) => leg.entities[0] !== entity && leg.entities[0]?.name === per?.value),
  );
  return count === undefined || others === undefined ? undefined : { count, room: limit - others };
}

function ofBatch(batch: Batch): Problem<Data> | undefined {
  const { pattern, span } = batch;
  const { name, items: limit } = operations[batch.kind];
  const mean = itemsOf(batch).reduce((sum, each) => sum + each.mean, 0);
  if (mean <= limit) return undefined;
  const requests = counted(Math.ceil(mean / limit), 'request');
  return {
    span,
    severity: 'information',
    message: `${pattern.name} has ${printNumber(mean)} items, and ${name} takes ${limit}: it is ${requests}, each of which may do a part of it only. Divide the items, and repeat what comes back as unprocessed.`,
    data: { open: undefined },
  };
}
