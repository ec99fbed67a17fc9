// Batches and transactions with their legs, and how many items one request has.
// Deliberately counts by what is written; how many there are of something per something else, its count says.
import { limits } from '../../facts/limits.ts';
import type { Design, Entity, Pattern, ResolvedAction } from '../../model/design.ts';
import type { BatchKind } from '../../model/model.ts';
import { parseAmount } from '../../syntax/quantity.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';

export interface Batch {
  readonly kind: BatchKind;
  readonly pattern: Pattern;
  readonly legs: readonly ResolvedAction[];
  /** Where the operation stands. */
  readonly span: Span;
}

const isBatch = (kind: string): kind is BatchKind =>
  kind === 'batchGet' || kind === 'batchWrite' || kind === 'transactGet' || kind === 'transactWrite';

export const isTransaction = ({ kind }: Batch): boolean => kind === 'transactGet' || kind === 'transactWrite';

/** Every batch and transaction, of patterns and of their steps. */
export function batchesOf({ patterns }: Design): readonly Batch[] {
  const found: Batch[] = [];
  for (const pattern of patterns) {
    const { kind, actions, steps, decl } = pattern;
    if (isBatch(kind)) found.push({ kind, pattern, legs: actions, span: decl.kindSpan });
    for (const step of steps) {
      if (isBatch(step.kind)) found.push({ kind: step.kind, pattern, legs: step.actions, span: step.span });
    }
  }
  return found;
}

/** What one request takes, as the API has it. */
export const operations: Readonly<
  Record<BatchKind, { readonly name: string; readonly items: number; readonly bytes: number }>
> = {
  batchGet: { name: 'BatchGetItem', items: limits.batchGetItems.value, bytes: limits.batchGetBytes.value },
  batchWrite: {
    name: 'BatchWriteItem',
    items: limits.batchWriteItems.value,
    bytes: limits.batchWriteBytes.value,
  },
  transactGet: {
    name: 'TransactGetItems',
    items: limits.transactionItems.value,
    bytes: limits.transactionBytes.value,
  },
  transactWrite: {
    name: 'TransactWriteItems',
    items: limits.transactionItems.value,
    bytes: limits.transactionBytes.value,
  },
};

/** Into how many requests `times` beside the operation divides its legs; in the short form it counts items. */
function requestsOf({ pattern, legs }: Batch): number {
  const { node } = pattern.decl;
  const isLong = legs.every(({ action }) => action.node !== node);
  const times = isLong ? entryOf(node, 'times')?.value : undefined;
  const written = times?.kind === 'scalar' ? parseAmount(times.source) : undefined;
  return written === undefined || written < 1 ? 1 : written;
}

/** How many items one leg has in a request: on average and at most. */
export interface LegItems {
  readonly leg: ResolvedAction;
  readonly mean: number;
  /** Undefined where nothing bounds it. */
  readonly most: number | undefined;
}

export function itemsOf(batch: Batch): readonly LegItems[] {
  const requests = requestsOf(batch);
  const beside = batch.legs.flatMap(({ entities: [entity] }) => entity ?? []);
  return batch.legs.map((leg) => {
    const mean = (leg.action.times ?? 1) / requests;
    return { leg, mean, most: mostOf(leg, mean, beside) };
  });
}

/** As many as the count says there are at most for one of what is written beside it; a whole number of times is just that. */
function mostOf(
  { action, entities: [entity] }: ResolvedAction,
  mean: number,
  beside: readonly Entity[],
): number | undefined {
  if (action.times === undefined || mean <= 1) return Math.ceil(mean);
  const count = entity?.decl.counts.find(({ per }) =>
    beside.some((other) => other !== entity && other.name === per?.value),
  );
  if (count !== undefined) return count.max;
  return Number.isInteger(mean) ? mean : undefined;
}

/** Undefined if one of them is not known. */
export const total = (all: readonly (number | undefined)[]): number | undefined => {
  let sum = 0;
  for (const each of all) {
    if (each === undefined) return undefined;
    sum += each;
  }
  return sum;
};
