// An item as it is written under `samples`: a map on one line, which written.ts reads back as the same values.
// Deliberately gives up on an item that cannot be read back, such as one with a binary inside a map.
import { quote } from '../../syntax/quote-yaml.ts';
import type { DynamoValue } from '../capacity/item.ts';
import { base64Text } from './base64.ts';

/** `{ username: ann, total: 24.9 }`; undefined where a value has no form that would be read back as it is. */
export function sampleText(values: ReadonlyMap<string, DynamoValue>): string | undefined {
  return mapText([...values].map(([name, value]) => [name, valueText(value, true)]));
}

function mapText(entries: readonly (readonly [string, string | undefined])[]): string | undefined {
  if (entries.some(([, text]) => text === undefined)) return undefined;
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([name, text]) => `${quote(name)}: ${text}`).join(', ')} }`;
}

const listText = (texts: readonly (string | undefined)[]): string | undefined =>
  texts.includes(undefined) ? undefined : `[${texts.join(', ')}]`;

/** What has a declared type stands at the top; inside of lists and maps YAML alone says what a value is. */
function valueText(value: DynamoValue, isTop: boolean): string | undefined {
  switch (value.type) {
    case 'string':
      return quote(value.value);
    case 'number':
      return value.value;
    case 'boolean':
      return String(value.value);
    case 'null':
      return isTop ? 'null' : undefined;
    case 'binary':
      return isTop ? quote(base64Text(value.value)) : undefined;
    case 'list':
      return listText(value.value.map((each) => valueText(each, false)));
    case 'map':
      return mapText([...value.value].map(([name, each]) => [name, valueText(each, false)]));
    case 'string-set':
      return isTop ? listText(value.value.map(quote)) : undefined;
    case 'number-set':
      return isTop ? listText(value.value) : undefined;
    case 'binary-set':
      return undefined;
  }
}
