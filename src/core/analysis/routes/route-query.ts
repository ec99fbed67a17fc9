// Routes of queries: every table and index is tried, and the best is the one that reads least by its shape.
// Deliberately exact about what DynamoDB takes, and silent about cost in units.
import type { Entity, ResolvedAction, Target } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import { type Binding, bind } from './bind.ts';
import { clausesOf } from './clauses.ts';
import { combineFits } from './combine-fits.ts';
import { type Fit, fitLayout, isInReach } from './fit-layout.ts';
import { coverAll, unaskedGuards } from './guards.ts';
import { alsoIn, type Surroundings } from './item-collections.ts';
import { directionOf } from './order.ts';
import { pinnedRoute } from './pinned.ts';
import { lackedBy, projectionObstacle } from './projection.ts';
import type { Obstacle, Refusal, Route, RouteResult } from './route.ts';

type Attempt =
  | { readonly kind: 'route'; readonly route: Route }
  | { readonly kind: 'refused'; readonly obstacles: readonly Obstacle[] };

type Fits =
  | { readonly kind: 'fits'; readonly fits: readonly Fit[] }
  | { readonly kind: 'refused'; readonly obstacles: readonly Obstacle[] };

/** What does not change from target to target. */
interface Query {
  readonly around: Surroundings;
  readonly action: Action;
  readonly entities: readonly Entity[];
  readonly bindings: readonly Binding[];
}

const fewest = (all: readonly (readonly Obstacle[])[]): readonly Obstacle[] =>
  all.reduce((a, b) => (b.length < a.length ? b : a));

/** The layouts that together hold all wanted items of the entity, or the obstacles of the one that came nearest. */
function fitsOf({ around, action }: Query, binding: Binding, target: Target): Fits {
  const { entity, givens } = binding;
  const fits: Fit[] = [];
  const refused: (readonly Obstacle[])[] = [];
  for (const layout of around.layoutsIn(entity, target)) {
    const result = fitLayout(layout, binding);
    if (result.kind === 'refused') refused.push(result.obstacles);
    else if (unaskedGuards(layout, entity, givens).length === 0) return { kind: 'fits', fits: [result.fit] };
    else fits.push(result.fit);
  }
  // Who names the index knows what it holds.
  const enough = action.index !== undefined || (refused.length === 0 && coverAll(entity, target));
  if (enough && fits.length > 0) return { kind: 'fits', fits };
  const conditional = fits.map((fit): readonly Obstacle[] => {
    const when = unaskedGuards(fit.layout, entity, givens).join(', ');
    return [{ kind: 'layout-conditional', entity: entity.name, when }];
  });
  return { kind: 'refused', obstacles: fewest([...conditional, ...refused]) };
}

/** The target holds items of every entity. */
function queryOn(query: Query, target: Target): Attempt {
  const { around, action, entities, bindings } = query;
  if (action.strong && target.kind === 'global')
    return { kind: 'refused', obstacles: [{ kind: 'strong-on-global' }] };
  const fits: { fit: Fit; binding: Binding }[] = [];
  const obstacles: Obstacle[] = [];
  for (const binding of bindings) {
    const result = fitsOf(query, binding, target);
    if (result.kind === 'fits') fits.push(...result.fits.map((fit) => ({ fit, binding })));
    else obstacles.push(...result.obstacles);
  }
  if (obstacles.length > 0) return { kind: 'refused', obstacles };
  const combined = combineFits(
    around,
    fits.map(({ fit }) => fit),
  );
  if (combined.kind === 'refused') return { kind: 'refused', obstacles: [combined.obstacle] };
  const direction = directionOf(action, fits);
  if (direction.kind === 'refused') obstacles.push(direction.obstacle);
  const lacked = lackedBy(target, around.table, entities, action);
  obstacles.push(...projectionObstacle(target, lacked));
  if (obstacles.length > 0 || direction.kind === 'refused') return { kind: 'refused', obstacles };
  const fanOuts = fits.flatMap(({ fit }) => fit.fanOut);
  return {
    kind: 'route',
    route: {
      operation: 'Query',
      target,
      partition: fits[0]?.fit.partition ?? [],
      sort: combined.sort,
      forward: direction.forward,
      fanOut: fanOuts.filter((each, i) => fanOuts.findIndex((other) => other.name === each.name) === i),
      layouts: fits.map(({ fit }) => fit.layout),
      alsoReads: alsoIn(combined.collection, combined.sort, entities),
      fetched: lacked,
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

/** Two entities can stand before the same obstacle; it is told once. */
const distinct = (obstacles: readonly Obstacle[]): readonly Obstacle[] => [
  ...new Map(obstacles.map((obstacle) => [JSON.stringify(obstacle), obstacle])).values(),
];

const absentFrom = (target: Target, entities: readonly Entity[]): readonly Obstacle[] =>
  entities.flatMap((entity): readonly Obstacle[] => {
    const absence = entity.absences.find((each) => each.target === target);
    return absence ? [{ kind: 'entity-absent', entity: entity.name, missing: absence.missing }] : [];
  });

/** The routes, the best first; where nothing serves, the reason of each candidate. */
function tryAll(query: Query, candidates: readonly Target[]): RouteResult {
  const { around, bindings } = query;
  const inReach = (target: Target): boolean =>
    bindings.every((binding) =>
      around.layoutsIn(binding.entity, target).some((layout) => isInReach(layout, binding)),
    );
  const routes: Route[] = [];
  const refused = new Map<Target, readonly Obstacle[]>();
  for (const target of candidates) {
    if (!inReach(target)) continue;
    const attempt = queryOn(query, target);
    if (attempt.kind === 'route') routes.push(attempt.route);
    else refused.set(target, attempt.obstacles);
  }
  if (routes.length > 1) {
    const costs = new Map(routes.map((route) => [route, cost(route, around.design.targets)]));
    routes.sort((a, b) => compareCosts(costs.get(a) ?? [], costs.get(b) ?? []));
  }
  const [route, ...others] = routes;
  if (route) return { kind: 'served', route, others };
  const refusals = candidates.map(
    (target): Refusal => ({ target, obstacles: distinct(refused.get(target) ?? whyNot(query, target)) }),
  );
  return { kind: 'unserved', refusals };
}

/** Of a target that was not tried: who is not in it, else what the partition key lacks. */
function whyNot(query: Query, target: Target): readonly Obstacle[] {
  const absent = absentFrom(target, query.entities);
  if (absent.length > 0) return absent;
  const attempt = queryOn(query, target);
  return attempt.kind === 'refused' ? attempt.obstacles : [];
}

export function routeQuery(around: Surroundings, { action, entities }: ResolvedAction): RouteResult {
  const clauses = clausesOf(action.where);
  const bindings = entities.map((entity) => bind(clauses, entity, entities));
  if (bindings.some((binding) => binding.ambiguous.length > 0))
    return { kind: 'unknown', reason: 'ambiguous-reference' };
  const pinned = action.index?.value;
  const candidates =
    pinned === undefined
      ? around.design.targets
      : around.design.targets.filter((target) => target.kind !== 'table' && target.name === pinned);
  if (candidates.length === 0) return { kind: 'unknown', reason: 'unreadable' };
  if (action.key) {
    const named = (target: Target) =>
      target.partitionKey.every((key) => action.key?.some((decl) => decl.name === key.name));
    const target = candidates.find(named) ?? candidates[0];
    return target
      ? pinnedRoute(around, { action, entities }, action.key, target)
      : { kind: 'unknown', reason: 'unreadable' };
  }
  return tryAll({ around, action, entities, bindings }, candidates);
}
