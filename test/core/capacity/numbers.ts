// Sizes and units of a model text, for the tests of the capacity module.
import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../src/core/analysis/analysis.ts';
import { type PatternUnits, unitsOf } from '../../../src/core/analysis/capacity/pattern-units.ts';
import type { Quantity } from '../../../src/core/analysis/capacity/quantity.ts';
import { createSizes, type Sizes } from '../../../src/core/analysis/capacity/sizes.ts';
import type { Step } from '../../../src/core/analysis/capacity/step.ts';
import type { Entity } from '../../../src/core/model/design.ts';

export function sizesOf(text: string): Sizes {
  return createSizes(analyze(text).design);
}

export function entityOf(sizes: Sizes, name: string): Entity {
  const entity = sizes.design.entities.get(name);
  assert.ok(entity, `no entity ${name}`);
  return entity;
}

export function patternUnits(analysis: Analysis, name: string): PatternUnits {
  const pattern = analysis.design.patterns.find((each) => each.name === name);
  assert.ok(pattern, `no pattern ${name}`);
  return unitsOf(pattern, analysis);
}

/** The units of the pattern named `p`. */
export const units = (text: string): PatternUnits => patternUnits(analyze(text), 'p');

/** Write units by table and index, as far as they are not 0. */
export const writesByTarget = (of: PatternUnits): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(
    of.byTarget.filter(({ write }) => write.max !== 0).map(({ target, write }) => [target.name, write.mean]),
  );

export const readsByTarget = (of: PatternUnits): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(
    of.byTarget.filter(({ read }) => read.max !== 0).map(({ target, read }) => [target.name, read.mean]),
  );

export const bounds = ({ min, mean, max }: Quantity) => ({ min, mean, max });

/** Every step whose value is not what its rule makes of its parts. */
export function wrongSteps(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => {
    const means = step.parts.map((part) => part.value.mean);
    const own = step.value.mean;
    const inner = wrongSteps(step.parts);
    if (step.rule === 'given' || step.rule === 'rounded' || own === undefined || means.includes(undefined))
      return inner;
    const known = means.map((mean) => mean ?? 0);
    const expected =
      step.rule === 'sum' ? known.reduce((a, b) => a + b, 0) : known.reduce((a, b) => a * b, 1);
    return Math.abs(expected - own) > 1e-9 * Math.max(1, own) ? [...inner, step.label] : inner;
  });
}
