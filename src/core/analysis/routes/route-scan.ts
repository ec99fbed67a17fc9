// Routes of scans: the whole table or a whole index.
// Deliberately never chosen for a query: a scan is asked for, or it is not made.
import type { ResolvedAction } from '../../model/design.ts';
import type { Surroundings } from './item-collections.ts';
import { missingFrom, neededOf } from './projection.ts';
import type { Obstacle, Route, RouteResult } from './route.ts';

export function routeScan(
  { design, table }: Surroundings,
  { action, entities }: ResolvedAction,
): RouteResult {
  const name = action.index?.value;
  const target =
    name === undefined ? table : design.targets.find((each) => each.kind !== 'table' && each.name === name);
  if (target === undefined) return { kind: 'unknown', reason: 'unreadable' };
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
