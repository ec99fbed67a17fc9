// Calls in JavaScript: the AWS SDK, version 3, with its document client.
// Deliberately the one place that writes JavaScript; text of the model passes through `literal` and `templateText`.
import type { DynamoValue } from '../analysis/capacity/item.ts';
import type { RequestValue } from '../analysis/requests/request-value.ts';
import { base64Text } from '../analysis/samples/base64.ts';
import type { AttributeType } from '../model/model.ts';
import { type Call, type Operation, templateOf } from './call.ts';
import { type Entry, type Input, inputOf } from './input.ts';
import type { Language } from './language.ts';
import { type Naming, type Variables, variablesOf } from './variables.ts';

const commands: Readonly<Record<Operation, string>> = {
  GetItem: 'GetCommand',
  Query: 'QueryCommand',
  Scan: 'ScanCommand',
  PutItem: 'PutCommand',
  UpdateItem: 'UpdateCommand',
  DeleteItem: 'DeleteCommand',
  BatchGetItem: 'BatchGetCommand',
  BatchWriteItem: 'BatchWriteCommand',
  TransactGetItems: 'TransactGetCommand',
  TransactWriteItems: 'TransactWriteCommand',
};

/** What is taken of the answer; writes answer nothing that a caller needs. */
const results: Readonly<Partial<Record<Operation, string>>> = {
  GetItem: 'Item',
  Query: 'Items',
  Scan: 'Items',
  BatchGetItem: 'Responses',
  TransactGetItems: 'Responses',
};

const naming: Naming = {
  identifier: (words) =>
    words
      .replace(/[^A-Za-z0-9_]+(.)?/g, (_, next: string = '') => next.toUpperCase())
      .replace(/[^A-Za-z0-9_]/g, ''),
  // Reserved words and the names that the printed text uses itself.
  reserved: new Set(
    (
      'arguments await break case catch class client const continue debugger default delete do else enum eval export ' +
      'extends false finally for function if implements import in instanceof interface let new null package private ' +
      'protected public return static super switch this throw true try typeof undefined var void while with yield ' +
      'Buffer Set Number NumberValue Item Items Responses DynamoDBClient DynamoDBDocumentClient'
    ).split(' '),
  ),
};

/** Characters that a line of JavaScript cannot or should not hold bare: controls, line ends, those that turn text round, halves of pairs. */
const hidden = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{10ffff}]|\p{Cs}/gu;

const escaped = (char: string): string => {
  const code = char.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
};

/** The text as a literal in single quotes. */
export const literal = (text: string): string =>
  `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replace(hidden, escaped)}'`;

