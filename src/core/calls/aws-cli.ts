// Calls for a shell: the AWS CLI, with the sample values in place, as JSON in single quotes.
// Deliberately without shell variables: within JSON within quotes nobody gets them right. Text passes through `quoted`.
import type { DynamoValue } from '../analysis/capacity/item.ts';
import { base64Text } from '../analysis/samples/base64.ts';
import { attributeLetters, type Call } from './call.ts';
import { concreteValue } from './examples.ts';
import { type Entry, type Input, inputOf } from './input.ts';
import type { Language } from './language.ts';

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** The value in DynamoDB's JSON. */
export function dynamoJson(value: DynamoValue): Json {
  const letter = attributeLetters[value.type];
  const body = (): Json => {
    switch (value.type) {
      case 'string':
      case 'number':
      case 'boolean':
        return value.value;
      case 'null':
        return true;
      case 'binary':
        return base64Text(value.value);
      case 'list':
        return value.value.map(dynamoJson);
      case 'map':
        return Object.fromEntries([...value.value].map(([name, each]) => [name, dynamoJson(each)]));
      case 'string-set':
      case 'number-set':
        return value.value;
      case 'binary-set':
        return value.value.map(base64Text);
    }
  };
  return { [letter]: body() };
}

function jsonOf(input: Input, call: Call): Json {
  switch (input.kind) {
    case 'plain':
      return input.value;
    case 'empty-list':
      return { L: [] };
    case 'attribute':
      return dynamoJson(concreteValue(call, input.value));
    case 'list':
      return input.items.map((item) => jsonOf(item, call));
    case 'record':
      return Object.fromEntries(input.entries.map(([name, value]) => [name, jsonOf(value, call)]));
  }
}

/** The whole input in DynamoDB's JSON, as the API takes it. */
export const inputJson = (call: Call): Json =>
  Object.fromEntries(inputOf(call).map(([name, input]) => [name, jsonOf(input, call)]));

/** The text as one word of a POSIX shell, whatever it holds. */
export const quoted = (text: string): string =>
  /^[\w@%+:,./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;

const kebab = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

const widest = 90;

/** JSON with what fits on a line on a line. */
function jsonText(value: Json, indent = ''): string {
  const line = JSON.stringify(value, undefined, 1).replace(/\n\s*/g, ' ');
  if (typeof value !== 'object' || line.length + indent.length <= widest) return line;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((each: Json) => jsonText(each, deeper))
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${jsonText(each, deeper)}`);
  return `${open}\n${parts.map((part) => `${deeper}${part}`).join(',\n')}\n${indent}${close}`;
}

function option([name, input]: Entry, call: Call): string {
  const flag = `--${kebab(name)}`;
  if (input.kind !== 'plain') return `${flag} ${quoted(jsonText(jsonOf(input, call)))}`;
  if (input.value === true) return flag;
  if (input.value === false) return `--no-${kebab(name)}`;
  const text = String(input.value);
  // A word that begins with a dash would be taken for an option.
  return text.startsWith('-') ? `${flag}=${quoted(text)}` : `${flag} ${quoted(text)}`;
}

const comment = (text: string): string => `# ${text.replace(/\p{Cc}/gu, ' ')}`;

function callText(call: Call): string {
  const options = inputOf(call).map((entry) => option(entry, call));
  return [
    ...call.remarks.map(comment),
    [`aws dynamodb ${kebab(call.operation)}`, ...options].join(' \\\n  '),
  ].join('\n');
}

export const awsCli: Language = {
  id: 'aws-cli',
  title: 'AWS CLI',
  languageId: 'shellscript',
  print: (calls) => ({ text: `${calls.map(callText).join('\n\n')}\n`, notes: [] }),
};
