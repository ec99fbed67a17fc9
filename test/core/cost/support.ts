// Costs of a model text, for the tests of money, heat and growth.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analysis.ts';
import type { Quantity } from '../../../src/core/analysis/capacity/quantity.ts';
import type { Step } from '../../../src/core/analysis/capacity/step.ts';
import { type Cost, costOf } from '../../../src/core/analysis/cost/cost.ts';
import type { CostOptions } from '../../../src/core/analysis/cost/options.ts';

export const cost = (text: string, options: CostOptions = {}): Cost => costOf(analyze(text), options);

/** Items of exactly so many bytes: `id` is 2 + 2 B, `data` the rest. */
export const plain = (bytes: number, patterns: string, table = '', entity = '') => `
version: 1
table: { name: T, partitionKey: id, region: us-east-1${table === '' ? '' : `, ${table}`} }
entities:
  Item:
    attributes: { id: { type: string, size: 2 B }, data: { type: string, size: ${bytes - 8} B } }
    identity: id
    count: 1M
    ${entity}
accessPatterns: ${patterns}
`;

export const named = <Key extends { readonly name: string }, Value>(
  map: ReadonlyMap<Key, Value>,
  name: string,
): Value => {
  const found = [...map].find(([key]) => key.name === name);
  assert.ok(found, `no ${name}`);
  return found[1];
};

/** To a thousandth of a cent. */
export const usd = ({ mean }: Quantity): number | undefined =>
  mean === undefined ? undefined : Number(mean.toFixed(5));

export const near = (a: number | undefined, b: number | undefined): void => {
  assert.ok(a !== undefined && b !== undefined, `${a} and ${b}`);
  assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)), `${a} is not ${b}`);
};

export const allSteps = (steps: readonly Step[]): readonly Step[] =>
  steps.flatMap((step) => [step, ...allSteps(step.parts)]);
