// Invariant 10, with a clock: what Singlet adds to a bare YAML parse, and how time grows with the model.
// Deliberately generous, as machines differ and are shared; `npm run bench` prints the exact ratios.
import assert from 'node:assert/strict';
import { largeModel } from '../bench/large-model.ts';
import { timeStages } from '../bench/stages.ts';

/** All stages beyond a bare parse, proofs included, are to cost no more than it; twice that on a busy machine. */
const bound = 2;

/** Of three tries the best, as a busy machine makes any single one slow. */
const bestOf = (measure: () => number): number => Math.min(measure(), measure(), measure());

describe('speed', () => {
  before(function () {
    this.timeout(120_000);
    for (let i = 0; i < 5; i++) timeStages(largeModel(500), 1);
  });

  it('ten times the model takes at most fifteen times the time', () => {
    const [small, large] = [largeModel(1500), largeModel(15_000)];
    const growth = bestOf(() => timeStages(large, 3).total / timeStages(small, 9).total);
    assert.ok(growth < 15 * (large.length / small.length / 10), `${growth.toFixed(1)} times the time`);
  }).timeout(300_000);

  it('all stages beyond the parse stay within their bound', () => {
    const text = largeModel(2500);
    const beyond = bestOf(() => {
      const timing = timeStages(text, 9);
      return timing.beyond / timing.bare;
    });
    assert.ok(beyond < bound, `${beyond.toFixed(2)} times a bare parse`);
  }).timeout(300_000);
});
