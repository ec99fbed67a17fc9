// Written scalars as DynamoDB values of a wanted type: enum values, constants, samples.
// Deliberately keeps every digit of a number; what has no such type is undefined.
import type { AttributeType } from '../../model/model.ts';
import type { DynamoValue } from '../capacity/item.ts';
import { base64Bytes } from './base64.ts';

const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** A number as DynamoDB prints it: no `+`, no needless zeros, no exponent for what has few digits. */
export function numberText(written: string): string | undefined {
  const text = written.trim();
  if (/^0x[0-9a-fA-F]+$|^0o[0-7]+$/.test(text)) return BigInt(text).toString();
  const [, sign = '', whole = '', fraction = '', power = '0'] = decimal.exec(text) ?? [];
  if (whole + fraction === '') return undefined;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  if (digits === '' || /^0*$/.test(digits)) return '0';
  const point = whole.length - (whole.length + fraction.length - digits.length) + Number(power);
  const minus = sign === '-' ? '-' : '';
  const significant = digits.replace(/0+$/, '');
  if (point >= significant.length && point <= 40) return minus + significant.padEnd(point, '0');
  if (point > 0 && point <= 40) return `${minus}${significant.slice(0, point)}.${significant.slice(point)}`;
  if (point <= 0 && point > -10) return `${minus}0.${'0'.repeat(-point)}${significant}`;
  const rest = significant.slice(1);
  return `${minus}${significant.slice(0, 1)}${rest && `.${rest}`}e${point - 1}`;
}

/** The text as a value of the type; undefined where it is none. Without a type, a text. */
export function scalarValue(text: string, type: AttributeType | undefined): DynamoValue | undefined {
  switch (type) {
    case undefined:
    case 'string':
      return { type: 'string', value: text };
    case 'number': {
      const number = numberText(text);
      return number === undefined ? undefined : { type: 'number', value: number };
    }
    case 'boolean':
      return text === 'true' || text === 'false' ? { type: 'boolean', value: text === 'true' } : undefined;
    case 'binary':
      return { type: 'binary', value: base64Bytes(text) };
    case 'null':
      return { type: 'null' };
    default:
      return undefined;
  }
}
