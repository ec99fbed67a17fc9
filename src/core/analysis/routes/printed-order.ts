// Whether the text that a template prints of an attribute sorts as the attribute's values do.
// Deliberately believes what is declared: `min`, `max` and formats bound a number; where nothing does, a padding is trusted.
import { templateFunctions } from '../../facts/functions.ts';
import type { Attribute } from '../../model/design.ts';
import type { KeyType } from '../../model/model.ts';
import type { FunctionCall } from '../../syntax/template.ts';
import { orderOf, orderOfCall } from './functions.ts';

/** Why text order is not the order of the values. */
export type OrderLoss =
  | { readonly kind: 'function'; readonly name: string }
  /** Such as ipv4: 9.0.0.0 is before 10.0.0.0, and its text is not. */
  | { readonly kind: 'format'; readonly name: string }
  | { readonly kind: 'unpadded' }
  | PaddingLoss;

export type PaddingLoss =
  | { readonly kind: 'negative'; readonly name: string; readonly min: number }
  /** The function holds fewer digits than the attribute's `max` has. */
  | {
      readonly kind: 'too-short';
      readonly call: FunctionCall;
      readonly max: number;
      readonly neededDigits: number;
    };

export type PrintedOrder =
  | { readonly kind: 'keeps' }
  | { readonly kind: 'reverses' }
  | { readonly kind: 'loses'; readonly loss: OrderLoss };

const keeps: PrintedOrder = { kind: 'keeps' };
const reverses: PrintedOrder = { kind: 'reverses' };
const loses = (loss: OrderLoss): PrintedOrder => ({ kind: 'loses', loss });

interface Bounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** The least and the largest number, by the format's fixed width, by listed values, or as declared. */
function boundsOf({ format, sources }: Attribute): Bounds {
  if (format && format.bytes.min === format.bytes.max)
    return { min: 10 ** (format.bytes.min - 1), max: 10 ** format.bytes.min - 1 };
  const listed = sources.flatMap((source) => source.enumeration ?? source.constant ?? []);
  const values = listed.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  if (values.length > 0) return { min: Math.min(...values), max: Math.max(...values) };
  return {
    min: sources.find((source) => source.min !== undefined)?.min,
    max: sources.find((source) => source.max !== undefined)?.max,
  };
}

const whole = (value: number): bigint => (Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n);
const digitsOf = (value: number): number => String(whole(value)).length;

/** A number without padding keeps its order if all numbers have as many digits. */
function bareNumber({ min, max }: Bounds): PrintedOrder {
  const sameWidth = min !== undefined && max !== undefined && min >= 0 && digitsOf(min) === digitsOf(max);
  return sameWidth ? keeps : loses({ kind: 'unpadded' });
}

/** An identifier such as a uuid has no order of its own that its text could lose. */
const losesByFormat = ({ format }: Attribute): boolean => format?.order === 'none' && !format.distinctPerItem;

/** Numbers that `pad` or `descending` does not fill: those below 0, or the largest. Undefined where all fit, or nothing bounds them. */
export function paddingLoss(attribute: Attribute, call: FunctionCall): PaddingLoss | undefined {
  const largest = templateFunctions.get(call.name)?.largest(call.args);
  if (largest === undefined || attribute.type !== 'number') return undefined;
  const { min, max } = boundsOf(attribute);
  if (min !== undefined && min < 0) return { kind: 'negative', name: call.name, min };
  if (max === undefined || whole(max) <= largest) return undefined;
  return { kind: 'too-short', call, max, neededDigits: digitsOf(max) };
}

/**
 * The order of `${attribute | calls}` in a key of this type. An unknown attribute keeps its order: a rule reports it,
 * and nothing else is to be said of it.
 */
export function printedOrder(
  attribute: Attribute | undefined,
  calls: readonly FunctionCall[],
  keyType: KeyType,
): PrintedOrder {
  const [first] = calls;
  if (attribute && losesByFormat(attribute) && first?.name !== 'date')
    return loses({ kind: 'format', name: attribute.format?.name ?? '' });
  if (first === undefined) {
    const isText = keyType !== 'number' && attribute?.type === 'number';
    return isText ? bareNumber(boundsOf(attribute)) : keeps;
  }
  const losing = calls.find((call) => orderOfCall(call) === 'loses');
  if (losing) return loses({ kind: 'function', name: losing.name });
  // Only the first function sees the attribute's own numbers.
  const loss = attribute && paddingLoss(attribute, first);
  if (loss) return loses(loss);
  return orderOf(calls) === 'reverses' ? reverses : keeps;
}
