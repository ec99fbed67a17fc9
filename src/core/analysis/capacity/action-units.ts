// What one read or write uses, target by target: the shape that reads and writes share.
// Deliberately plain data; read-units.ts and write-units.ts make it.
import type { Target } from '../../model/design.ts';
import { product, type Quantity, sum } from './quantity.ts';
import type { Step } from './step.ts';
import type { VectorUnits } from './vector-units.ts';

/** Units on the table or on one index. Those of a local index are taken from the table's capacity. */
export interface TargetUnits {
  readonly target: Target;
  readonly read: Quantity;
  readonly write: Quantity;
}

export interface ActionUnits {
  readonly byTarget: readonly TargetUnits[];
  /** Items read or written. */
  readonly items: Quantity;
  /** Items that come back to the caller, so that further steps can follow. */
  readonly returned: Quantity;
  /** Bytes that are metered. */
  readonly bytes: Quantity;
  readonly steps: readonly Step[];
  /** Of a query or scan. */
  readonly range?: RangeRead;
  /** What it uses of vector indexes; their steps are among the others, in bytes. */
  readonly vectors?: readonly VectorUnits[];
}

/** What one query or scan has before it, whether the caller follows its pages or not; no more than its limit. */
export interface RangeRead {
  readonly target: Target;
  readonly items: Quantity;
  readonly bytes: Quantity;
  /** Pages of 1 MB. */
  readonly pages: Quantity;
  /** How many queries one call is. */
  readonly queries: Quantity;
}

/** One entry for each target, in the order in which they came. */
export function mergeTargets(all: readonly TargetUnits[]): readonly TargetUnits[] {
  const byName = new Map<string, TargetUnits[]>();
  for (const each of all) {
    const key = `${each.target.kind} ${each.target.name}`;
    byName.set(key, [...(byName.get(key) ?? []), each]);
  }
  return [...byName.values()].flatMap((same) => {
    const [first] = same;
    return first
      ? [
          {
            target: first.target,
            read: sum(same.map((each) => each.read)),
            write: sum(same.map((each) => each.write)),
          },
        ]
      : [];
  });
}

/** The same, so many times. */
export const repeatTargets = (targets: readonly TargetUnits[], times: Quantity): readonly TargetUnits[] =>
  targets.map(({ target, read, write }) => ({
    target,
    read: product([read, times]),
    write: product([write, times]),
  }));
