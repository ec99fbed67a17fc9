// The request that a route makes, as the AWS SDK takes it: key, expressions, names and values.
// Deliberately only what the model says: table name and paging are the caller's.
import type { ResolvedAction } from '../../model/design.ts';
import type { KeyType } from '../../model/model.ts';
import { printTemplate } from '../../syntax/print-template.ts';
import { quoted, type RequestValue } from '../requests/request-value.ts';
import { clausesOf } from './clauses.ts';
import { createAliases } from './expressions.ts';
import { nameIn } from './projection.ts';
import type { Rendering, Route } from './route.ts';
import { type Term, termOfClause, termOfKey, termText } from './terms.ts';

/** Empty expressions, names and values are not to be sent. */
export interface KeyRequest {
  readonly operation: Route['operation'];
  /** Undefined for the table. */
  readonly indexName: string | undefined;
  /** Of a GetItem, by key attribute. Empty for the others. */
  readonly key: ReadonlyMap<string, RequestValue>;
  /** What is asked of the keys: of a GetItem and a Query. */
  readonly keyTerms: readonly Term[];
  readonly filterTerms: readonly Term[];
  /** The names of attributes asked for; empty for all. */
  readonly selected: readonly string[];
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
  /** By alias: `:PK` → the value. */
  readonly values: ReadonlyMap<string, RequestValue>;
  readonly scanIndexForward: boolean;
  readonly consistentRead: boolean;
  readonly limit: number | undefined;
}

function filterOf({ action, entities }: ResolvedAction): readonly Term[] {
  return clausesOf(action.filter).map((clause) => {
    const owner = entities.find((entity) => entity.attributes.has(clause.attribute));
    return termOfClause(clause, owner?.attributes.get(clause.attribute)?.type);
  });
}

/** The names under which the target gives what the pattern selects. */
function selectedOf(route: Route, { action, entities }: ResolvedAction): readonly string[] {
  const names = (action.select ?? []).map(({ value }) => {
    const owner = entities.find((entity) => entity.attributes.has(value));
    return owner && !route.fetched.includes(value) ? nameIn(route.target, owner, value) : value;
  });
  return [...new Set(names)];
}

export function keyRequest(route: Route, resolved: ResolvedAction): KeyRequest {
  const { action } = resolved;
  const aliases = createAliases();
  const isGet = route.operation === 'GetItem';
  const keyTerms = [...route.partition, ...route.sort].map(termOfKey);
  const filterTerms = isGet ? [] : filterOf(resolved);
  const selected = selectedOf(route, resolved);
  const all = (terms: readonly Term[]): string => terms.map((term) => termText(term, aliases)).join(' AND ');
  const keyConditionExpression = isGet ? '' : all(keyTerms);
  const filterExpression = all(filterTerms);
  return {
    operation: route.operation,
    indexName: route.target.kind === 'table' ? undefined : route.target.name,
    key: new Map(
      isGet ? keyTerms.flatMap(({ attribute, values: [value] }) => (value ? [[attribute, value]] : [])) : [],
    ),
    keyTerms,
    filterTerms,
    selected,
    keyConditionExpression,
    filterExpression,
    projectionExpression: selected.map((name) => aliases.name(name)).join(', '),
    select: route.fetched.length > 0 && selected.length === 0 ? 'ALL_ATTRIBUTES' : undefined,
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
