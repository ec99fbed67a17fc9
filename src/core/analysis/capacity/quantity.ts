// A quantity that may be partly unknown: least, mean and greatest, and what is missing to know the mean.
// Deliberately keeps unknown apart from 0: an unknown part makes the whole unknown, with its reason.
import type { Span } from '../../text/span.ts';
import type { Setting } from './setting.ts';

/** Something that the model does not say. */
export interface Missing {
  /** What is not known: "how large Detail of DeviceLog is". */
  readonly what: string;
  /** What to write: "size: 300 B"; undefined where no line of the model would tell. */
  readonly write: string | undefined;
  /** What to set beside the model, where no line of it would tell. */
  readonly setting?: Setting;
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

/**
 * Removes the noise of binary fractions: 0.1 + 0.2 is 0.3. Whole numbers and halves have none. What twelve significant
 * digits leave is found by scaling, since `toPrecision` costs ten times as much and sums are many; only where a digit is
 * about to turn does it decide.
 */
export function tidy(value: number): number {
  if (Number.isInteger(value * 2) || !Number.isFinite(value)) return value;
  const size = Math.abs(value);
  // The power of ten that moves twelve digits before the point; all of them are exact.
  let scale = 1e11;
  for (let bound = 10; size >= bound && scale > 1; bound *= 10) scale /= 10;
  for (let bound = 1; size < bound && scale < 1e22; bound /= 10) scale *= 10;
  const scaled = value * scale;
  const rest = scaled - Math.floor(scaled);
  const isClear = size < 1e12 && size > 1e-11 && (rest < 0.499 || rest > 0.501);
  return isClear ? Math.round(scaled) / scale : Number(value.toPrecision(12));
}

const nothingMissing: readonly Missing[] = Object.freeze([]);

export const exact = (value: number): Quantity => {
  const number = tidy(value);
  return { min: number, mean: number, max: number, atLeast: number, missing: nothingMissing };
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
  let first = nothingMissing;
  for (const { missing } of quantities) {
    if (missing.length === 0 || missing === first) continue;
    if (first.length > 0) return distinctMissing(quantities.flatMap((quantity) => quantity.missing));
    first = missing;
  }
  return first;
}

/** What sums and products come to, without the noise of their fractions; most of their figures are all the same. */
function tidied(
  min: number,
  mean: number | undefined,
  max: number | undefined,
  atLeast: number,
  missing: readonly Missing[],
): Quantity {
  const least = tidy(min);
  return {
    min: least,
    mean: mean === undefined ? undefined : mean === min ? least : tidy(mean),
    max: max === undefined ? undefined : max === min ? least : tidy(max),
    atLeast: atLeast === min ? least : tidy(atLeast),
    missing,
  };
}

export function sum(quantities: readonly Quantity[]): Quantity {
  let min = 0;
  let mean = 0;
  let max = 0;
  let atLeast = 0;
  let hasMean = true;
  let hasMax = true;
  for (const each of quantities) {
    min += each.min;
    atLeast += each.atLeast;
    if (each.mean === undefined) hasMean = false;
    else mean += each.mean;
    if (each.max === undefined) hasMax = false;
    else max += each.max;
  }
  return tidied(min, hasMean ? mean : undefined, hasMax ? max : undefined, atLeast, missingOf(quantities));
}

const isZero = (quantity: Quantity): boolean => quantity.min === 0 && quantity.max === 0;

/** The product of independent quantities: means multiply. Nothing, times whatever, is nothing. */
export function product(quantities: readonly Quantity[]): Quantity {
  let min = 1;
  let mean = 1;
  let max = 1;
  let atLeast = 1;
  let hasMean = true;
  let hasMax = true;
  let isNever = false;
  for (const each of quantities) {
    if (isZero(each)) return zero;
    min *= each.min;
    atLeast *= each.atLeast;
    if (each.mean === undefined) hasMean = false;
    else mean *= each.mean;
    if (each.max === undefined) hasMax = false;
    else max *= each.max;
    isNever ||= each.mean === 0;
  }
  const missing = missingOf(quantities);
  // Never, times something without bound, is still never; at most is then what it is at most.
  if (isNever && !hasMean) return tidied(min, 0, hasMax ? max : undefined, 0, missing);
  return tidied(min, hasMean ? mean : undefined, hasMax ? max : undefined, atLeast, missing);
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
  let min = Number.POSITIVE_INFINITY;
  let max: number | undefined = Number.NEGATIVE_INFINITY;
  let mean = 0;
  let atLeast = 0;
  let hasMean = true;
  const counting: Quantity[] = [];
  for (const { weight, of } of alternatives) {
    min = Math.min(min, of.min);
    max = max === undefined || of.max === undefined ? undefined : Math.max(max, of.max);
    const share = tidy(weight / total);
    if (share === 0 || isZero(of)) continue;
    counting.push(of);
    atLeast += tidy(of.atLeast * share);
    if (of.mean === undefined) hasMean = false;
    else mean += tidy(of.mean * share);
  }
  const middle = hasMean ? tidy(mean) : undefined;
  return { min, mean: middle, max, atLeast: tidy(atLeast), missing: missingOf(counting) };
}
