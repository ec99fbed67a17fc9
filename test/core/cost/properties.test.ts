// What must hold of any cost: it never falls as bytes, rates and counts rise, and its parts add up.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyze } from '../../../src/core/analysis/analysis.ts';
import { printSteps } from '../../../src/core/analysis/capacity/print-steps.ts';
import { sum } from '../../../src/core/analysis/capacity/quantity.ts';
import { type Cost, costOf } from '../../../src/core/analysis/cost/cost.ts';
import { growthOf } from '../../../src/core/analysis/cost/growth.ts';
import { heatOf } from '../../../src/core/analysis/cost/heat/heat.ts';
import type { CostOptions } from '../../../src/core/analysis/cost/options.ts';
import { deep, runs as manyRuns } from '../../properties/texts.ts';
import { wrongSteps } from '../capacity/numbers.ts';
import { amounts, type Draw, draws, options, textOf } from './hard-models.ts';
import { wrongInPrint } from './printed.ts';
import { cost, named, near } from './support.ts';

/** All charges that no pattern owns. */
const besides = (of: Cost): number =>
  of.charges
    .filter(({ pattern, target, entity }) => pattern === undefined && (target === undefined || entity))
    .reduce((all, { step }) => all + (step.value.mean ?? Number.NaN), 0);

const runs = (count: number, seed: number) => ({ ...manyRuns(count), seed });

const total = (draw: Draw, option: CostOptions): number => {
  const { mean } = cost(textOf(draw), option).total;
  assert.ok(mean !== undefined);
  return mean;
};

