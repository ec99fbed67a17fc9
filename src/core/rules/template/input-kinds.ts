// As what an attribute's values can be put into a function: a text may be one of digits, or a time.
// Deliberately undefined where the type is unknown or has no text: other findings speak of that.
import { isTimeFormat } from '../../facts/dates.ts';
import type { InputKind, TemplateFunction } from '../../facts/functions.ts';
import type { Attribute } from '../../model/design.ts';

export function inputKinds(attribute: Attribute): readonly InputKind[] | undefined {
  const { type, format } = attribute;
  const time: readonly InputKind[] = format !== undefined && isTimeFormat(format.name) ? ['time'] : [];
  switch (type) {
    case 'number':
      return ['number', ...time];
    case 'string':
      return ['string', ...time, ...(holdsDigits(attribute) ? (['digits'] as const) : [])];
    case 'boolean':
      return ['boolean'];
    default:
      return undefined;
  }
}

const digitsPattern = /^\^(\\d|\[0-9\])(\+|\{\d+(,\d*)?\})?\$$/;

/** True if its pattern or its values say that there is nothing but digits in it. */
const holdsDigits = ({ sources }: Attribute): boolean =>
  sources.some(
    ({ pattern, enumeration }) =>
      (pattern !== undefined && digitsPattern.test(pattern.value)) ||
      (enumeration?.every(({ value }) => /^\d+$/.test(String(value))) ?? false),
  );

export const kindsAfter = (known: TemplateFunction, args: readonly string[]): readonly InputKind[] =>
  known.output(args) === 'digits' ? ['digits', 'string'] : ['string'];

/** Whether the function can work on it. A time that is a number, as epoch-seconds is, is none to a function of texts. */
export function takes(known: TemplateFunction, kinds: readonly InputKind[]): boolean {
  const isText = !kinds.includes('number');
  const ofTexts = known.accepts.includes('string');
  return known.accepts.some((kind) => kinds.includes(kind) && (kind !== 'time' || isText || !ofTexts));
}
