// Finds for every read which table or index serves it and by which key condition, or why none does.
// Deliberately only chooses by the kind of read; route-get, route-query and route-scan find.

import { allActions } from '../../model/actions.ts';
import type { Design, ResolvedAction } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import type { Operator } from '../../syntax/clause.ts';
import { surroundings } from './item-collections.ts';
import { rangeOperators } from './range.ts';
import type { RouteResult } from './route.ts';
import { routeGet } from './route-get.ts';
import { routeQuery } from './route-query.ts';
import { routeScan } from './route-scan.ts';

/** The route of one read; undefined for writes, and for what is not read by keys. */
export type Router = (resolved: ResolvedAction) => RouteResult | undefined;

/** What a read cannot be routed without: every entity and attribute known, every clause one that a key can answer. */
function isUnreadable({ action, entities }: ResolvedAction): boolean {
  if (entities.length === 0 || entities.length < action.entities.length) return true;
  const isUnknown = (name: string) => !entities.some((entity) => entity.attributes.has(name));
  const by = action.order?.attribute?.value;
  if (by !== undefined && isUnknown(by)) return true;
  return action.where.some(
    ({ clause, problems }) =>
      clause === undefined ||
      problems.length > 0 ||
      isUnknown(clause.attribute) ||
      !keyOperators.has(clause.operator),
  );
}

const keyOperators: ReadonlySet<Operator> = new Set<Operator>([
  '=',
  ...rangeOperators,
  'exists',
  'not-exists',
]);

export function createRouter(design: Design): Router {
  const table = design.table?.target;
  const around = table && surroundings(design, table);
  return (resolved) => {
    const { kind } = resolved.action;
    if (kind !== 'get' && kind !== 'query' && kind !== 'scan') return undefined;
    if (around === undefined) return { kind: 'unknown', reason: 'no-table-keys' };
    if (isUnreadable(resolved)) return { kind: 'unknown', reason: 'unreadable' };
    if (kind === 'get') return routeGet(around, resolved);
    return kind === 'query' ? routeQuery(around, resolved) : routeScan(around, resolved);
  };
}

/** The routes of all gets, queries and scans, of patterns, their legs and their steps. */
export function findRoutes(design: Design, route: Router): ReadonlyMap<Action, RouteResult> {
  const routes = new Map<Action, RouteResult>();
  for (const resolved of allActions(design)) {
    const result = route(resolved);
    if (result) routes.set(resolved.action, result);
  }
  return routes;
}
