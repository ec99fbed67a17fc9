// A figure within a sentence.
// Deliberately names what is not known: "unknown" alone does not say of what.
import { printQuantity } from '../analysis/capacity/print-steps.ts';
import type { Quantity } from '../analysis/capacity/quantity.ts';
import type { Unit } from '../analysis/capacity/step.ts';
import type { VectorUnits } from '../analysis/capacity/vector-units.ts';

/** `0.5 RCU`, `at least 1 WCU`, `RCU not known`; the name stands for the unit where that is a mere letter. */
export const figure = (quantity: Quantity, unit: Unit, name: string = unit): string =>
  quantity.mean === undefined && quantity.atLeast === 0 ? `${name} not known` : printQuantity(quantity, unit);

/** `4,113 B to ByMeaning`, `at least 40 KB of ByMeaning`: what a call writes to vector indexes and examines of them. */
export const vectorTexts = (all: readonly VectorUnits[]): readonly string[] =>
  all.flatMap(({ target, written, searched }) => [
    ...(written.max === 0 ? [] : [`${figure(written, 'B', 'bytes')} to ${target.name}`]),
    ...(searched.max === 0 ? [] : [`${figure(searched, 'B', 'bytes')} of ${target.name}`]),
  ]);
