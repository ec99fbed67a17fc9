// What a model leaves open, in the order in which it moves the monthly cost.
// Deliberately a ranking by a stated trial, not a prediction: each unknown is tried at one plain value.
import { distinctMissing, type Missing, type Quantity } from '../capacity/quantity.ts';
import type { Step, Unit } from '../capacity/step.ts';
import type { Charge } from './charge.ts';

export interface UnknownCost {
  readonly missing: Missing;
  /**
   * USD a month of the charges that depend on it, with every unknown in them at its trial value: one call a second,
   * a million items, 1 KB, all of a share, one of anything else.
   */
  readonly trial: number;
  /** USD a month between the least and the greatest that these charges can be; undefined where nothing bounds them. */
  readonly spread: number | undefined;
  readonly charges: readonly Charge[];
}

const trials: Readonly<Partial<Record<Unit, number>>> = { items: 1e6, B: 1024 };

/** A figure with its unknown parts at their trial values. */
function tried(step: Step): number {
  if (step.value.mean !== undefined) return step.value.mean;
  switch (step.rule) {
    case 'sum':
      return step.parts.reduce((all, part) => all + tried(part), 0);
    case 'product':
      return step.parts.reduce((all, part) => all * tried(part), 1);
    case 'given':
    case 'rounded':
      return Math.max(
        step.value.atLeast,
        Math.min(trials[step.unit] ?? 1, step.value.max ?? Number.POSITIVE_INFINITY),
      );
  }
}

const spreadOf = ({ min, max }: Quantity): number | undefined => (max === undefined ? undefined : max - min);

const placeOf = ({ span, what }: Missing): string => `${span.start} ${what}`;

/**
 * What moves the total most comes first. Assumptions count by how far the truth may be from them. What only `parts` of
 * the total depend on, such as a pattern's part of fixed capacity, comes last: it moves the total by nothing.
 */
export function unknownsOf(charges: readonly Charge[], parts: readonly Charge[]): readonly UnknownCost[] {
  const found = new Map<string, { readonly missing: Missing; readonly charges: Charge[] }>();
  for (const each of parts) {
    for (const missing of distinctMissing(each.step.value.missing)) {
      found.set(placeOf(missing), { missing, charges: [] });
    }
  }
  for (const each of charges) {
    for (const missing of distinctMissing(each.step.value.missing)) {
      const entry = found.get(placeOf(missing));
      if (entry) entry.charges.push(each);
      else found.set(placeOf(missing), { missing, charges: [each] });
    }
  }
  return [...found.values()]
    .map(({ missing, charges: own }): UnknownCost => {
      const spreads = own.map(({ step }) => spreadOf(step.value));
      return {
        missing,
        charges: own,
        trial: own.reduce((all, { step }) => all + tried(step), 0),
        spread: spreads.every((each) => each !== undefined)
          ? spreads.reduce((all, each) => all + each, 0)
          : undefined,
      };
    })
    .toSorted((a, b) => weight(b) - weight(a));
}

/** An assumption can only be wrong by as much as it can vary; a true unknown weighs what its trial costs. */
const weight = ({ missing, trial, spread }: UnknownCost): number =>
  missing.assumed === undefined ? trial : Math.min(spread ?? trial, trial);