describe('any cost', function () {
  this.timeout(deep ? 1_200_000 : 120_000);

  it('does not fall as bytes, rate or count rise', () => {
    fc.assert(
      fc.property(draws, amounts, options, (draw, more, option) => {
        // A first page ends with the item that reaches 1 MB: of larger items it may hold fewer bytes.
        const from = { ...draw, patterns: draw.patterns.filter((name) => name !== 'page') };
        const before = total(from, option);
        for (const key of ['bytes', 'rate', 'count'] as const) {
          const after = total({ ...from, [key]: from[key] + more[key] }, option);
          assert.ok(after >= before - 1e-9 * before, `${key}: ${before} to ${after} of ${textOf(from)}`);
        }
      }),
      runs(40, 3),
    );
  });

  it('of a pattern does not fall as the bytes of a call, its rate or the items there rise by one', () => {
    fc.assert(
      fc.property(draws, options, (draw, option) => {
        const from = { ...draw, patterns: draw.patterns.filter((name) => name !== 'page') };
        const before = cost(textOf(from), option);
        for (const key of ['bytes', 'rate', 'count'] as const) {
          const after = cost(textOf({ ...from, [key]: from[key] + 1 }), option);
          if (before.billing === 'provisioned') continue;
          for (const [{ name }, { usd }] of before.patterns) {
            const now = named(after.patterns, name).usd.mean ?? Number.NaN;
            assert.ok(now >= (usd.mean ?? Number.NaN) * (1 - 1e-9), `${name}, ${key} of ${textOf(from)}`);
          }
        }
      }),
      runs(20, 8),
    );
  });

  it('is the sum of its patterns, what they leave unused, and the rest', () => {
    fc.assert(
      fc.property(draws, options, (draw, option) => {
        const found = cost(textOf(draw), option);
        const patterns = sum([...found.patterns.values()].map((each) => each.usd)).mean ?? Number.NaN;
        near(patterns + (found.unused.mean ?? Number.NaN) + besides(found), found.total.mean);
        near(sum([...found.byKind.values()]).mean, found.total.mean);
        near(sum(found.charges.map(({ step }) => step.value)).mean, found.total.mean);
        const byEntity = sum([...found.entities.values()].map(({ usd }) => usd)).mean;
        near(sum([...found.storage.values()].map(({ usd }) => usd)).mean, byEntity);
      }),
      runs(40, 4),
    );
  });

  it('is the same on-demand as that way of paying among the others', () => {
    fc.assert(
      fc.property(draws, options, (draw, option) => {
        const found = cost(textOf(draw), option);
        const same = found.comparison.alternatives.find(
          ({ billing, tableClass }) => billing === 'on-demand' && tableClass === found.tableClass,
        );
        if (found.billing === 'on-demand') near(same?.usd.atLeast, found.total.atLeast);
      }),
      runs(20, 7),
    );
  });

  it('has a working that adds up to every figure', () => {
    fc.assert(
      fc.property(draws, options, (draw, option) => {
        const analysis = analyze(textOf(draw), option);
        const found = analysis.cost;
        const all = [
          found.working,
          ...[...found.patterns.values()].flatMap(({ steps }) => steps),
          ...found.comparison.alternatives.map(({ step }) => step),
          ...analysis.heat.collections.flatMap((each) => each.steps),
        ];
        assert.deepEqual(wrongSteps(all), []);
        for (const pattern of analysis.design.patterns) {
          const { steps, read, write } = analysis.units.get(pattern);
          assert.deepEqual(wrongSteps(steps), []);
          for (const [unit, whole] of [
            ['RCU', read],
            ['WCU', write],
          ] as const)
            near(sum(steps.filter((step) => step.unit === unit).map(({ value }) => value)).mean, whole.mean);
        }
        for (const { usd, steps } of found.patterns.values())
          near(sum(steps.map(({ value }) => value)).mean, usd.mean);
        for (const { keep, steps } of found.indexes.values())
          near(sum(steps.map(({ value }) => value)).mean, keep.mean);
        for (const { usd, steps } of found.entities.values())
          near(sum(steps.map(({ value }) => value)).mean, usd.mean);
      }),
      runs(30, 5),
    );
  });

  it('is printed without the noise of binary fractions, in figures that give the same when worked out again', () => {
    fc.assert(
      fc.property(draws, options, (draw, option) => {
        const analysis = analyze(textOf(draw), option);
        const found = analysis.cost;
        const steps = [
          found.working,
          ...found.comparison.alternatives.map(({ step }) => step),
          ...analysis.design.patterns.flatMap((pattern) => analysis.units.get(pattern).steps),
          ...heatOf(analysis).collections.flatMap((each) => each.steps),
          ...growthOf(analysis, option).table.steps,
        ];
        const lines = printSteps(steps);
        for (const line of lines) assert.doesNotMatch(line, /\.0*[1-9]\d{8}|NaN|Infinity|[eE][-+]?\d/);
        assert.deepEqual(wrongInPrint(lines), []);
      }),
      runs(20, 6),
    );
  });
});

describe('the published designs', () => {
  for (const name of ['aws-online-shop', 'debrie-ecommerce', 'debrie-github']) {
    it(`${name} has a cost, heat and growth`, () => {
      const analysis = analyze(readFileSync(`media/examples/${name}.ddb.yaml`, 'utf8'));
      const found = costOf(analysis);
      assert.ok(found.total.atLeast > 0);
      assert.equal(found.patterns.size, analysis.design.patterns.length);
      assert.deepEqual(wrongSteps([found.working]), []);
      assert.ok(heatOf(analysis).collections.length > 0);
      assert.ok(growthOf(analysis).table.now.atLeast > 0);
    });
  }

  it('cost nothing where nothing is in the table, and something unknown where there is no table', () => {
    assert.equal(cost('table: { name: T, partitionKey: PK }').total.mean, 0);
    assert.equal(cost('').total.mean, undefined);
    const broken = 'version: 1\ntable: {}\nentities: { A: }\naccessPatterns: { p: { get: A, rate: 1/s } }';
    assert.equal(cost(broken).total.mean, undefined);
    assert.deepEqual(heatOf(analyze(broken)).collections, []);
  });
});
