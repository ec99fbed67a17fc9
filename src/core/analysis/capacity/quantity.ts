// A quantity that may be partly unknown: least, mean and greatest, and what is missing to know the mean.
// Deliberately keeps unknown apart from 0: an unknown part makes the whole unknown, with its reason.
import type { Span } from '../../text/span.ts';

/** Something that the model does not say. */
export interface Missing {
  /** What is not known: "how large Detail of DeviceLog is". */
  readonly what: string;
  /** What to write: "size: 300 B"; undefined where no line of the model would tell. */
  readonly write: string | undefined;
  /** Where to write it. */
  readonly span: Span;
  /** What is taken in its place, "5 B"; undefined where nothing is, so that the mean is unknown. */
  readonly assumed?: string;
}

export interface Quantity {
  /** The least it can be. */
  readonly min: number;
  /** Undefined where it is not known. */
  readonly mean: number | undefined;
  /** The greatest it can be; undefined where nothing bounds it. */
  readonly max: number | undefined;
  /** What the mean is at least, by what is known: the mean itself where that is known. */
  readonly atLeast: number;
  /** Why the mean is undefined, or what it assumes. */
  readonly missing: readonly Missing[];
}

/** Removes the noise of binary fractions: 0.1 + 0.2 is 0.3. Whole numbers and halves have none. */
export const tidy = (value: number): number =>
  Number.isInteger(value * 2) || !Number.isFinite(value) ? value : Number(value.toPrecision(12));

export const exact = (value: number): Quantity => {
  const number = tidy(value);
  return { min: number, mean: number, max: number, atLeast: number, missing: [] };
};

export const zero: Quantity = exact(0);
export const one: Quantity = exact(1);

/** A quantity with a known mean. */
export function between(
  min: number,
  mean: number,
  max: number | undefined,
  assumptions: readonly Missing[] = [],
): Quantity {
  const middle = tidy(mean);
  return {
    min: Math.min(tidy(min), middle),
    mean: middle,
    max: max === undefined ? undefined : Math.max(tidy(max), middle),
    atLeast: middle,
    missing: assumptions,
  };
}

export const unknown = (missing: readonly Missing[], min = 0, max?: number, atLeast = min): Quantity => ({
  min: tidy(min),
  mean: undefined,
  max: max === undefined ? undefined : tidy(max),
  atLeast: tidy(atLeast),
  missing,
});

export const isKnown = (quantity: Quantity): quantity is Quantity & { readonly mean: number } =>
  quantity.mean !== undefined;

/** The same lack once, in the order in which they came. */
export function distinctMissing(all: readonly Missing[]): readonly Missing[] {
  if (all.length < 2) return all;
  const byPlace = new Map<string, Missing>();
  for (const missing of all) {
    const key = `${missing.span.start} ${missing.what}`;
    if (!byPlace.has(key)) byPlace.set(key, missing);
  }
  return byPlace.size === all.length ? all : [...byPlace.values()];
}

/** Most quantities lack nothing, or all that do lack the same; those cases cost no new list. */
function missingOf(quantities: readonly Quantity[]): readonly Missing[] {
  let first: readonly Missing[] = [];
  for (const { missing } of quantities) {
    if (missing.length === 0 || missing === first) continue;
    if (first.length > 0) return distinctMissing(quantities.flatMap((quantity) => quantity.missing));
    first = missing;
  }
  return first;
}

function combine(
  quantities: readonly Quantity[],
  start: number,
  apply: (total: number, value: number) => number,
): Quantity {
  let min = start;
  let mean: number | undefined = start;
  let max: number | undefined = start;
  let atLeast = start;
  for (const each of quantities) {
    min = apply(min, each.min);
    mean = mean === undefined || each.mean === undefined ? undefined : apply(mean, each.mean);
    max = max === undefined || each.max === undefined ? undefined : apply(max, each.max);
    atLeast = apply(atLeast, each.atLeast);
  }
  const least = tidy(min);
  const again = (value: number): number => (value === min ? least : tidy(value));
  return {
    min: least,
    mean: mean === undefined ? undefined : again(mean),
    max: max === undefined ? undefined : again(max),
    atLeast: again(atLeast),
    missing: missingOf(quantities),
  };
}

export const sum = (quantities: readonly Quantity[]): Quantity =>
  combine(quantities, 0, (total, value) => total + value);

const isZero = (quantity: Quantity): boolean => quantity.min === 0 && quantity.max === 0;

/** The product of independent quantities: means multiply. Nothing, times whatever, is nothing. */
export function product(quantities: readonly Quantity[]): Quantity {
  if (quantities.some(isZero)) return zero;
  const result = combine(quantities, 1, (total, value) => total * value);
  // Never, times something without bound, is still never; at most is then what it is at most.
  const none = quantities.some((quantity) => quantity.mean === 0);
  return none && result.mean === undefined ? { ...result, mean: 0, atLeast: 0 } : result;
}

export const scale = (quantity: Quantity, factor: number): Quantity => product([quantity, exact(factor)]);

/** Part by whole, both at their means; the extremes of a quotient take the extremes of the divisor crosswise. */
export function quotient(dividend: Quantity, divisor: Quantity): Quantity {
  if (isZero(dividend)) return zero;
  const ratio = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined || b === undefined || b === 0 ? undefined : tidy(a / b);
  const mean = ratio(dividend.mean, divisor.mean);
  const min = ratio(dividend.min, divisor.max) ?? 0;
  return {
    min: mean === undefined ? min : Math.min(min, mean),
    mean,
    max: ratio(dividend.max, divisor.min),
    atLeast: mean ?? min,
    missing: missingOf([dividend, divisor]),
  };
}

/** No more than the cap. A cap that is the same as the least makes the quantity known. */
export function capped(quantity: Quantity, cap: number): Quantity {
  const cut = (value: number): number => Math.min(value, cap);
  const max = quantity.max === undefined ? cap : cut(quantity.max);
  const min = cut(quantity.min);
  if (quantity.mean === undefined && min === max) return exact(min);
  return {
    min,
    mean: quantity.mean === undefined ? undefined : cut(quantity.mean),
    max,
    atLeast: cut(quantity.atLeast),
    missing: quantity.missing,
  };
}

/**
 * A rising function of a quantity, taken at its mean. Where least and greatest give the same, the result is known
 * whatever is missing: an item of 300 to 900 B is one write unit.
 */
export function rising(quantity: Quantity, apply: (value: number) => number): Quantity {
  const min = tidy(apply(quantity.min));
  const max = quantity.max === undefined ? undefined : tidy(apply(quantity.max));
  if (min === max) return exact(min);
  return {
    min,
    mean: quantity.mean === undefined ? undefined : tidy(apply(quantity.mean)),
    max,
    atLeast: tidy(apply(quantity.atLeast)),
    missing: quantity.missing,
  };
}

/** The envelope of alternatives: least of all, greatest of all, and the mean by their weights. */
export function mixture(
  alternatives: readonly { readonly weight: number; readonly of: Quantity }[],
): Quantity {
  const total = alternatives.reduce((all, { weight }) => all + weight, 0);
  if (alternatives.length === 0 || total === 0) return zero;
  const weighted = sum(alternatives.map(({ weight, of }) => scale(of, weight / total)));
  const all = alternatives.map(({ of }) => of);
  const greatest = all.map((each) => each.max);
  return {
    ...weighted,
    min: Math.min(...all.map((each) => each.min)),
    max: greatest.every((value) => value !== undefined) ? Math.max(...greatest) : undefined,
  };
}
