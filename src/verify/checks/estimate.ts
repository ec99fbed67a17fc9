// Whether the units of one call lie within the least and the most that the estimate for its pattern says.
// Deliberately silent where the estimate is a mean over calls of several kinds: a share of overwrites, of failures, or of
// items that are in an index.

import type { ActionUnits } from '../../core/analysis/capacity/action-units.ts';
import type { ResolvedAction, Target } from '../../core/model/design.ts';
import type { Action } from '../../core/model/model.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { printNumber } from '../../core/syntax/quantity.ts';
import { type Units, unitLines } from '../calls/consumed.ts';
import { type Check, confirmed, mismatch } from './check.ts';

export type Estimates = ReadonlyMap<Action, ActionUnits>;

/** What is estimated of each read and write, done once. */
export function estimatesOf({ units, design }: Snapshot): Estimates {
  const estimates = new Map<Action, ActionUnits>();
  for (const pattern of design.patterns) {
    for (const { resolved, once } of units.get(pattern).parts) estimates.set(resolved.action, once);
  }
  return estimates;
}

/** A scan costs what the whole table will hold, not what the samples are. */
const isMixed = ({ kind, replaces, fails }: Action): boolean =>
  kind === 'scan' || (replaces !== undefined && replaces > 0 && replaces < 1) || (fails ?? 0) > 0;

/** Whether some items of the entity are in the target and others are not. */
const isShared = ({ entities, action }: ResolvedAction, target: Target): boolean =>
  action.kind !== 'query' &&
  entities.some(({ layouts }) =>
    layouts.some((layout) => layout.target === target && (layout.variant || layout.sparse.length > 0)),
  );

/** By target, since a cheap index must not hide a dear table. */
export function checkEstimate(
  estimates: Estimates,
  resolved: ResolvedAction,
  units: Units,
  call: string,
): readonly Check[] {
  const { action } = resolved;
  const estimate = estimates.get(action);
  if (estimate === undefined || isMixed(action)) return [];
  const outside: { readonly name: string; readonly range: string }[] = [];
  const known = new Set<string>();
  for (const { target, read, write } of estimate.byTarget) {
    const name = target.kind === 'table' ? 'table' : target.name;
    known.add(name);
    if (isShared(resolved, target)) continue;
    const own = units.get(name) ?? 0;
    const min = read.min + write.min;
    const max = read.max === undefined || write.max === undefined ? undefined : read.max + write.max;
    if (own < min || (max !== undefined && own > max)) {
      outside.push({
        name,
        range: `${printNumber(min)} to ${max === undefined ? '…' : printNumber(max)} on ${name}`,
      });
    }
  }
  const untold = [...units].filter(([name, number]) => number > 0 && !known.has(name));
  for (const [name] of untold) outside.push({ name, range: `nothing on ${name}` });
  const verdict =
    outside.length === 0
      ? confirmed()
      : mismatch(
          'The units are outside of the range that the estimate says.',
          outside.map(({ range }) => range),
          unitLines(units),
        );
  return [{ aspect: 'estimate', call, verdict }];
}
