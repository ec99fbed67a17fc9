// The input of a call as the API has it: parameters by name, attribute values still as templates.
// Deliberately one tree for all languages; a printer only chooses how it writes names and values.

import type { RequestValue } from '../analysis/requests/request-value.ts';
import { createAliases } from '../analysis/routes/expressions.ts';
import { type Term, termText } from '../analysis/routes/terms.ts';
import type { Assignment, Call, Fields, Part, WritePart } from './call.ts';

export type Input =
  | { readonly kind: 'plain'; readonly value: string | number | boolean }
  | { readonly kind: 'attribute'; readonly value: RequestValue }
  /** An empty list, as an attribute value. */
  | { readonly kind: 'empty-list' }
  /** Items, keys and values of expressions: attribute values by name. */
  | { readonly kind: 'record'; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly items: readonly Input[] };

export type Entry = readonly [name: string, value: Input];

const plain = (value: string | number | boolean): Input => ({ kind: 'plain', value });
const record = (entries: readonly Entry[]): Input => ({ kind: 'record', entries });

/** Nothing where the text is empty: DynamoDB takes no empty expression. */
const text = (name: string, value: string | undefined): readonly Entry[] =>
  value === undefined || value === '' ? [] : [[name, plain(value)]];

const fields = (all: Fields): Input =>
  record([...all].map(([name, value]) => [name, { kind: 'attribute', value }]));

/** Names and values of the expressions, where there are any. */
function aliasEntries(names: ReadonlyMap<string, string>, values: readonly Entry[]): readonly Entry[] {
  return [
    ...(names.size > 0
      ? [
          [
            'ExpressionAttributeNames',
            record([...names].map(([alias, name]) => [alias, plain(name)])),
          ] as const,
        ]
      : []),
    ...(values.length > 0 ? [['ExpressionAttributeValues', record(values)] as const] : []),
  ];
}

const valueEntries = (values: ReadonlyMap<string, RequestValue>): readonly Entry[] =>
  [...values].map(([alias, value]) => [alias, { kind: 'attribute', value }]);

function readEntries(part: Extract<Part, { readonly request: unknown }>): readonly Entry[] {
  const { request } = part;
  return [
    ...text('IndexName', request.indexName),
    ...(request.key.size > 0 ? [['Key', fields(request.key)] as const] : []),
    ...text('KeyConditionExpression', request.keyConditionExpression),
    ...text('FilterExpression', request.filterExpression),
    ...text('ProjectionExpression', request.projectionExpression),
    ...aliasEntries(request.names, valueEntries(request.values)),
    ...text('Select', request.select),
    ...(request.scanIndexForward ? [] : [['ScanIndexForward', plain(false)] as const]),
    ...(request.consistentRead ? [['ConsistentRead', plain(true)] as const] : []),
    ...(request.limit === undefined ? [] : [['Limit', plain(request.limit)] as const]),
  ];
}

type Aliases = ReturnType<typeof createAliases>;

const emptyList = ':emptyList';

function assignmentTexts(assignments: readonly Assignment[], aliases: Aliases): readonly string[] {
  const set: string[] = [];
  const removed: string[] = [];
  const added: string[] = [];
  for (const each of assignments) {
    const name = aliases.name(each.attribute);
    if (each.change === 'remove') {
      removed.push(name);
      continue;
    }
    const value = aliases.value(each.attribute, each.value);
    if (each.change === 'add') added.push(`${name} ${value}`);
    else if (each.change === 'set') set.push(`${name} = ${value}`);
    else set.push(`${name} = list_append(if_not_exists(${name}, ${emptyList}), ${value})`);
  }
  const clause = (word: string, parts: readonly string[]) =>
    parts.length > 0 ? [`${word} ${parts.join(', ')}`] : [];
  return [...clause('SET', set), ...clause('REMOVE', removed), ...clause('ADD', added)];
}

function writeEntries(part: WritePart): readonly Entry[] {
  const aliases = createAliases();
  const assignments = part.kind === 'update' ? part.assignments : [];
  const update = assignmentTexts(assignments, aliases).join(' ');
  const condition = conditionsText(part.conditions, aliases);
  const appends = assignments.some(({ change }) => change === 'append');
  const values: readonly Entry[] = [
    ...valueEntries(aliases.values),
    ...(appends ? [[emptyList, { kind: 'empty-list' }] as const] : []),
  ];
  return [
    part.kind === 'put' ? ['Item', fields(part.item)] : ['Key', fields(part.key)],
    ...text('UpdateExpression', update),
    ...text('ConditionExpression', condition),
    ...aliasEntries(aliases.names, values),
  ];
}

const conditionsText = (conditions: readonly Term[], aliases: Aliases): string =>
  conditions.map((term) => termText(term, aliases)).join(' AND ');

const partEntries = (part: Part): readonly Entry[] =>
  'request' in part ? readEntries(part) : writeEntries(part);

const legNames = { put: 'Put', update: 'Update', delete: 'Delete', check: 'ConditionCheck' } as const;

const isKey = ([name]: Entry): boolean => name === 'Key';

/** All keys of a table in one list; projection and consistency are those of the whole. */
function batchGet({ parts }: Call): Input {
  const keys = parts.flatMap((part) =>
    partEntries(part)
      .filter(isKey)
      .map(([, key]) => key),
  );
  const others = partEntries(parts[0] ?? noPart).filter((entry) => !isKey(entry));
  return record([['Keys', { kind: 'list', items: keys }], ...others]);
}

const noPart: Part = { kind: 'check', key: new Map(), conditions: [] };

function batchWrite({ parts }: Call): Input {
  const items = parts.flatMap((part): readonly Input[] => {
    if (part.kind === 'put') return [record([['PutRequest', record([['Item', fields(part.item)]])]])];
    if (part.kind === 'delete') return [record([['DeleteRequest', record([['Key', fields(part.key)]])]])];
    return [];
  });
  return { kind: 'list', items };
}

function transaction({ parts, tableName }: Call): Input {
  const table: Entry = ['TableName', plain(tableName)];
  const items = parts.map((part) => {
    const name = 'request' in part ? 'Get' : legNames[part.kind];
    return record([[name, record([table, ...partEntries(part)])]]);
  });
  return { kind: 'list', items };
}

/** The parameters of the call, as the API names them. */
export function inputOf(call: Call): readonly Entry[] {
  const { operation, tableName, parts } = call;
  switch (operation) {
    case 'BatchGetItem':
      return [['RequestItems', record([[tableName, batchGet(call)]])]];
    case 'BatchWriteItem':
      return [['RequestItems', record([[tableName, batchWrite(call)]])]];
    case 'TransactGetItems':
    case 'TransactWriteItems':
      return [['TransactItems', transaction(call)]];
    default: {
      const [part] = parts;
      return [['TableName', plain(tableName)], ...(part ? partEntries(part) : [])];
    }
  }
}
