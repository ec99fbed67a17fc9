// Finds for every read which table or index serves it and by which key condition, or why none does.
// Deliberately exact about what DynamoDB takes, and silent about cost; the best route is the one that reads least by its shape.
import type { Design, Entity, ResolvedAction, Target } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import { type Binding, bind } from './bind.ts';
import { clausesOf } from './clauses.ts';
import { combineFits } from './combine-fits.ts';
import { type Fit, type FitResult, fitLayout } from './fit-layout.ts';
import { operandPart } from './known.ts';
import { neighbours, overRead } from './neighbours.ts';
import { directionOf } from './order.ts';
import { pinnedRoute } from './pinned.ts';
import { missingFrom, neededOf } from './projection.ts';
import { rendering } from './rendering.ts';
import type { KeyCondition, Obstacle, Refusal, Route, RouteResult } from './route.ts';

type Attempt =
  | { readonly kind: 'route'; readonly route: Route }
  | { readonly kind: 'refused'; readonly obstacles: readonly Obstacle[] };

/** The layout of the entity that fits, or the obstacles of the one that came nearest. */
function bestFit(entity: Entity, binding: Binding, target: Target, action: Action): FitResult {
  const layouts = entity.layouts.filter((layout) => layout.target === target);
  if (layouts.length === 0) {
    const missing = entity.absences.find((absence) => absence.target === target)?.missing ?? [];
    return { kind: 'refused', obstacles: [{ kind: 'entity-absent', entity: entity.name, missing }] };
  }
  const results = layouts.map((layout) => fitLayout(layout, binding, action));
  const fits = results.find((result) => result.kind === 'fits');
  return (
    fits ??
    results.reduce((a, b) =>
      a.kind === 'refused' && b.kind === 'refused' && b.obstacles.length < a.obstacles.length ? b : a,
    )
  );
}

function queryOn(
  target: Target,
  table: Target,
  bindings: readonly Binding[],
  action: Action,
  design: Design,
): Attempt {
  const fits: { fit: Fit; binding: Binding }[] = [];
  const obstacles: Obstacle[] = [];
  if (action.strong && target.kind === 'global') obstacles.push({ kind: 'strong-on-global' });
  for (const binding of bindings) {
    const result = bestFit(binding.entity, binding, target, action);
    if (result.kind === 'fits') fits.push({ fit: result.fit, binding });
    else obstacles.push(...result.obstacles);
  }
  if (obstacles.length > 0) return { kind: 'refused', obstacles };
  const combined = combineFits(
    design,
    fits.map(({ fit }) => fit),
  );
  if (combined.kind === 'refused') return { kind: 'refused', obstacles: [combined.obstacle] };
  const direction = directionOf(action, fits);
  if (direction.kind === 'refused') obstacles.push(direction.obstacle);
  const needed = bindings.flatMap((binding) => neededOf(binding.entity, action));
  const missing = [...new Set(missingFrom(target, table, needed))];
  if (missing.length > 0 && target.kind === 'global')
    obstacles.push({ kind: 'not-projected', attributes: missing });
  if (obstacles.length > 0 || direction.kind === 'refused') return { kind: 'refused', obstacles };
  const partition = fits[0]?.fit.partition ?? [];
  const wanted = new Set(bindings.map((binding) => binding.entity.name));
  const fanOuts = fits.flatMap(({ fit }) => fit.fanOut);
  return {
    kind: 'route',
    route: {
      operation: 'Query',
      target,
      partition,
      sort: combined.sort,
      forward: direction.forward,
      fanOut: fanOuts.filter((each, i) => fanOuts.findIndex((other) => other.name === each.name) === i),
      layouts: fits.map(({ fit }) => fit.layout),
      alsoReads: overRead(neighbours(design, target, partition, wanted), combined.sort),
      fetched: missing,
      shutOut: [],
    },
  };
}

/** Fewer queries, no fetches, less over-read, a tighter condition, then the table before indexes as they are written. */
function cost(route: Route, targets: readonly Target[]): readonly number[] {
  const queries = route.fanOut.reduce((product, each) => product * (each.queries ?? 1e6), 1);
  const tightness = { '=': 0, between: 1, '<': 1, '<=': 1, '>': 1, '>=': 1, begins_with: 2 };
  const operator = route.sort.at(-1)?.operator;
  return [
    queries,
    route.fetched.length > 0 ? 1 : 0,
    route.alsoReads.length,
    operator === undefined ? 3 : tightness[operator],
    targets.indexOf(route.target),
  ];
}

