// What came of one question to an engine: confirmed, confirmed on a shadow index, a mismatch, or not checkable, with the reason.
// Deliberately four and no more: what an engine cannot show is never "ok".
import type { DynamoValue } from '../../core/analysis/capacity/item.ts';

/** What is compared. */
export type Aspect =
  /** The items returned with the items declared. */
  | 'items'
  /** Their order with the order declared. */
  | 'order'
  /** The item and its index entries after a write with what the model says. */
  | 'effect'
  /** Whether a condition that does not hold refuses the write. */
  | 'condition'
  /** ConsumedCapacity with the units of those same items. */
  | 'units'
  /** Whether that lies within the least and most that the estimate for the pattern says. */
  | 'estimate'
  /** Two different items with one primary key. */
  | 'keys'
  /** Whether the witness of a proof is seen: a collision, what a read finds or misses. */
  | 'proof';

/** An item of the model, to be kept as a sample. */
export interface Witness {
  readonly entity: string;
  readonly values: ReadonlyMap<string, DynamoValue>;
}

export interface Mismatch {
  readonly kind: 'mismatch';
  /** One sentence or two. */
  readonly message: string;
  /** To be shown side by side: units, keys, or items of several lines. `oneLine` puts each on one. */
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  /** The items on which they differ. */
  readonly witnesses: readonly Witness[];
}

export type Verdict =
  | {
      readonly kind: 'confirmed';
      readonly on: 'engine' | 'shadow';
      /** What else was seen, as the analysis says: items of other entities, a wanted entity that is never found. */
      readonly note?: string;
    }
  | Mismatch
  | { readonly kind: 'not-checkable'; readonly reason: string };

export interface Check {
  readonly aspect: Aspect;
  /** What was asked, with its parameters; empty where there are none. */
  readonly call: string;
  readonly verdict: Verdict;
}

export interface PatternResult {
  readonly pattern: string;
  readonly checks: readonly Check[];
}

export type Summary = 'mismatch' | 'confirmed' | 'shadow' | 'not-checkable';

/** Of a pattern: the worst of its checks that says something, and not checkable only where nothing does. */
export function summaryOf({ checks }: PatternResult): Summary {
  const has = (holds: (verdict: Verdict) => boolean): boolean => checks.some(({ verdict }) => holds(verdict));
  if (has(({ kind }) => kind === 'mismatch')) return 'mismatch';
  if (has((verdict) => verdict.kind === 'confirmed' && verdict.on === 'shadow')) return 'shadow';
  return has(({ kind }) => kind === 'confirmed') ? 'confirmed' : 'not-checkable';
}

/** `Order PK=CUSTOMER#ann SK=#ORDER#1`: what stands on several lines, on one. */
export const oneLine = (text: string): string => text.replaceAll(/\n */g, ' ');

export const confirmed = (on: 'engine' | 'shadow' = 'engine', note?: string): Verdict => ({
  kind: 'confirmed',
  on,
  ...(note !== undefined && { note }),
});

export const notCheckable = (reason: string): Verdict => ({ kind: 'not-checkable', reason });

export const mismatch = (
  message: string,
  expected: readonly string[],
  actual: readonly string[],
  witnesses: readonly Witness[] = [],
): Mismatch => ({ kind: 'mismatch', message, expected, actual, witnesses });
