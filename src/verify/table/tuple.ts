// Several key values as one binary whose bytes have their order: what a shadow index has in place of a key of several attributes.
// Deliberately self-delimiting: the bytes of the first values are the beginning of the whole, and of no other values'.
import type { DynamoValue } from '../../core/analysis/capacity/item.ts';
import { decimalOf } from '../../core/text/decimal.ts';

/** A mark before each value, by its type; all below 0x7f, so that 0xff stands behind any of them. */
const marks = { binary: 0x10, negative: 0x20, zero: 0x21, positive: 0x22, string: 0x30 } as const;
const end = 0x00;
/** Behind a zero byte inside a value, to tell it from the end. */
const escaped = 0xff;
/** Behind all values that begin with the same bytes. */
export const afterAll = 0xff;

function withZerosEscaped(bytes: Uint8Array): readonly number[] {
  const result: number[] = [];
  for (const byte of bytes) {
    result.push(byte);
    if (byte === 0) result.push(escaped);
  }
  return result;
}

/** Above every exponent, so that none is negative. */
const exponentShift = 0x4000;

/** Sign, exponent, digits; of a negative number all bytes turned round, so that the larger amount comes first. */
function numberBytes(text: string): readonly number[] {
  const { negative, digits, exponent } = decimalOf(text);
  if (digits === '') return [marks.zero];
  const shifted = exponent + exponentShift;
  const amount = [shifted >> 8, shifted & 0xff, ...Buffer.from(digits, 'latin1')];
  return negative ? [marks.negative, ...amount.map((byte) => 0xff - byte)] : [marks.positive, ...amount];
}

/** The bytes of a value up to, and not including, what ends it. */
function openBytes(value: DynamoValue): readonly number[] {
  switch (value.type) {
    case 'string':
      return [marks.string, ...withZerosEscaped(Buffer.from(value.value, 'utf8'))];
    case 'binary':
      return [marks.binary, ...withZerosEscaped(value.value)];
    case 'number':
      return numberBytes(value.value);
    default:
      throw new TypeError(`A key holds no ${value.type}.`);
  }
}

const isNegative = (value: DynamoValue): boolean =>
  value.type === 'number' && decimalOf(value.value).negative && decimalOf(value.value).digits !== '';

/** Digits turned round end with what is above all of them. */
const endOf = (value: DynamoValue): number => (isNegative(value) ? 0xff : end);

const closedBytes = (value: DynamoValue): readonly number[] => [...openBytes(value), endOf(value)];

/** Ordered as the values are, the first first. */
export const tupleOf = (values: readonly DynamoValue[]): Uint8Array =>
  Uint8Array.from(values.flatMap(closedBytes));

/** Behind every tuple whose last value is less than this one, and before every one where it is this one. */
export function justBelow(before: readonly DynamoValue[], value: DynamoValue): Uint8Array {
  const open = openBytes(value);
  return Uint8Array.from([...before.flatMap(closedBytes), ...open, ...(isNegative(value) ? [0xfe] : [])]);
}

/** Behind every tuple that begins with these values. */
export const behind = (values: readonly DynamoValue[]): Uint8Array =>
  Uint8Array.from([...values.flatMap(closedBytes), afterAll]);

/** What the tuples begin with whose next value begins with this text, or these bytes. */
export const beginning = (before: readonly DynamoValue[], value: DynamoValue): Uint8Array =>
  Uint8Array.from([...before.flatMap(closedBytes), ...openBytes(value)]);
