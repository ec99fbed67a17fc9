// Routes of queries: every table and index is tried, and the best is the one that reads least by its shape.
// Deliberately exact about what DynamoDB takes, and silent about cost in units.
import type { Entity, ResolvedAction, Target } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import { type Binding, bind } from './bind.ts';
import { clausesOf } from './clauses.ts';
import { combineFits } from './combine-fits.ts';
import { type Fit, fitLayout } from './fit-layout.ts';
import { coverAll, unaskedGuards } from './guards.ts';
import { overRead, type Surroundings } from './item-collections.ts';
import { directionOf } from './order.ts';
import { pinnedRoute } from './pinned.ts';
import { missingFrom, neededOf } from './projection.ts';
import type { Obstacle, Refusal, Route, RouteResult } from './route.ts';

type Attempt =
  | { readonly kind: 'route'; readonly route: Route }
  | { readonly kind: 'refused'; readonly obstacles: readonly Obstacle[] };

type Fits =
  | { readonly kind: 'fits'; readonly fits: readonly Fit[] }
  | { readonly kind: 'refused'; readonly obstacles: readonly Obstacle[] };

const fewest = (all: readonly (readonly Obstacle[])[]): readonly Obstacle[] =>
  all.reduce((a, b) => (b.length < a.length ? b : a));

/** The layouts that together hold all wanted items of the entity, or the obstacles of the one that came nearest. */
function fitsOf(entity: Entity, binding: Binding, target: Target, action: Action): Fits {
  const layouts = entity.layouts.filter((layout) => layout.target === target);
  if (layouts.length === 0) {
    const missing = entity.absences.find((absence) => absence.target === target)?.missing ?? [];
    return { kind: 'refused', obstacles: [{ kind: 'entity-absent', entity: entity.name, missing }] };
  }
  const results = layouts.map((layout) => fitLayout(layout, binding));
  const fits = results.flatMap((result) => (result.kind === 'fits' ? [result.fit] : []));
  const refused = results.flatMap((result) => (result.kind === 'refused' ? [result.obstacles] : []));
  const whole = fits.find((fit) => unaskedGuards(fit.layout, entity, binding.givens).length === 0);
  if (whole) return { kind: 'fits', fits: [whole] };
  // Who names the index knows what it holds.
  const enough = action.index !== undefined || (refused.length === 0 && coverAll(entity, target));
  if (enough && fits.length > 0) return { kind: 'fits', fits };
  const conditional = fits.map((fit): readonly Obstacle[] => {
    const when = unaskedGuards(fit.layout, entity, binding.givens).join(', ');
    return [{ kind: 'layout-conditional', entity: entity.name, when }];
  });
  return { kind: 'refused', obstacles: fewest([...conditional, ...refused]) };
}

function queryOn(
  target: Target,
  around: Surroundings,
  bindings: readonly Binding[],
  action: Action,
): Attempt {
  const fits: { fit: Fit; binding: Binding }[] = [];
  const obstacles: Obstacle[] = [];
  if (action.strong && target.kind === 'global') obstacles.push({ kind: 'strong-on-global' });
  for (const binding of bindings) {
    const result = fitsOf(binding.entity, binding, target, action);
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
  const needed = bindings.flatMap((binding) => neededOf(binding.entity, action));
  const missing = [...new Set(missingFrom(target, around.table, needed))];
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
      alsoReads: overRead(around.neighbours(target, partition, wanted), combined.sort),
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

/** Two entities can stand before the same obstacle; it is told once. */
const distinct = (obstacles: readonly Obstacle[]): readonly Obstacle[] => [
  ...new Map(obstacles.map((obstacle) => [JSON.stringify(obstacle), obstacle])).values(),
];

export function routeQuery(around: Surroundings, { action, entities }: ResolvedAction): RouteResult {
  const clauses = clausesOf(action.where);
  const bindings = entities.map((entity) => bind(clauses, entity, entities));
  if (bindings.some((binding) => binding.ambiguous.length > 0))
    return { kind: 'unknown', reason: 'ambiguous-reference' };
  const pinned = action.index?.value;
  const candidates = around.design.targets.filter(
    (target) => pinned === undefined || (target.kind !== 'table' && target.name === pinned),
  );
  if (candidates.length === 0) return { kind: 'unknown', reason: 'unreadable' };
  if (action.key) {
    const named = (target: Target) =>
      target.partitionKey.every((key) => action.key?.some((decl) => decl.name === key.name));
    const target = candidates.find(named) ?? candidates[0];
    return target
      ? pinnedRoute(around, { action, entities }, action.key, target)
      : { kind: 'unknown', reason: 'unreadable' };
  }
  const routes: Route[] = [];
  const refusals: Refusal[] = [];
  for (const target of candidates) {
    const attempt = queryOn(target, around, bindings, action);
    if (attempt.kind === 'route') routes.push(attempt.route);
    else refusals.push({ target, obstacles: distinct(attempt.obstacles) });
  }
  routes.sort((a, b) => compareCosts(cost(a, around.design.targets), cost(b, around.design.targets)));
  const [route, ...others] = routes;
  return route ? { kind: 'served', route, others, refusals } : { kind: 'unserved', refusals };
}
