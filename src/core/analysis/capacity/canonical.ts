// Items as texts that are equal if, and only if, DynamoDB holds the same: sets and maps have no order, numbers no form.
// Deliberately not for people: print-value.ts is.
import { base64Text } from '../samples/base64.ts';
import { numberText } from '../samples/scalar-value.ts';
import type { DynamoItem, DynamoValue } from './item.ts';

const sorted = (texts: readonly string[]): string => texts.toSorted().join();
const numbered = (text: string): string => numberText(text) ?? text;

/** The type is part of the text: the number 1 is not the text "1". */
export function canonicalValue(value: DynamoValue): string {
  switch (value.type) {
    case 'string':
      return JSON.stringify(value.value);
    case 'number':
      return numbered(value.value);
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    case 'binary':
      return `b:${base64Text(value.value)}`;
    case 'list':
      return `[${value.value.map(canonicalValue).join()}]`;
    case 'map':
      return canonicalItem(value.value);
    case 'string-set':
      return `ss(${sorted(value.value.map((each) => JSON.stringify(each)))})`;
    case 'number-set':
      return `ns(${sorted(value.value.map(numbered))})`;
    case 'binary-set':
      return `bs(${sorted(value.value.map(base64Text))})`;
  }
}

export const canonicalItem = (item: DynamoItem): string =>
  `{${sorted([...item].map(([name, value]) => `${JSON.stringify(name)}:${canonicalValue(value)}`))}}`;