function compareCosts(a: readonly number[], b: readonly number[]): number {
  for (const [i, x] of a.entries()) {
    const difference = x - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function routeQuery(design: Design, table: Target, { action, entities }: ResolvedAction): RouteResult {
  const clauses = clausesOf(action.where);
  const bindings = entities.map((entity) => bind(clauses, entity, entities));
  if (bindings.some((binding) => binding.ambiguous.length > 0))
    return { kind: 'unknown', reason: 'ambiguous-reference' };
  const pinned = action.index?.value;
  const candidates = design.targets.filter(
    (target) => pinned === undefined || (target.kind !== 'table' && target.name === pinned),
  );
  if (candidates.length === 0) return { kind: 'unknown', reason: 'unknown-name' };
  if (action.key) {
    const named = (target: Target) =>
      target.partitionKey.every((key) => action.key?.some((decl) => decl.name === key.name));
    const target = candidates.find(named) ?? candidates[0];
    return target
      ? pinnedRoute(design, table, { action, entities }, action.key, target)
      : { kind: 'unknown', reason: 'unknown-name' };
  }
  const routes: Route[] = [];
  const refusals: Refusal[] = [];
  for (const target of candidates) {
    const attempt = queryOn(target, table, bindings, action, design);
    if (attempt.kind === 'route') routes.push(attempt.route);
    else refusals.push({ target, obstacles: attempt.obstacles });
  }
  routes.sort((a, b) => compareCosts(cost(a, design.targets), cost(b, design.targets)));
  const [route, ...others] = routes;
  return route ? { kind: 'served', route, others, refusals } : { kind: 'unserved', refusals };
}

/** A get names the whole primary key: what `where` does not give otherwise is a parameter named after the attribute. */
function routeGet(table: Target, { action, entities }: ResolvedAction): RouteResult {
  const [entity] = entities;
  const layout = entity?.layouts.find((each) => each.target === table);
  if (entity === undefined || layout === undefined) return { kind: 'unknown', reason: 'no-table-keys' };
  const { givens } = bind(clausesOf(action.where), entity, entities);
  const value = (part: (typeof layout.partition)[number]): KeyCondition => ({
    key: part.key,
    operator: '=',
    values: [
      rendering(
        part.template.parts.map((each) => {
          if (each.kind === 'literal') return each;
          const given = givens.find((g) => g.attribute.name === each.name && g.clause.operator === '=');
          const [operand] = given?.clause.operands ?? [];
          return (given && operand && operandPart(operand, given.attribute, each.functions)) ?? each;
        }),
      ),
    ],
  });
  const route: Route = {
    operation: 'GetItem',
    target: table,
    partition: layout.partition.map(value),
    sort: layout.sort.map(value),
    forward: true,
    fanOut: [],
    layouts: [layout],
    alsoReads: [],
    fetched: [],
    shutOut: [],
  };
  return { kind: 'served', route, others: [], refusals: [] };
}

function routeScan(design: Design, table: Target, { action, entities }: ResolvedAction): RouteResult {
  const name = action.index?.value;
  const target =
    name === undefined ? table : design.targets.find((each) => each.kind !== 'table' && each.name === name);
  if (target === undefined) return { kind: 'unknown', reason: 'unknown-name' };
  const obstacles: Obstacle[] = [];
  if (action.strong && target.kind === 'global') obstacles.push({ kind: 'strong-on-global' });
  const needed = entities.flatMap((entity) => neededOf(entity, action));
  const missing = [...new Set(missingFrom(target, table, needed))];
  if (missing.length > 0 && target.kind === 'global')
    obstacles.push({ kind: 'not-projected', attributes: missing });
  for (const entity of entities) {
    const absence = entity.absences.find((each) => each.target === target);
    if (absence) obstacles.push({ kind: 'entity-absent', entity: entity.name, missing: absence.missing });
  }
  if (obstacles.length > 0) return { kind: 'unserved', refusals: [{ target, obstacles }] };
  const wanted = new Set(entities.map((entity) => entity.name));
  const inTarget = [...design.entities.values()].flatMap((e) =>
    e.layouts.filter((layout) => layout.target === target),
  );
  const route: Route = {
    operation: 'Scan',
    target,
    partition: [],
    sort: [],
    forward: true,
    fanOut: [],
    layouts: inTarget.filter((layout) => wanted.has(layout.entity)),
    alsoReads: [...new Set(inTarget.map((layout) => layout.entity).filter((each) => !wanted.has(each)))],
    fetched: missing,
    shutOut: [],
  };
  return { kind: 'served', route, others: [], refusals: [] };
}

/** Names that a query cannot be routed without. */
function hasUnknownNames({ action, entities }: ResolvedAction): boolean {
  const unknownEntity = entities.length === 0 || entities.length < action.entities.length;
  const known = (name: string) => entities.some((entity) => entity.attributes.has(name));
  return (
    unknownEntity || action.where.some((decl) => decl.clause === undefined || !known(decl.clause.attribute))
  );
}

/** The route of one read; undefined for writes, and for what is not read by keys. */
export function routeOf(design: Design, resolved: ResolvedAction): RouteResult | undefined {
  const { kind } = resolved.action;
  if (kind !== 'get' && kind !== 'query' && kind !== 'scan') return undefined;
  const table = design.table?.target;
  if (table === undefined) return { kind: 'unknown', reason: 'no-table-keys' };
  if (hasUnknownNames(resolved)) return { kind: 'unknown', reason: 'unknown-name' };
  if (kind === 'get') return routeGet(table, resolved);
  return kind === 'query' ? routeQuery(design, table, resolved) : routeScan(design, table, resolved);
}

/** The routes of all gets, queries and scans, of patterns, their legs and their steps. */
export function findRoutes(design: Design): ReadonlyMap<Action, RouteResult> {
  const routes = new Map<Action, RouteResult>();
  for (const pattern of design.patterns) {
    const actions = [...pattern.actions, ...pattern.steps.flatMap((step) => step.actions)];
    for (const resolved of actions) {
      const result = routeOf(design, resolved);
      if (result) routes.set(resolved.action, result);
    }
  }
  return routes;
}
