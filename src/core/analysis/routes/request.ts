// The request that a route makes, as the AWS SDK takes it: key, expressions, names and values.
// Deliberately only what the model says: table name and paging are the caller's.
import type { ResolvedAction } from '../../model/design.ts';
import type { KeyType } from '../../model/model.ts';
import { printTemplate } from '../../syntax/print-template.ts';
import { clausesOf } from './clauses.ts';
import { type Aliases, createAliases, filterText, quoted } from './expressions.ts';
import { nameIn } from './projection.ts';
import type { KeyCondition, Rendering, Route } from './route.ts';

/** Empty expressions, names and values are not to be sent. */
export interface KeyRequest {
  readonly operation: Route['operation'];
  /** Undefined for the table. */
  readonly indexName: string | undefined;
  /** Of a GetItem, by key attribute: the value as it is written in JavaScript. Empty for the others. */
  readonly key: ReadonlyMap<string, string>;
  /** `#PK = :PK AND begins_with(#SK, :SK)`, of a Query. */
  readonly keyConditionExpression: string;
  /** `#total > :total`. */
  readonly filterExpression: string;
  /** `#orderId, #total`, of a pattern with `select`. */
  readonly projectionExpression: string;
  /** Where a local index must fetch what it does not project: without it a query of an index returns what is projected. */
  readonly select: 'ALL_ATTRIBUTES' | undefined;
  /** By alias: `#PK` → `PK`. */
  readonly names: ReadonlyMap<string, string>;
  /** By alias: `:PK` → the value as it is written in JavaScript: a template in quotes, or the bare name of a number. */
  readonly values: ReadonlyMap<string, string>;
  readonly scanIndexForward: boolean;
  readonly consistentRead: boolean;
  readonly limit: number | undefined;
}

function conditionText({ key, operator, values }: KeyCondition, aliases: Aliases): string {
  const name = aliases.name(key.name);
  const [first, second = ''] = values.map((value) => valueText(value, key.type));
  const value = (text = '', suffix = '') => aliases.value(`${key.name}${suffix}`, text);
  switch (operator) {
    case 'begins_with':
      return `begins_with(${name}, ${value(first)})`;
    case 'between':
      return `${name} BETWEEN ${value(first, 'From')} AND ${value(second, 'To')}`;
    default:
      return `${name} ${operator} ${value(first)}`;
  }
}

function filterOf({ action, entities }: ResolvedAction, aliases: Aliases): string {
  const clauses = clausesOf(action.filter).map((clause) => {
    const owner = entities.find((entity) => entity.attributes.has(clause.attribute));
    return filterText(clause, owner?.attributes.get(clause.attribute)?.type, aliases);
  });
  return clauses.join(' AND ');
}

function projectionOf(route: Route, { action, entities }: ResolvedAction, aliases: Aliases): string {
  const names = (action.select ?? []).map(({ value }) => {
    const owner = entities.find((entity) => entity.attributes.has(value));
    return owner && !route.fetched.includes(value) ? nameIn(route.target, owner, value) : value;
  });
  return [...new Set(names)].map((name) => aliases.name(name)).join(', ');
}

export function keyRequest(route: Route, resolved: ResolvedAction): KeyRequest {
  const { action } = resolved;
  const aliases = createAliases();
  const isGet = route.operation === 'GetItem';
  const conditions = [...route.partition, ...route.sort];
  const keyConditionExpression = isGet
    ? ''
    : conditions.map((condition) => conditionText(condition, aliases)).join(' AND ');
  const filterExpression = isGet ? '' : filterOf(resolved, aliases);
  const projectionExpression = projectionOf(route, resolved, aliases);
  return {
    operation: route.operation,
    indexName: route.target.kind === 'table' ? undefined : route.target.name,
    key: new Map(
      isGet
        ? conditions.map(({ key, values: [value] }) => [key.name, value ? valueText(value, key.type) : ''])
        : [],
    ),
    keyConditionExpression,
    filterExpression,
    projectionExpression,
    select: route.fetched.length > 0 && projectionExpression === '' ? 'ALL_ATTRIBUTES' : undefined,
    names: aliases.names,
    values: aliases.values,
    scanIndexForward: route.forward,
    consistentRead: action.strong,
    limit: action.limit,
  };
}

/** `Query GSI1`, `GetItem`: the operation and, but for the table, the index. */
export const routeLabel = (route: Route): string =>
  route.target.kind === 'table' ? `${route.operation} table` : `${route.operation} ${route.target.name}`;

/** A value as one writes it in JavaScript: numbers and parameters that are numbers bare, all else in quotes. */
export function valueText(template: Rendering, keyType: KeyType): string {
  const text = printTemplate(template);
  const [part, ...others] = template.parts;
  if (keyType !== 'number' || part === undefined || others.length > 0) return quoted(text);
  if (part.kind === 'literal') return text;
  return part.functions.length > 0 ? quoted(text) : part.name;
}

/** `PK = "ORDER#${orderId}" and SK begins_with "ITEM#"`, for people. */
export function conditionLine(route: Route): string {
  return [...route.partition, ...route.sort]
    .map(({ key, operator, values }) => {
      const [first, second] = values.map((value) => forPeople(value, key.type));
      return operator === 'between'
        ? `${key.name} between ${first} and ${second}`
        : `${key.name} ${operator} ${first}`;
    })
    .join(' and ');
}

/** A parameter keeps its braces, so that nobody takes `total >= total` for a comparison of the attribute with itself. */
const forPeople = (template: Rendering, keyType: KeyType): string =>
  keyType === 'number' ? printTemplate(template) : quoted(printTemplate(template));
