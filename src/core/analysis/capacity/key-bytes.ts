// The bytes that a key takes: its template's literals, and the texts of the attributes inside.
// Deliberately counts texts, not values: a number in a template is decimal digits, one byte each.
import { dateFormatParts } from '../../facts/dates.ts';
import { templateFunctions } from '../../facts/functions.ts';
import { itemBytes } from '../../facts/units.ts';
import type { Attribute, Entity } from '../../model/design.ts';
import type { KeyDecl, KeyType } from '../../model/model.ts';
import type { FunctionCall, Placeholder, Template } from '../../syntax/template.ts';
import { utf8Length } from '../../text/utf8.ts';
import { wholeDigits } from './number-bytes.ts';
import { between, exact, type Missing, mixture, type Quantity, rising, sum, unknown } from './quantity.ts';
import { ofEnumeration, valueBytes } from './value-bytes.ts';

/** A number has at most 38 digits, a sign, a point, and an exponent is never printed. */
const longestNumber = 40;

function numberText(attribute: Attribute): Quantity {
  const { format } = attribute;
  if (format?.type === 'number' && format.bytes.mean !== null) {
    return between(format.bytes.min, format.bytes.mean, format.bytes.max ?? undefined);
  }
  const bounded = attribute.sources.find((source) => source.max !== undefined);
  if (bounded?.max !== undefined) {
    const min = bounded.min ?? 0;
    const sign = min < 0 ? 1 : 0;
    const digits = Math.max(wholeDigits(min), wholeDigits(bounded.max));
    return between(1, wholeDigits(bounded.max), digits + sign);
  }
  const assumed = itemBytes.decimalTextAssumed.value;
  const missing: Missing = {
    what: `how many digits ${attribute.name} of ${attribute.entity} has`,
    write: 'max: 9999',
    span: attribute.decl.nameSpan,
    assumed: `${assumed} digits`,
  };
  return between(1, assumed, longestNumber, [missing]);
}

/** Bytes of the attribute's value as text. */
function textBytes(attribute: Attribute): Quantity {
  const constant = attribute.sources.find((source) => source.constant !== undefined)?.constant;
  if (constant !== undefined) return exact(utf8Length(String(constant.value)));
  if (attribute.type !== 'number' && attribute.type !== 'boolean') return valueBytes(attribute);
  const values = attribute.sources.find((source) => source.enumeration !== undefined)?.enumeration;
  if (values !== undefined) return ofEnumeration(values, (value) => utf8Length(String(value)));
  return attribute.type === 'number'
    ? numberText(attribute)
    : mixture([true, false].map((value) => ({ weight: 1, of: exact(String(value).length) })));
}

/** The number of digits of 0 to n - 1, on average. */
function digitsBelow(n: number): Quantity {
  let total = 0;
  for (let value = 0; value < n; value++) total += String(value).length;
  return between(1, total / n, String(n - 1).length);
}

function behindFunction(input: Quantity, call: FunctionCall, attribute: Attribute): Quantity {
  const width = Number(call.args[0]);
  switch (call.name) {
    case 'pad':
      // Digits that nothing bounds are taken to fit: that is what the padding is for.
      return input.missing.length > 0
        ? between(width, width, input.max)
        : rising(input, (digits) => Math.max(digits, width));
    case 'descending':
    case 'hash':
      return exact(width);
    case 'upper':
    case 'lower':
      return input;
    case 'date':
      return exact(utf8Length(call.args[0] ?? ''));
    case 'shard':
      return digitsBelow(width);
    default:
      return unknown([
        {
          what: `what the function ${call.name} makes of ${attribute.name}`,
          write: undefined,
          span: call.nameSpan,
        },
      ]);
  }
}

/** True for a call that facts/functions.ts knows, with arguments that fit. */
const isUsable = (call: FunctionCall): boolean => {
  const known = templateFunctions.get(call.name);
  if (known === undefined || known.parameters.length !== call.args.length) return false;
  return call.name === 'date'
    ? dateFormatParts(call.args[0] ?? '') !== undefined
    : call.args.every((arg) => /^\d{1,4}$/.test(arg) && Number(arg) > 0);
};

function placeholderBytes(
  placeholder: Placeholder,
  entity: Entity,
  keys: readonly KeyDecl[],
  open: readonly string[],
): Quantity {
  const attribute = entity.attributes.get(placeholder.name);
  if (attribute !== undefined) {
    return placeholder.functions.reduce(
      (input, call) =>
        isUsable(call)
          ? behindFunction(input, call, attribute)
          : behindFunction(input, { ...call, name: `${call.name}(${call.args.join()})` }, attribute),
      textBytes(attribute),
    );
  }
  const other = keys.find((key) => key.name === placeholder.name);
  if (other !== undefined && placeholder.functions.length === 0 && !open.includes(other.name)) {
    return bytesOfTemplate(other.template, entity, keys, [...open, other.name]);
  }
  return unknown([
    {
      what: `what ${placeholder.name} in a key of ${entity.name} is`,
      write: `${placeholder.name}: string`,
      span: placeholder.span,
    },
  ]);
}

const bytesOfTemplate = (
  template: Template,
  entity: Entity,
  keys: readonly KeyDecl[],
  open: readonly string[],
): Quantity =>
  sum(
    template.parts.map((part) =>
      part.kind === 'literal' ? exact(utf8Length(part.text)) : placeholderBytes(part, entity, keys, open),
    ),
  );

/**
 * Bytes of the key's value. A key that is a number attribute alone holds the number itself; `keys` are the item's other
 * keys, which a template may name.
 */
export function keyBytes(
  template: Template,
  type: KeyType,
  entity: Entity,
  keys: readonly KeyDecl[],
): Quantity {
  const [only] = template.parts;
  if (type !== 'string' && only?.kind === 'placeholder' && template.parts.length === 1) {
    const attribute = entity.attributes.get(only.name);
    if (attribute !== undefined && only.functions.length === 0) return valueBytes(attribute);
  }
  return bytesOfTemplate(template, entity, keys, []);
}
