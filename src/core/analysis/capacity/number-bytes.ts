// The bytes of a number in an item: aligned base-100 digits, exact for a written number, bounds for a range.
// Deliberately works on decimal text: a JavaScript number has lost the digits of a long one.
import { limits } from '../../facts/limits.ts';
import { itemBytes } from '../../facts/units.ts';
import { between, exact, type Quantity } from './quantity.ts';

const decimal = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?\s*$/;

/**
 * Bytes of a number written in decimal, as DynamoDB's emulators meter it: zeros at both ends trimmed, the digits taken in
 * pairs that are aligned at the decimal point, one byte for each pair, one for the exponent, one for the sign. 0 is 1 B.
 * Undefined where the text is no number.
 */
export function numberBytes(text: string): number | undefined {
  const match = decimal.exec(text);
  const [whole = '', fraction = ''] = [match?.[2], match?.[3]];
  if (match === null || whole + fraction === '') return undefined;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return itemBytes.numberAtLeast.value;
  // The power of ten of the last significant digit.
  const exponent = Number(match[4] ?? 0) - fraction.length + (digits.length - significant.length);
  const pairs = Math.ceil((significant.length + Math.abs(exponent % 2)) / 2);
  const sign = match[1] === '-' ? 1 : 0;
  return Math.min(1 + pairs + sign, itemBytes.numberAtMost.value);
}

/** The digits of the whole part: of 999 three, of -1234.5 four, of 0 one. */
export const wholeDigits = (value: number): number =>
  Math.abs(value) < 1 ? 1 : Math.floor(Math.log10(Math.abs(value)) + 1e-12) + 1;

/**
 * Bytes of a whole number from `min` to `max` where all of them are equally likely, so that most have as many digits as
 * the bound has. A fraction may take more; who knows so writes `size`.
 */
export function integerBytes(min: number, max: number): Quantity {
  if (min === max) return exact(numberBytes(String(min)) ?? itemBytes.numberAtLeast.value);
  const digits = Math.min(limits.numberDigits.value, Math.max(wholeDigits(min), wholeDigits(max)));
  const negative = min < 0 ? 1 : 0;
  const most = 1 + Math.ceil((digits + (digits % 2)) / 2) + negative;
  const least = min <= 0 && max >= 0 ? itemBytes.numberAtLeast.value : itemBytes.numberAtLeast.value + 1;
  const typical = 1 + Math.ceil(digits / 2) + (max <= 0 ? negative : 0);
  return between(least, typical, Math.min(most, itemBytes.numberAtMost.value));
}
