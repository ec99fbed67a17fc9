// Routes of scans: the whole table or a whole index.
// Deliberately never chosen for a query: a scan is asked for, or it is not made.
import type { ResolvedAction } from '../../model/design.ts';
import type { Surroundings } from './item-collections.ts';
import { lackedBy, projectionObstacle } from './projection.ts';
import type { Obstacle, Route, RouteResult } from './route.ts';

export function routeScan(
  { design, table, layoutsIn }: Surroundings,
  { action, entities }: ResolvedAction,
): RouteResult {
  const name = action.index?.value;
  const target =
    name === undefined ? table : design.targets.find((each) => each.kind !== 'table' && each.name === name);
  if (target === undefined) return { kind: 'unknown', reason: 'unreadable' };
  const obstacles: Obstacle[] = [];
  if (action.strong && target.kind === 'global') obstacles.push({ kind: 'strong-on-global' });
  const lacked = lackedBy(target, table, entities, action);
  obstacles.push(...projectionObstacle(target, lacked));
  for (const entity of entities) {
    const absence = entity.absences.find((each) => each.target === target);
    if (absence) obstacles.push({ kind: 'entity-absent', entity: entity.name, missing: absence.missing });
  }
  if (obstacles.length > 0) return { kind: 'unserved', refusals: [{ target, obstacles }] };
  const others = [...design.entities.values()].filter((entity) => !entities.includes(entity));
  const route: Route = {
    operation: 'Scan',
    target,
    partition: [],
    sort: [],
    forward: true,
    fanOut: [],
    layouts: entities.flatMap((entity) => layoutsIn(entity, target)),
    alsoReads: others.filter((entity) => layoutsIn(entity, target).length > 0).map((entity) => entity.name),
    fetched: lacked,
    shutOut: [],
  };
  return { kind: 'served', route, others: [] };
}
