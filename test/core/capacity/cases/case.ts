// One case of what DynamoDB meters, with who says so; and how cases are run.

import type { PatternUnits } from '../../../../src/core/analysis/capacity/pattern-units.ts';
import type { Step } from '../../../../src/core/analysis/capacity/step.ts';
import type { Provenance } from '../../../../src/core/facts/fact.ts';
import { readsByTarget, units, writesByTarget } from '../numbers.ts';

/** Units by table and index; a number is the table's. */
export type Units = number | Readonly<Record<string, number>>;

export interface Case {
  readonly id: string;
  readonly what: string;
  readonly provenance: Provenance;
  readonly expected: Units;
  /**
   * A model with the pattern `p`, of which the mean is meant; the greatest, where a model says how items are on the whole
   * and the case has two certain ones; or, for what no model says of a call, units by the metering itself.
   */
  readonly run: string | { readonly greatestOf: string } | (() => Units);
}

export const documented = (id: string, what: string, expected: Units, run: Case['run']): Case => ({
  id,
  what,
  provenance: 'documented',
  expected,
  run,
});

/** AWS's documentation is silent; others have measured it. */
export const measured = (id: string, what: string, expected: Units, run: Case['run']): Case => ({
  ...documented(id, what, expected, run),
  provenance: 'measured by others',
});

const byTarget = (of: Units): Readonly<Record<string, number>> =>
  typeof of === 'number' ? { table: of } : of;

export interface Observed {
  readonly units: Readonly<Record<string, number | undefined>>;
  /** Undefined where no model is involved. */
  readonly pattern: PatternUnits | undefined;
}

export function observe({ run }: Case): Observed {
  if (typeof run === 'function') return { units: byTarget(run()), pattern: undefined };
  if (typeof run === 'string') {
    const pattern = units(run);
    return { units: { ...readsByTarget(pattern), ...writesByTarget(pattern) }, pattern };
  }
  const pattern = units(run.greatestOf);
  const greatest = pattern.byTarget.map(({ target, write }) => [target.name, write.max] as const);
  return { units: Object.fromEntries(greatest), pattern };
}

/** The model of a case, if it has one. */
export const modelOf = ({ run }: Case): string | undefined =>
  typeof run === 'function' ? undefined : typeof run === 'string' ? run : run.greatestOf;

export const expectedUnits = ({ expected }: Case): Readonly<Record<string, number>> => byTarget(expected);

/** Every provenance that a working names. */
export const provenancesIn = (steps: readonly Step[]): ReadonlySet<Provenance | undefined> =>
  new Set(steps.flatMap((step) => [step.provenance, ...provenancesIn(step.parts)]));

export const exactly = (bytes: number) =>
  `{ type: string, size: ${bytes} B, minSize: ${bytes} B, maxSize: ${bytes} B }`;
