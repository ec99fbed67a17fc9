// Sort key ranges: the part of an item collection that a key condition spans, as one condition that DynamoDB takes.
// Deliberately knows renderings only, no entities.
import type { KeyAttribute } from '../../model/design.ts';
import { append, type Comparison, compareRenderings, last, literal, sameRendering } from './rendering.ts';
import type { KeyCondition, Rendering } from './route.ts';

/** A bound; `open` means: and everything that begins with it, as `begins_with` does at its upper end. */
export interface Bound {
  readonly at: Rendering;
  readonly open: boolean;
}

/** A range of values of one key attribute. */
export type Range =
  | { readonly kind: 'all' }
  | { readonly kind: 'equal'; readonly at: Rendering }
  | {
      readonly kind: 'prefix';
      readonly at: Rendering;
      /** The partition key says the same, so that only who else lies in the collection gives the prefix a purpose. */
      readonly implied?: true;
    }
  /** What the pattern asks for by an operator, as a condition already. */
  | {
      readonly kind: 'asked';
      readonly condition: KeyCondition;
      /** Of the same range whatever follows the value in the template: what entities with other tails have in common. */
      readonly widest: KeyCondition;
      /** The plain operator, for collections in which nobody lies beyond the prefix on its side. */
      readonly loose: KeyCondition;
      /** What stands fixed in front of the value. */
      readonly prefix: Rendering;
    };

export function toCondition(key: KeyAttribute, range: Range): KeyCondition | undefined {
  switch (range.kind) {
    case 'all':
      return undefined;
    case 'equal':
      return { key, operator: '=', values: [range.at] };
    case 'prefix':
      return { key, operator: 'begins_with', values: [range.at] };
    case 'asked':
      return range.condition;
  }
}

export function sameRange(a: Range, b: Range): boolean {
  if (a.kind === 'all' || b.kind === 'all') return a.kind === b.kind;
  if (a.kind === 'asked' || b.kind === 'asked') {
    if (a.kind !== 'asked' || b.kind !== 'asked') return false;
    const [x, y] = [a.condition, b.condition];
    return (
      x.operator === y.operator &&
      x.values.every((value, i) => {
        const other = y.values[i];
        return other !== undefined && sameRendering(value, other);
      })
    );
  }
  return a.kind === b.kind && sameRendering(a.at, b.at);
}

export interface Hull {
  readonly low: Rendering;
  readonly high: Bound;
}

const endOf = (bound: Bound): Rendering => (bound.open ? append(bound.at, last) : bound.at);

function hullOf(range: Range): Hull | undefined {
  if (range.kind === 'equal') return { low: range.at, high: { at: range.at, open: false } };
  if (range.kind === 'prefix') return { low: range.at, high: { at: range.at, open: true } };
  return undefined;
}

/** The least range that holds all; undefined where the order of their ends depends on parameters. */
export function hull(ranges: readonly Range[]): Hull | undefined {
  let result: Hull | undefined;
  for (const range of ranges) {
    const next = hullOf(range);
    if (next === undefined) return undefined;
    if (result === undefined) {
      result = next;
      continue;
    }
    const low = compareRenderings(next.low, result.low);
    const high = compareRenderings(endOf(next.high), endOf(result.high));
    if (low === 'unknown' || high === 'unknown') return undefined;
    result = {
      low: low === 'before' ? next.low : result.low,
      high: high === 'after' ? next.high : result.high,
    };
  }
  return result;
}

export type Side = 'below' | 'above' | 'inside' | 'unknown';

/** Where values with this range lie beside a hull. */
export function sideOf(range: Range, of: Hull): Side {
  const own = hullOf(range);
  if (own === undefined) return 'unknown';
  const before: Comparison = compareRenderings(endOf(own.high), of.low);
  if (before === 'before') return 'below';
  const after: Comparison = compareRenderings(own.low, endOf(of.high));
  if (after === 'after') return 'above';
  return before === 'unknown' || after === 'unknown' ? 'unknown' : 'inside';
}

