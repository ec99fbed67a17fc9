// Calls as PartiQL statements, the SQL of DynamoDB, with the sample values in place.
// Deliberately says in notes what PartiQL lacks; text of the model passes through `name` and `text`.
import type { DynamoValue } from '../analysis/capacity/item.ts';
import type { RequestValue } from '../analysis/requests/request-value.ts';
import type { Term } from '../analysis/routes/terms.ts';
import { listOf } from '../text/words.ts';
import { type Assignment, type Call, type Fields, type Part, templateOf } from './call.ts';
import { concreteValue } from './examples.ts';
import type { Language } from './language.ts';

/** A name in double quotes. */
export const name = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** A text in single quotes. */
export const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** PartiQL for DynamoDB has no literal of bytes: a parameter stands for them. */
const binary = '?';

function literal(value: DynamoValue): string {
  switch (value.type) {
    case 'string':
      return text(value.value);
    case 'number':
      return value.value;
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'null':
      return 'NULL';
    case 'binary':
      return binary;
    case 'list':
      return `[${value.value.map(literal).join(', ')}]`;
    case 'map':
      return `{${[...value.value].map(([key, each]) => `${text(key)}: ${literal(each)}`).join(', ')}}`;
    case 'string-set':
      return `<<${value.value.map(text).join(', ')}>>`;
    case 'number-set':
      return `<<${value.value.join(', ')}>>`;
    case 'binary-set':
      return `<<${value.value.map(() => binary).join(', ')}>>`;
  }
}

function holdsBinary(value: DynamoValue): boolean {
  switch (value.type) {
    case 'binary':
    case 'binary-set':
      return true;
    case 'list':
      return value.value.some(holdsBinary);
    case 'map':
      return [...value.value.values()].some(holdsBinary);
    default:
      return false;
  }
}

type Literal = (value: RequestValue) => string;

function condition({ attribute, operator, values }: Term, print: Literal): string {
  const own = name(attribute);
  const all = values.map(print);
  const anyOf = (texts: readonly string[]) => (texts.length === 1 ? texts.join() : `(${texts.join(' OR ')})`);
  switch (operator) {
    case 'exists':
      return `${own} IS NOT MISSING`;
    case 'not-exists':
      return `${own} IS MISSING`;
    case 'between':
      return `${own} BETWEEN ${all.join(' AND ')}`;
    case 'begins_with':
    case 'contains':
      return anyOf(all.map((each) => `${operator}(${own}, ${each})`));
    default:
      return operator === '=' && all.length > 1
        ? `${own} IN [${all.join(', ')}]`
        : anyOf(all.map((each) => `${own} ${operator} ${each}`));
  }
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `\nWHERE ${conditions.join('\n  AND ')}`;

const keyConditions = (key: Fields, print: Literal): readonly string[] =>
  [...key].map(([attribute, value]) => `${name(attribute)} = ${print(value)}`);

function select(
  part: Extract<Part, { readonly request: unknown }>,
  tableName: string,
  print: Literal,
): string {
  const { request, orderedBy } = part;
  const names = request.selected.length > 0 ? request.selected.map(name).join(', ') : '*';
  const from = [tableName, ...(request.indexName === undefined ? [] : [request.indexName])]
    .map(name)
    .join('.');
  const terms = [...request.keyTerms, ...request.filterTerms].map((term) => condition(term, print));
  const isDescending = !request.scanIndexForward && orderedBy !== undefined;
  const order = isDescending ? `\nORDER BY ${name(orderedBy)} DESC` : '';
  return `SELECT ${names}\nFROM ${from}${where(terms)}${order}`;
}

function assignment(each: Assignment, print: Literal): string {
  const own = name(each.attribute);
  switch (each.change) {
    case 'remove':
      return `REMOVE ${own}`;
    case 'set':
      return `SET ${own} = ${print(each.value)}`;
    case 'append':
      return `SET ${own} = list_append(${own}, ${print(each.value)})`;
    case 'add':
      return templateOf(each.value).type?.endsWith('-set')
        ? `SET ${own} = set_add(${own}, ${print(each.value)})`
        : `SET ${own} = ${own} + ${print(each.value)}`;
  }
}

function statement(part: Part, tableName: string, print: Literal): string {
  switch (part.kind) {
    case 'get':
    case 'query':
    case 'scan':
      return select(part, tableName, print);
    case 'put': {
      const fields = [...part.item].map(([attribute, value]) => `  ${text(attribute)}: ${print(value)}`);
      return `INSERT INTO ${name(tableName)} VALUE {\n${fields.join(',\n')}\n}`;
    }
    case 'update': {
      const conditions = part.conditions.map((term) => condition(term, print));
      const changes = part.assignments.map((each) => assignment(each, print));
      return `UPDATE ${name(tableName)}\n${changes.join('\n')}${where([...keyConditions(part.key, print), ...conditions])}`;
    }
    case 'delete':
    case 'check': {
      const conditions = part.conditions.map((term) => condition(term, print));
      const all = where([...keyConditions(part.key, print), ...conditions]);
      return part.kind === 'delete'
        ? `DELETE FROM ${name(tableName)}${all}`
        : `EXISTS(SELECT *\nFROM ${name(tableName)}${all})`;
    }
  }
}

const insertsOnly = ({ conditions }: Extract<Part, { readonly kind: 'put' }>): boolean =>
  conditions.some(({ operator }) => operator === 'not-exists');

function notesOn(call: Call, values: readonly DynamoValue[]): readonly string[] {
  const puts = call.parts.filter((part) => part.kind === 'put');
  const reads = call.parts.flatMap((part) => ('request' in part ? [part.request] : []));
  const limit = reads.find((request) => request.limit !== undefined)?.limit;
  const parameters = [
    ...(limit === undefined ? [] : [`Limit ${limit}`]),
    ...(reads.some((request) => request.consistentRead) ? ['ConsistentRead'] : []),
  ];
  const isTransaction = call.operation.startsWith('Transact');
  const isBatch = call.operation.startsWith('Batch');
  return [
    ...(isTransaction ? ['Send these statements together, with ExecuteTransaction.'] : []),
    ...(isBatch ? ['Send these statements together, with BatchExecuteStatement.'] : []),
    ...(parameters.length > 0
      ? [`${listOf(parameters)} is no part of the statement: give it to ExecuteStatement.`]
      : []),
    ...(puts.some((part) => !insertsOnly(part))
      ? ['INSERT fails where the item is there already; PartiQL has no put that overwrites.']
      : []),
    ...(values.some(holdsBinary) ? ['Each ? is a binary value, to be given as a parameter.'] : []),
  ];
}

export const partiql: Language = {
  id: 'partiql',
  title: 'PartiQL',
  languageId: 'sql',
  print(calls) {
    const printed = calls.map((call) => {
      const values: DynamoValue[] = [];
      const print: Literal = (value) => {
        const concrete = concreteValue(call, value);
        values.push(concrete);
        return literal(concrete);
      };
      const texts = call.parts.map((part) => statement(part, call.tableName, print));
      return { texts, notes: notesOn(call, values) };
    });
    return {
      text: `${printed.flatMap(({ texts }) => texts).join('\n\n')}\n`,
      notes: [
        ...new Set([...calls.flatMap(({ remarks }) => remarks), ...printed.flatMap(({ notes }) => notes)]),
      ],
    };
  },
};
