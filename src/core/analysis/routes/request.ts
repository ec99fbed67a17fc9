// The request that a route makes, as the AWS SDK takes it: key condition expression, names and values.
// Deliberately aliases every name: then reserved words and signs such as `#` or `-` in names never matter.

import type { Action, KeyType } from '../../model/model.ts';
import { printTemplate } from '../../syntax/print-template.ts';
import type { KeyCondition, Rendering, Route } from './route.ts';

export interface KeyRequest {
  readonly operation: Route['operation'];
  /** Undefined for the table. */
  readonly indexName: string | undefined;
  /** `#PK = :PK AND begins_with(#SK, :SK)`; empty for a Scan. A GetItem takes `Key` instead. */
  readonly keyConditionExpression: string;
  /** By alias: `#PK` → `PK`. */
  readonly names: ReadonlyMap<string, string>;
  /** By alias: `:PK` → the value as it is written in JavaScript, a template in quotes. */
  readonly values: ReadonlyMap<string, string>;
  readonly scanIndexForward: boolean;
  readonly consistentRead: boolean;
  readonly limit: number | undefined;
}

/** An alias may hold letters, digits and underscores only. Source: expression attribute names, DynamoDB developer guide, 2026. */
const aliasOf = (name: string): string => name.replace(/[^A-Za-z0-9_]/g, '_');

function conditionText(condition: KeyCondition, alias: string): string {
  switch (condition.operator) {
    case 'begins_with':
      return `begins_with(#${alias}, :${alias})`;
    case 'between':
      return `#${alias} BETWEEN :${alias}From AND :${alias}To`;
    default:
      return `#${alias} ${condition.operator} :${alias}`;
  }
}

export function keyRequest(route: Route, action: Action): KeyRequest {
  const names = new Map<string, string>();
  const values = new Map<string, string>();
  const texts: string[] = [];
  for (const condition of [...route.partition, ...route.sort]) {
    let alias = aliasOf(condition.key.name);
    while (names.has(`#${alias}`)) alias += '_';
    names.set(`#${alias}`, condition.key.name);
    const [first, second] = condition.values.map((value) => valueText(value, condition.key.type));
    if (condition.operator === 'between') {
      values.set(`:${alias}From`, first ?? '');
      values.set(`:${alias}To`, second ?? '');
    } else {
      values.set(`:${alias}`, first ?? '');
    }
    texts.push(conditionText(condition, alias));
  }
  return {
    operation: route.operation,
    indexName: route.target.kind === 'table' ? undefined : route.target.name,
    keyConditionExpression: texts.join(' AND '),
    names,
    values,
    scanIndexForward: route.forward,
    consistentRead: action.strong,
    limit: action.limit,
  };
}

/** `Query GSI1`, `GetItem`: the operation and, but for the table, the index. */
export const routeLabel = (route: Route): string =>
  route.target.kind === 'table' ? `${route.operation} table` : `${route.operation} ${route.target.name}`;

/** A value as one writes it in JavaScript: numbers bare, the last character of Unicode visible. */
export function valueText(template: Rendering, keyType: KeyType): string {
  const text = printTemplate(template);
  const isNumber = keyType === 'number' && template.parts.every((part) => part.kind === 'literal');
  return isNumber ? text : JSON.stringify(text).replaceAll('\u{10FFFF}', '\\u{10FFFF}');
}

/** `PK = "ORDER#${orderId}" and SK begins_with "ITEM#"`, for people. */
export function conditionLine(route: Route): string {
  return [...route.partition, ...route.sort]
    .map(({ key, operator, values }) => {
      const [first, second] = values.map((value) => valueText(value, key.type));
      return operator === 'between'
        ? `${key.name} between ${first} and ${second}`
        : `${key.name} ${operator} ${first}`;
    })
    .join(' and ');
}
