// Item values as template functions take them.
// Deliberately exact: a whole number beyond JavaScript's is passed as a bigint, not rounded.
import type { FunctionInput } from '../../facts/functions.ts';
import type { DynamoValue } from '../capacity/item.ts';

/** Undefined for what no template can print: binaries, sets, lists, maps, null. */
export function functionInput(value: DynamoValue): FunctionInput | undefined {
  if (value.type === 'string' || value.type === 'boolean') return value.value;
  if (value.type !== 'number') return undefined;
  if (String(Number(value.value)) === value.value) return Number(value.value);
  return /^-?\d+$/.test(value.value) ? BigInt(value.value) : value.value;
}
