// batch/too-large: more bytes in one request than a transaction takes, or than a batch returns.
// Deliberately by the sizes of items as they are stored; what the request adds in JSON is not counted.
import { limits } from '../../facts/limits.ts';
import { printBytes } from '../../syntax/quantity.ts';
import { defineRule, type Problem, type RuleContext } from '../rule.ts';
import { type Batch, batchesOf, isTransaction, itemsOf, operations, total } from './legs.ts';

interface Data {
  readonly bytes: number;
}

export const tooLarge = defineRule<Data>({
  id: 'batch/too-large',
  title: 'More bytes than one request takes',
  why: 'All items of a transaction together have at most 4 MB, and DynamoDB refuses what is larger. A BatchGetItem returns at most 16 MB and leaves the rest unprocessed, to be asked for again (DynamoDB developer guide, constraints, as of 2026). 25 items, as many as BatchWriteItem takes, are at most 10 MB, and so within its 16 MB.',
  remedy:
    'Write fewer or smaller items in one request, or keep large values elsewhere, such as in Amazon S3.',
  severity: 'warning',
  *check(context) {
    for (const batch of batchesOf(context.design)) {
      const problem = problemOf(context, batch);
      if (problem !== undefined) yield problem;
    }
  },
});

function problemOf({ sizes }: RuleContext, batch: Batch): Problem<Data> | undefined {
  const { pattern, span } = batch;
  const { name, bytes: limit } = operations[batch.kind];
  const legs = itemsOf(batch);
  // Items are 400 KB at most: few of them need not be measured.
  const most = total(legs.map((each) => each.most));
  if (most !== undefined && most * limits.itemBytes.value <= limit) return undefined;
  const sizeOf = ({ leg }: (typeof legs)[number]) =>
    leg.entities.map((entity) => sizes.item(entity).total)[0];
  const mean = legs.reduce((sum, each) => sum + each.mean * (sizeOf(each)?.atLeast ?? 0), 0);
  if (mean > limit) return beyond(batch, mean);
  if (!isTransaction(batch)) return undefined;
  const largest = total(legs.map((each) => product(each.most, sizeOf(each)?.max)));
  if (largest === undefined || largest <= limit) return undefined;
  return {
    span,
    message: `${pattern.name} can have ${printBytes(largest)} in one ${name}, which takes ${printBytes(limit)}: then DynamoDB refuses it. Allow fewer items, or lower the maxSize of the largest.`,
    data: { bytes: largest },
  };
}

const product = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a * b;

function beyond(batch: Batch, bytes: number): Problem<Data> {
  const { pattern, span } = batch;
  const { name, bytes: limit } = operations[batch.kind];
  if (isTransaction(batch)) {
    return {
      span,
      severity: 'error',
      message: `${pattern.name} has ${printBytes(bytes)} in one ${name} on average, which takes ${printBytes(limit)}: DynamoDB refuses it. Write fewer or smaller items.`,
      data: { bytes },
    };
  }
  return {
    span,
    severity: 'information',
    message: `${pattern.name} has ${printBytes(bytes)} on average, and ${name} takes ${printBytes(limit)} at a time: what is beyond comes back as unprocessed. Ask for fewer items, and repeat what is left.`,
    data: { bytes },
  };
}
