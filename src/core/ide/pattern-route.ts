// The route of a pattern in a word or two: `Query GSI1`, `PutItem`.
// Deliberately only of its own operation; further steps have routes of their own.
import type { PatternUnits } from '../analysis/capacity/pattern-units.ts';
import { routeLabel } from '../analysis/routes/request.ts';
import type { Pattern } from '../model/design.ts';
import type { PatternKind } from '../model/model.ts';
import type { Snapshot } from '../snapshot.ts';

/** Writes go to the table by their key, whatever the indexes are. */
const writeCalls: Readonly<Partial<Record<PatternKind, string>>> = {
  put: 'PutItem',
  update: 'UpdateItem',
  delete: 'DeleteItem',
  check: 'ConditionCheck',
  batchWrite: 'BatchWriteItem',
  transactWrite: 'TransactWriteItems',
};

export const isUnserved = ({ routes }: Snapshot, pattern: Pattern): boolean =>
  pattern.actions.some(({ action }) => routes.get(action)?.kind === 'unserved');

/** Several gets in one call have a name of their own. */
const batchCalls: Readonly<Partial<Record<PatternKind, string>>> = {
  batchGet: 'BatchGetItem',
  transactGet: 'TransactGetItems',
};

/** How it reads, each way once; undefined where it does not read, and where that is not known. */
function readRoute({ routes, units }: Snapshot, pattern: Pattern): string | undefined {
  const results = pattern.actions.flatMap(({ action }) => routes.get(action) ?? []);
  const labels = results.flatMap((result) =>
    result.kind === 'served' ? [batchCalls[pattern.kind] ?? routeLabel(result.route)] : [],
  );
  if (pattern.kind === 'search') labels.push(...searchLabels(units.get(pattern)));
  return labels.length > 0 ? [...new Set(labels)].join(', ') : undefined;
}

const searchLabels = (units: PatternUnits | undefined): readonly string[] =>
  (units?.vectors ?? []).flatMap(({ target, searched }) =>
    searched.max === 0 ? [] : [`SearchVectors ${target.name}`],
  );

/** The same, and the call that a write makes. Undefined where nothing serves it. */
export const patternRoute = (snapshot: Snapshot, pattern: Pattern): string | undefined =>
  isUnserved(snapshot, pattern) ? undefined : (readRoute(snapshot, pattern) ?? writeCalls[pattern.kind]);
