// A concrete item with DynamoDB's types, and its size in bytes, exactly.
// Deliberately apart from the model: this counts what is there, item-size.ts what may be.
import { itemBytes } from '../../facts/units.ts';
import { utf8Length } from '../../text/utf8.ts';
import { numberBytes } from './number-bytes.ts';

/** Numbers are decimal text, so that no digit is lost. */
export type DynamoValue =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'number'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'binary'; readonly value: Uint8Array }
  | { readonly type: 'null' }
  | { readonly type: 'list'; readonly value: readonly DynamoValue[] }
  | { readonly type: 'map'; readonly value: DynamoItem }
  | { readonly type: 'string-set'; readonly value: readonly string[] }
  | { readonly type: 'number-set'; readonly value: readonly string[] }
  | { readonly type: 'binary-set'; readonly value: readonly Uint8Array[] };

/** Attributes by name. */
export type DynamoItem = ReadonlyMap<string, DynamoValue>;

const total = <T>(items: readonly T[], bytes: (item: T) => number): number =>
  items.reduce((all, item) => all + bytes(item), 0);

/** A text that is no number counts as the largest one: an estimate must not be too small. */
const bytesOfNumber = (text: string): number => numberBytes(text) ?? itemBytes.numberAtMost.value;

/** Bytes of a value, without the name of its attribute. */
export function valueSizeOf(value: DynamoValue): number {
  switch (value.type) {
    case 'string':
      return utf8Length(value.value);
    case 'number':
      return bytesOfNumber(value.value);
    case 'boolean':
    case 'null':
      return itemBytes.booleanOrNull.value;
    case 'binary':
      return value.value.length;
    case 'list':
      return (
        itemBytes.listOrMap.value + total(value.value, (each) => valueSizeOf(each) + itemBytes.element.value)
      );
    case 'map':
      return itemBytes.listOrMap.value + itemSizeOf(value.value) + value.value.size * itemBytes.element.value;
    case 'string-set':
      return total(value.value, utf8Length);
    case 'number-set':
      return total(value.value, bytesOfNumber);
    case 'binary-set':
      return total(value.value, (each) => each.length);
  }
}

/** Bytes of an item, names included, as DynamoDB meters it. */
export const itemSizeOf = (item: DynamoItem): number =>
  total([...item], ([name, value]) => utf8Length(name) + valueSizeOf(value));
