// Calls in Python: boto3, with its resource, which takes Python's own types.
// Deliberately the one place that writes Python; text of the model passes through `literal` and `formatText`.
import type { DynamoValue } from '../analysis/capacity/item.ts';
import type { RequestValue } from '../analysis/requests/request-value.ts';
import type { AttributeType } from '../model/model.ts';
import { type Call, type Operation, templateOf } from './call.ts';
import { type Entry, type Input, inputOf } from './input.ts';
import type { Language } from './language.ts';
import { type Naming, type Variables, variablesOf } from './variables.ts';

/** What is called, and on what: a table knows its own name, the resource and its client do not. */
const methods: Readonly<Record<Operation, string>> = {
  GetItem: 'table.get_item',
  Query: 'table.query',
  Scan: 'table.scan',
  PutItem: 'table.put_item',
  UpdateItem: 'table.update_item',
  DeleteItem: 'table.delete_item',
  BatchGetItem: 'dynamodb.batch_get_item',
  BatchWriteItem: 'dynamodb.batch_write_item',
  TransactGetItems: 'dynamodb.meta.client.transact_get_items',
  TransactWriteItems: 'dynamodb.meta.client.transact_write_items',
};

const naming: Naming = {
  identifier: (words) =>
    words
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .toLowerCase(),
  // Keywords and the names that the printed text uses itself.
  reserved: new Set(
    (
      'and as assert async await break case class continue def del elif else except false finally for from global if ' +
      'import in is lambda match none nonlocal not or pass raise return true try type while with yield ' +
      'boto3 dynamodb table response decimal bytes set dict list int str'
    ).split(' '),
  ),
};

/** Characters that a Python literal cannot or should not hold bare. */
const hidden = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{10ffff}]|\p{Cs}/gu;

function escaped(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\U${code.toString(16).padStart(8, '0')}`;
  return code > 0xff
    ? `\\u${code.toString(16).padStart(4, '0')}`
    : `\\x${code.toString(16).padStart(2, '0')}`;
}

const inner = (text: string): string =>
  text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replace(hidden, escaped);

/** The text as a literal in single quotes. */
export const literal = (text: string): string => `'${inner(text)}'`;

/** The text within a formatted literal. */
export const formatText = (text: string): string => inner(text).replace(/[{}]/g, '$&$&');

const number = (text: string): string =>
  /^(?:0|-?[1-9]\d*)$/.test(text) ? text : `Decimal(${literal(text)})`;
const bytes = (value: Uint8Array): string =>
  `bytes.fromhex('${[...value].map((byte) => byte.toString(16).padStart(2, '0')).join('')}')`;

function dynamoLiteral(value: DynamoValue): string {
  switch (value.type) {
    case 'string':
      return literal(value.value);
    case 'number':
      return number(value.value);
    case 'boolean':
      return value.value ? 'True' : 'False';
    case 'null':
      return 'None';
    case 'binary':
      return bytes(value.value);
    case 'list':
      return `[${value.value.map(dynamoLiteral).join(', ')}]`;
    case 'map': {
      const entries = [...value.value].map(([name, each]) => `${literal(name)}: ${dynamoLiteral(each)}`);
      return `{${entries.join(', ')}}`;
    }
    case 'string-set':
      return `{${value.value.map(literal).join(', ')}}`;
    case 'number-set':
      return `{${value.value.map(number).join(', ')}}`;
    case 'binary-set':
      return `{${value.value.map(bytes).join(', ')}}`;
  }
}

function valueExpression(value: RequestValue, variables: Variables): string {
  const { template, type } = templateOf(value);
  const [part, ...others] = template.parts;
  if (part === undefined) return literal('');
  if (others.length === 0) {
    if (part.kind === 'literal') return constant(part.text, type);
    const { identifier, value: known } = variables.of(part, 'alone');
    return type === 'number' && known.type === 'string' ? `Decimal(${identifier})` : identifier;
  }
  const text = template.parts
    .map((each) =>
      each.kind === 'literal' ? formatText(each.text) : `{${variables.of(each, 'text').identifier}}`,
    )
    .join('');
  return type === 'number' ? `Decimal(f'${text}')` : `f'${text}'`;
}

function constant(text: string, type: AttributeType | undefined): string {
  if (type === 'number' && text.trim() !== '' && !Number.isNaN(Number(text))) return number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true' ? 'True' : 'False';
  return literal(text);
}

const widest = 80;

function print(input: Input, variables: Variables, indent: string): string {
  switch (input.kind) {
    case 'plain':
      if (typeof input.value === 'boolean') return input.value ? 'True' : 'False';
      return typeof input.value === 'string' ? literal(input.value) : String(input.value);
    case 'empty-list':
      return '[]';
    case 'attribute':
      return valueExpression(input.value, variables);
    case 'list': {
      const deeper = `${indent}    `;
      const items = input.items.map((item) => `${deeper}${print(item, variables, deeper)},\n`);
      return items.length === 0 ? '[]' : `[\n${items.join('')}${indent}]`;
    }
    case 'record':
      return printRecord(input.entries, variables, indent);
  }
}

function printRecord(entries: readonly Entry[], variables: Variables, indent: string): string {
  const deeper = `${indent}    `;
  const fields = entries.map(([name, value]) => `${literal(name)}: ${print(value, variables, deeper)}`);
  const line = `{${fields.join(', ')}}`;
  if (line.length + indent.length < widest && !line.includes('\n')) return line;
  return `{\n${fields.map((field) => `${deeper}${field},\n`).join('')}${indent}}`;
}

const comment = (text: string): string => `# ${text.replace(hidden, ' ').replaceAll('\n', ' ')}`;

const isOfTable = ({ operation }: Call): boolean => methods[operation].startsWith('table.');

function callText(call: Call, taken: Set<string>): string {
  const variables = variablesOf(call, naming, taken);
  const declarations = variables.all.map(({ identifier, value, remark }) => {
    const line = `${identifier} = ${dynamoLiteral(value)}`;
    return remark === '' ? line : `${line}  ${comment(remark)}`;
  });
  const parameters = inputOf(call)
    .filter(([name]) => name !== 'TableName' || !isOfTable(call))
    .map(([name, value]) => `    ${name}=${print(value, variables, '    ')},\n`);
  return [
    ...call.remarks.map(comment),
    ...declarations,
    ...(declarations.length > 0 ? [''] : []),
    `response = ${methods[call.operation]}(\n${parameters.join('')})`,
  ].join('\n');
}

export const python: Language = {
  id: 'python',
  title: 'Python boto3',
  languageId: 'python',
  print(calls) {
    const taken = new Set<string>();
    const texts = calls.map((call) => callText(call, taken));
    const needsDecimal = texts.some((text) => text.includes('Decimal('));
    const table = calls.find(isOfTable);
    const text = [
      ...(needsDecimal ? ['from decimal import Decimal', ''] : []),
      'import boto3',
      '',
      "dynamodb = boto3.resource('dynamodb')",
      ...(table ? [`table = dynamodb.Table(${literal(table.tableName)})`] : []),
      '',
      texts.join('\n\n'),
      '',
    ].join('\n');
    return { text, notes: [] };
  },
};
