// The bytes that an attribute's value takes in an item, as far as its declaration tells.
// Deliberately about stored values; key-bytes.ts has their texts inside keys.
import { itemBytes } from '../../facts/units.ts';
import type { Attribute } from '../../model/design.ts';
import type { AttributeDecl, AttributeType } from '../../model/model.ts';
import type { ScalarValue } from '../../syntax/tree.ts';
import { utf8Length } from '../../text/utf8.ts';
import { integerBytes, numberBytes } from './number-bytes.ts';
import { patternLength } from './pattern-length.ts';
import { between, exact, type Missing, mixture, type Quantity, unknown } from './quantity.ts';

const bytesOfScalar = (value: ScalarValue, type: AttributeType | undefined): number => {
  if (value === null || type === 'boolean' || type === 'null') return itemBytes.booleanOrNull.value;
  const text = String(value);
  return type === 'number' ? (numberBytes(text) ?? itemBytes.numberAtMost.value) : utf8Length(text);
};

/** Alternatives of one attribute with their shares; without shares they are equal. */
export function ofEnumeration(
  values: NonNullable<AttributeDecl['enumeration']>,
  bytes: (value: ScalarValue) => number,
): Quantity {
  const plain = values.every((value) => value.share === undefined);
  return mixture(
    values.map(({ value, share }) => ({ weight: plain ? 1 : (share ?? 0), of: exact(bytes(value)) })),
  );
}

const missingSize = (attribute: Attribute, write: string): Missing => ({
  what: `how large ${attribute.name} of ${attribute.entity} is`,
  write,
  span: attribute.decl.nameSpan,
});

interface Bounds {
  readonly min: number;
  readonly max: number | undefined;
}

/** What type and pattern alone say of the size. */
function boundsOf(attribute: Attribute, decl: AttributeDecl): Bounds {
  switch (attribute.type) {
    case 'string':
      return (decl.pattern && patternLength(decl.pattern.value)) ?? { min: 0, max: undefined };
    case 'number':
      return { min: itemBytes.numberAtLeast.value, max: itemBytes.numberAtMost.value };
    case 'list':
    case 'map':
      return { min: itemBytes.listOrMap.value, max: undefined };
    default:
      return { min: 0, max: undefined };
  }
}

/** The size as written, within the bounds that the rest of the declaration gives. */
function writtenSize(decl: AttributeDecl, bounds: Bounds): Quantity | undefined {
  const min = decl.minSize ?? Math.min(bounds.min, decl.size ?? bounds.min);
  const max = decl.maxSize ?? bounds.max;
  if (decl.size !== undefined) return between(min, decl.size, max);
  return max !== undefined && min === max ? exact(min) : undefined;
}

function numberRange(decl: AttributeDecl): Quantity | undefined {
  if (decl.max === undefined) return undefined;
  return integerBytes(decl.min ?? 0, decl.max);
}

function ofFormat(attribute: Attribute): Quantity | undefined {
  const { format } = attribute;
  if (format === undefined) return undefined;
  if (format.type === 'number') {
    const digits = format.bytes.max ?? format.bytes.min;
    return integerBytes(10 ** (format.bytes.min - 1), 10 ** digits - 1);
  }
  const { min, mean, max } = format.bytes;
  return mean === null
    ? unknown([missingSize(attribute, 'size: 40 B')], min, max ?? undefined)
    : between(min, mean, max ?? undefined);
}

/** What this declaration says by itself, without its references. */
function ofDeclaration(attribute: Attribute, decl: AttributeDecl): Quantity | undefined {
  const written = writtenSize(decl, boundsOf(attribute, decl));
  if (written !== undefined) return written;
  if (decl.constant !== undefined) return exact(bytesOfScalar(decl.constant.value, attribute.type));
  if (decl.enumeration !== undefined) {
    return ofEnumeration(decl.enumeration, (value) => bytesOfScalar(value, attribute.type));
  }
  return attribute.type === 'number' ? numberRange(decl) : undefined;
}

function ofType(attribute: Attribute): Quantity {
  const { decl, type } = attribute;
  const { min, max } = boundsOf(attribute, decl);
  switch (type) {
    case 'boolean':
    case 'null':
      return exact(itemBytes.booleanOrNull.value);
    case 'number': {
      const bytes = itemBytes.numberAssumed.value;
      const missing = { ...missingSize(attribute, 'max: 9999'), assumed: `${bytes} B` };
      return between(min, bytes, max, [missing]);
    }
    default:
      return unknown([missingSize(attribute, 'size: 40 B')], decl.minSize ?? min, decl.maxSize ?? max);
  }
}

/** True where the declaration itself, not only what it references, says something of the size. */
const saysOwn = (attribute: Attribute): boolean =>
  attribute.references.length === 0 || attribute.format !== attribute.references[0]?.format;

/** Bytes of the value; of several references the mean of all, with the extremes of any. */
export function valueBytes(attribute: Attribute): Quantity {
  const own = ofDeclaration(attribute, attribute.decl);
  if (own !== undefined) return own;
  if (saysOwn(attribute)) return ofFormat(attribute) ?? ofType(attribute);
  return mixture(attribute.references.map((reference) => ({ weight: 1, of: valueBytes(reference) })));
}