/** The text within a template literal. */
export const templateText = (text: string): string =>
  text
    .replace(/[\\`]|\$(?=\{)/g, '\\$&')
    .replace(/\$$/, '\\$')
    .replace(hidden, escaped);

const isIdentifier = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name);

/** `'__proto__': x` would set the prototype, quoted or not. */
const property = (name: string): string =>
  name === '__proto__' ? `[${literal(name)}]` : isIdentifier(name) ? name : literal(name);

const isSafeNumber = (text: string): boolean => String(Number(text)) === text;

function dynamoLiteral(value: DynamoValue): string {
  switch (value.type) {
    case 'string':
      return literal(value.value);
    case 'number':
      return isSafeNumber(value.value) ? value.value : `NumberValue.from(${literal(value.value)})`;
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
    case 'binary':
      return bufferOf(value.value);
    case 'list':
      return `[${value.value.map(dynamoLiteral).join(', ')}]`;
    case 'map': {
      const entries = [...value.value].map(([name, inner]) => `${property(name)}: ${dynamoLiteral(inner)}`);
      return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
    }
    case 'string-set':
      return `new Set([${value.value.map(literal).join(', ')}])`;
    case 'number-set': {
      const numbers = value.value.map((each) => dynamoLiteral({ type: 'number', value: each }));
      return `new Set([${numbers.join(', ')}])`;
    }
    case 'binary-set':
      return `new Set([${value.value.map(bufferOf).join(', ')}])`;
  }
}

const bufferOf = (bytes: Uint8Array): string => `Buffer.from(${literal(base64Text(bytes))}, 'base64')`;

function valueExpression(value: RequestValue, variables: Variables): string {
  const { template, type } = templateOf(value);
  const [part, ...others] = template.parts;
  if (part === undefined) return literal('');
  if (others.length === 0) {
    if (part.kind === 'placeholder') {
      const { identifier, value: known } = variables.of(part, 'alone');
      return type === 'number' && known.type === 'string' ? `Number(${identifier})` : identifier;
    }
    return constant(part.text, type);
  }
  const text = template.parts
    .map((each) =>
      each.kind === 'literal' ? templateText(each.text) : `\${${variables.of(each, 'text').identifier}}`,
    )
    .join('');
  return type === 'number' ? `Number(\`${text}\`)` : `\`${text}\``;
}

function constant(text: string, type: AttributeType | undefined): string {
  if (type === 'number' && text.trim() !== '' && !Number.isNaN(Number(text))) {
    return isSafeNumber(text) ? text : `NumberValue.from(${literal(text)})`;
  }
  return type === 'boolean' && (text === 'true' || text === 'false') ? text : literal(text);
}

const widest = 80;

function print(input: Input, variables: Variables, indent: string): string {
  switch (input.kind) {
    case 'plain':
      return typeof input.value === 'string' ? literal(input.value) : String(input.value);
    case 'empty-list':
      return '[]';
    case 'attribute':
      return valueExpression(input.value, variables);
    case 'list': {
      const deeper = `${indent}  `;
      const items = input.items.map((item) => `${deeper}${print(item, variables, deeper)},\n`);
      return items.length === 0 ? '[]' : `[\n${items.join('')}${indent}]`;
    }
    case 'record':
      return printRecord(input.entries, variables, indent);
  }
}

function printRecord(entries: readonly Entry[], variables: Variables, indent: string): string {
  const deeper = `${indent}  `;
  const fields = entries.map(([name, value]) => {
    const text = print(value, variables, deeper);
    return text === name && isIdentifier(name) ? name : `${property(name)}: ${text}`;
  });
  const line = `{ ${fields.join(', ')} }`;
  if (fields.length === 0) return '{}';
  if (line.length + indent.length < widest && !line.includes('\n')) return line;
  return `{\n${fields.map((field) => `${deeper}${field},\n`).join('')}${indent}}`;
}

const comment = (text: string): string => `// ${text.replace(hidden, ' ').replaceAll('\n', ' ')}`;

const send = 'await client.send(';

/** @param number from 1: the answers of several calls need names of their own */
function callText(call: Call, taken: Set<string>, number: number): string {
  const variables = variablesOf(call, naming, taken);
  const declarations = variables.all.map(({ identifier, value, remark }) => {
    const line = `const ${identifier} = ${dynamoLiteral(value)};`;
    return remark === '' ? line : `${line} ${comment(remark)}`;
  });
  const result = results[call.operation];
  const input = print({ kind: 'record', entries: inputOf(call) }, variables, '  ').replace(
    /^\{ (.*) \}$/,
    '{ $1 }',
  );
  return [
    ...call.remarks.map(comment),
    ...declarations,
    ...(declarations.length > 0 ? [''] : []),
    `${result ? `const { ${result}${number > 1 ? `: ${result}${number}` : ''} } = ` : ''}${send}`,
    `  new ${commands[call.operation]}(${input}),`,
    ');',
  ].join('\n');
}

export const javascript: Language = {
  id: 'javascript',
  title: 'JavaScript SDK v3',
  languageId: 'javascript',
  print(calls) {
    const names = [...new Set(calls.map(({ operation }) => commands[operation]))];
    const taken = new Set<string>();
    const texts = calls.map((call, i) => callText(call, taken, i + 1));
    const needsNumbers = texts.some((text) => text.includes('NumberValue.from('));
    const imports = ['DynamoDBDocumentClient', ...(needsNumbers ? ['NumberValue'] : []), ...names];
    const text = [
      "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';",
      `import { ${imports.toSorted().join(', ')} } from '@aws-sdk/lib-dynamodb';`,
      '',
      'const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));',
      '',
      texts.join('\n\n'),
      '',
    ].join('\n');
    return { text, notes: [] };
  },
};
