// Values of core as the SDK takes them, and back.
// Deliberately without a rounding: numbers are texts on both sides.
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { DynamoItem, DynamoValue } from '../core/analysis/capacity/item.ts';

export type SdkItem = Record<string, AttributeValue>;

export function toSdk(value: DynamoValue): AttributeValue {
  switch (value.type) {
    case 'string':
      return { S: value.value };
    case 'number':
      return { N: value.value };
    case 'boolean':
      return { BOOL: value.value };
    case 'binary':
      return { B: value.value };
    case 'null':
      return { NULL: true };
    case 'list':
      return { L: value.value.map(toSdk) };
    case 'map':
      return { M: toSdkItem(value.value) };
    case 'string-set':
      return { SS: [...value.value] };
    case 'number-set':
      return { NS: [...value.value] };
    case 'binary-set':
      return { BS: [...value.value] };
  }
}

export const toSdkItem = (item: DynamoItem): SdkItem =>
  Object.fromEntries([...item].map(([name, value]) => [name, toSdk(value)]));

/** A value of a type that DynamoDB does not have yet is null here: it cannot be what was written. */
export function fromSdk(value: AttributeValue): DynamoValue {
  if (value.S !== undefined) return { type: 'string', value: value.S };
  if (value.N !== undefined) return { type: 'number', value: value.N };
  if (value.BOOL !== undefined) return { type: 'boolean', value: value.BOOL };
  if (value.B !== undefined) return { type: 'binary', value: value.B };
  if (value.L !== undefined) return { type: 'list', value: value.L.map(fromSdk) };
  if (value.M !== undefined) return { type: 'map', value: fromSdkItem(value.M) };
  if (value.SS !== undefined) return { type: 'string-set', value: value.SS };
  if (value.NS !== undefined) return { type: 'number-set', value: value.NS };
  if (value.BS !== undefined) return { type: 'binary-set', value: value.BS };
  return { type: 'null' };
}

export const fromSdkItem = (item: SdkItem): DynamoItem =>
  new Map(Object.entries(item).map(([name, value]) => [name, fromSdk(value)]));
