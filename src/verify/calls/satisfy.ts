// Values that make a clause hold for an item, or fail: for conditions, whose parameters the caller chooses.
// Deliberately about one clause; plan.ts makes whole items of it.
import type { DynamoValue } from '../../core/analysis/capacity/item.ts';
import { scalarValue } from '../../core/analysis/samples/scalar-value.ts';
import type { Attribute } from '../../core/model/design.ts';
import type { Clause } from '../../core/syntax/clause.ts';
import { boundsFor } from './bounds.ts';

/** Another value of the same type: larger, where types have an order that people know. */
export function otherValue(value: DynamoValue): DynamoValue {
  switch (value.type) {
    case 'string':
      return { type: 'string', value: `${value.value}x` };
    case 'number':
      return { type: 'number', value: String(Number(value.value) + 1) };
    case 'boolean':
      return { type: 'boolean', value: !value.value };
    case 'binary':
      return { type: 'binary', value: Uint8Array.from([...value.value, 1]) };
    case 'list':
      return { type: 'list', value: [...value.value, { type: 'string', value: 'x' }] };
    case 'map':
      return { type: 'map', value: new Map(value.value).set('x', { type: 'string', value: 'x' }) };
    case 'string-set':
      return { type: 'string-set', value: [...value.value, 'x'] };
    case 'number-set':
      return { type: 'number-set', value: [...value.value, '7777'] };
    case 'binary-set':
      return { type: 'binary-set', value: [...value.value, Uint8Array.of(7, 7)] };
    case 'null':
      return value;
  }
}

/** A number less one, or a text that comes before all others. */
export const smallerValue = (value: DynamoValue): DynamoValue =>
  value.type === 'number'
    ? { type: 'number', value: String(Number(value.value) - 1) }
    : { type: 'string', value: '!' };

/** Operands with which the clause holds for the value. */
export function operandsThatHold(clause: Clause, value: DynamoValue): readonly DynamoValue[] {
  switch (clause.operator) {
    case '<>':
    case '<':
      return [otherValue(value)];
    case '>':
      return [smallerValue(value)];
    case 'between':
      return [value, value];
    case 'begins_with':
    case 'contains':
      return boundsFor(clause, [value], value, 0);
    default:
      return [value];
  }
}

/** The value that the attribute must have for a clause of constants: undefined where it must be absent, or none is known. */
export function valueThatHolds(clause: Clause, attribute: Attribute): DynamoValue | undefined {
  const [operand] = clause.operands;
  if (operand?.kind !== 'constant') return undefined;
  const value = scalarValue(operand.text, attribute.type);
  switch (clause.operator) {
    case '>':
    case '<>':
      return value && otherValue(value);
    case '<':
      return value && smallerValue(value);
    default:
      return value;
  }
}
