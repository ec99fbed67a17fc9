// A value as one line of text, the way people read it: texts bare, the rest like JSON.
// Deliberately not the form of the API; generators write that.
import type { DynamoValue } from '../capacity/item.ts';
import { base64Text } from './base64.ts';

/** Texts stand bare at the top and quoted inside lists, sets and maps; binaries as base64. */
export const printValue = (value: DynamoValue): string =>
  value.type === 'string' ? value.value : printInner(value);

const quoted = (text: string): string => JSON.stringify(text);

function printInner(value: DynamoValue): string {
  switch (value.type) {
    case 'string':
      return quoted(value.value);
    case 'number':
      return value.value;
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    case 'binary':
      return base64Text(value.value);
    case 'list':
      return `[${value.value.map(printInner).join(', ')}]`;
    case 'map':
      return `{ ${[...value.value].map(([name, inner]) => `${name}: ${printInner(inner)}`).join(', ')} }`;
    case 'string-set':
      return `{ ${value.value.map(quoted).join(', ')} }`;
    case 'number-set':
      return `{ ${value.value.join(', ')} }`;
    case 'binary-set':
      return `{ ${value.value.map(base64Text).join(', ')} }`;
  }
}
