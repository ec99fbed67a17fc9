// The texts of numbers in keys: whole numbers between two bounds, plain or filled to a width, and all that JSON can print.
// Deliberately exact at both bounds: 0 to 9999 has no text of five digits.
import { between, choice, oneOf, type Pattern, repeat, sequence, text } from '../automata/pattern.ts';

const anyDigit = oneOf(between('0', '9'));
const digitsBetween = (low: number, high: number): Pattern => oneOf(between(String(low), String(high)));

/** Texts of digits of one length, from `low` to `high`, both included and both of that length. */
function ofOneLength(low: string, high: string): Pattern {
  if (low === high) return text(low);
  const isWhole = /^0*$/.test(low) && /^9*$/.test(high);
  if (isWhole) return repeat(anyDigit, low.length, low.length);
  const [first, last] = [Number(low[0]), Number(high[0])];
  const [restOfLow, restOfHigh] = [low.slice(1), high.slice(1)];
  if (first === last) return sequence(text(String(first)), ofOneLength(restOfLow, restOfHigh));
  const nines = '9'.repeat(restOfLow.length);
  const zeros = '0'.repeat(restOfLow.length);
  const parts = [
    sequence(text(String(first)), ofOneLength(restOfLow, nines)),
    sequence(text(String(last)), ofOneLength(zeros, restOfHigh)),
  ];
  if (last - first > 1) parts.push(sequence(digitsBetween(first + 1, last - 1), ofOneLength(zeros, nines)));
  return choice(parts);
}

/** `max` is undefined where nothing bounds it. Nothing where `max` is below `min`. */
export function wholeNumbers(min: bigint, max: bigint | undefined): Pattern {
  const parts: Pattern[] = [];
  const [least, most] = [String(min).length, max === undefined ? String(min).length : String(max).length];
  for (let length = least; length <= most; length++) {
    const [first, last] = [length === 1 ? 0n : 10n ** BigInt(length - 1), 10n ** BigInt(length) - 1n];
    const low = first > min ? first : min;
    const high = max !== undefined && max < last ? max : last;
    if (low <= high) parts.push(ofOneLength(String(low), String(high)));
  }
  if (max === undefined) parts.push(sequence(digitsBetween(1, 9), repeat(anyDigit, least)));
  return choice(parts);
}

/** Whole numbers filled with zeros to `width` digits; larger ones as they are. */
export function filledNumbers(min: bigint, max: bigint | undefined, width: number): Pattern {
  const largest = 10n ** BigInt(width) - 1n;
  const high = max !== undefined && max < largest ? max : largest;
  const parts: Pattern[] = [];
  const fill = (value: bigint): string => String(value).padStart(width, '0');
  if (min <= high) parts.push(ofOneLength(fill(min), fill(high)));
  if (max === undefined || max > largest) parts.push(wholeNumbers(min > largest ? min : largest + 1n, max));
  return choice(parts);
}

const fraction = repeat(sequence(text('.'), repeat(anyDigit, 1)), 0, 1);

/** What a number from `min` to `max`, neither below 0, can look like as JSON prints it: one below 0.000001 has an exponent. */
export const numbersBetween = (min: bigint, max: bigint): Pattern =>
  choice([
    sequence(wholeNumbers(min, max), fraction),
    ...(min === 0n ? [sequence(digitsBetween(1, 9), fraction, text('e-'), repeat(anyDigit, 1))] : []),
  ]);

/** What a number can look like as JSON prints it: with a sign, a fraction or an exponent. */
export function anyNumber(canBeNegative: boolean): Pattern {
  const sign = canBeNegative ? choice([text('-'), text('')]) : text('');
  const whole = choice([text('0'), sequence(digitsBetween(1, 9), repeat(anyDigit, 0))]);
  const exponent = repeat(sequence(text('e'), choice([text('+'), text('-')]), repeat(anyDigit, 1)), 0, 1);
  return sequence(sign, whole, fraction, exponent);
}
