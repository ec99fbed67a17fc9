// DynamoDB's order of key values: texts and binaries by bytes, numbers by value.
// Deliberately exact for 38 digits, which JavaScript's numbers are not.
import { type Decimal, decimalOf } from '../../text/decimal.ts';
import type { DynamoValue } from '../capacity/item.ts';

/** Negative where `a` comes first; values of different types are ordered by type, so that sorting is stable. */
export function compareValues(a: DynamoValue, b: DynamoValue): number {
  if (a.type === 'string' && b.type === 'string') return compareTexts(a.value, b.value);
  if (a.type === 'number' && b.type === 'number') return compareNumbers(a.value, b.value);
  if (a.type === 'binary' && b.type === 'binary') return compareBytes(a.value, b.value);
  return compareTexts(a.type, b.type);
}

/** By UTF-8 bytes, whose order is that of code points; UTF-16's is not. */
export function compareTexts(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  // A pair that differs in its second half only is compared from its first.
  if (i > 0 && /[\uD800-\uDBFF]/.test(a[i - 1] ?? '')) i--;
  return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const differs = a.findIndex((byte, i) => byte !== b[i]);
  if (differs < 0) return a.length - b.length;
  return (a[differs] ?? 0) - (b[differs] ?? -1);
}

/** Value by value; where all are the same, the shorter list first. */
export function compareLists(a: readonly DynamoValue[], b: readonly DynamoValue[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i];
    const difference = other ? compareValues(value, other) : 1;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareNumbers(a: string, b: string): number {
  const [x, y] = [decimalOf(a), decimalOf(b)];
  const [left, right] = [signOf(x), signOf(y)];
  if (left !== right || left === 0) return left - right;
  const magnitude = x.exponent - y.exponent || (x.digits < y.digits ? -1 : x.digits > y.digits ? 1 : 0);
  return left * magnitude;
}

const signOf = (value: Decimal): number => (value.digits === '' ? 0 : value.negative ? -1 : 1);