/** Whether values with the range may lie below or above a hull, wherever else they lie. */
export function beyond(range: Range, of: Hull): { readonly below: boolean; readonly above: boolean } {
  const own = hullOf(range);
  if (own === undefined) return { below: true, above: true };
  const low = compareRenderings(own.low, of.low);
  const high = compareRenderings(endOf(own.high), endOf(of.high));
  return { below: low === 'before' || low === 'unknown', above: high === 'after' || high === 'unknown' };
}

/** The weakest condition that spans the hull and leaves out what lies below, above or on both sides. */
export function hullCondition(
  key: KeyAttribute,
  of: Hull,
  below: boolean,
  above: boolean,
): KeyCondition | undefined {
  if (below && above) return { key, operator: 'between', values: [of.low, endOf(of.high)] };
  if (below) return { key, operator: '>=', values: [of.low] };
  if (above) return { key, operator: '<=', values: [endOf(of.high)] };
  return undefined;
}

export const rangeOperators = ['<', '<=', '>', '>=', 'between', 'begins_with'] as const;
/** The operators of a key condition beside `=`. */
export type RangeOperator = (typeof rangeOperators)[number];

const turned: Readonly<Partial<Record<RangeOperator, RangeOperator>>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** The operator that asks the same of values whose texts are in the reverse order. */
export const turnedOperator = (operator: RangeOperator): RangeOperator => turned[operator] ?? operator;

/** The operator with its bounds included. */
export const withBound = (operator: RangeOperator): RangeOperator =>
  operator === '<' ? '<=' : operator === '>' ? '>=' : operator;

/**
 * The condition for an operator on a value that stands behind a fixed prefix and before a tail (`ORDER#${placedAt}#${id}`).
 * With a prefix the range must not leave it, so the operator becomes `between`. With a tail, every item of one value
 * begins with the value and the tail's first literal, so bounds that include the value reach behind those items.
 */
function bounded(
  key: KeyAttribute,
  operator: Exclude<RangeOperator, 'begins_with'>,
  prefix: Rendering | undefined,
  [first, second]: readonly [Rendering, Rendering],
  tail: string | undefined,
): KeyCondition {
  const behind = (value: Rendering): Rendering =>
    tail === undefined ? value : append(value, literal(tail), last);
  const condition = (op: KeyCondition['operator'], ...values: readonly Rendering[]): KeyCondition => ({
    key,
    operator: op,
    values,
  });
  switch (operator) {
    case 'between':
      return condition('between', first, behind(second));
    case '>=':
      return prefix ? condition('between', first, append(prefix, last)) : condition('>=', first);
    case '>': {
      if (prefix === undefined) return condition('>', behind(first));
      // Nothing lies between a text and the same text with U+0000 behind it.
      const next = tail === undefined ? append(first, literal('\u0000')) : behind(first);
      return condition('between', next, append(prefix, last));
    }
    case '<=':
      return prefix ? condition('between', prefix, behind(first)) : condition('<=', behind(first));
    case '<':
      // With a tail no item equals the bare value, so the included upper end lets none in.
      return prefix ? condition('between', prefix, first) : condition('<', first);
  }
}

/** The range that an operator asks for, in the forms that a route may need. */
export function askedRange(
  key: KeyAttribute,
  operator: RangeOperator,
  prefix: Rendering,
  values: readonly Rendering[],
  tail: string | undefined,
): Range {
  const [first, second = first] = values;
  if (first === undefined || second === undefined) return { kind: 'all' };
  if (operator === 'begins_with') return { kind: 'prefix', at: first };
  const inside = prefix.parts.length > 0 ? prefix : undefined;
  return {
    kind: 'asked',
    condition: bounded(key, operator, inside, [first, second], tail),
    widest: bounded(key, operator, inside, [first, second], ''),
    loose: bounded(key, operator, undefined, [first, second], tail),
    prefix,
  };
}
