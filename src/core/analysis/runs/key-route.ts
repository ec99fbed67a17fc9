// The primary key of a write: what a get of the same item would be given.
// Deliberately asks the router, so that references and constants in `where` mean the same in reads and writes.
import type { ResolvedAction } from '../../model/design.ts';
import type { Analysis } from '../analysis.ts';
import type { Route } from '../routes/route.ts';

/** Undefined where the entity has no primary key, or `where` does not fit it. */
export function keyRouteOf({ router }: Analysis, { action, entities }: ResolvedAction): Route | undefined {
  const result = router({ action: { ...action, kind: 'get', select: undefined }, entities });
  return result?.kind === 'served' ? result.route : undefined;
}
