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
import { wrongSteps } from '../capacity/numbers.ts';
import { cost, near } from './support.ts';

interface Shape {
  readonly bytes: number;
  readonly rate: number;
  readonly count: number;
}

const shape = fc.record({
  bytes: fc.integer({ min: 1, max: 20_000 }),
  rate: fc.integer({ min: 1, max: 5000 }),
  count: fc.integer({ min: 1, max: 10_000_000 }),
});

const tables = fc.constantFrom(
  '',
  ', capacity: { read: 100, write: 100 }',
  ', capacity: { read: 1, write: 1, autoscaling: { target: 70%, max: { read: 100k, write: 100k } } }',
  ', replicas: [eu-west-1]',
  ', pointInTimeRecovery: true',
);

const options = fc.record({
  freeTier: fc.boolean(),
  gigabyte: fc.constantFrom('binary' as const, 'decimal' as const),
});

const model = ({ bytes, rate, count }: Shape, table: string) => `
version: 1
table: { name: T, partitionKey: PK, sortKey: SK, region: us-east-1${table} }
indexes:
  ByColour: { partitionKey: colour, sortKey: SK, projection: keys-only }
  Newest: { type: local, sortKey: at }
entities:
  Owner:
    attributes: { name: { type: string, size: 9 B } }
    keys: { PK: "O#\${name}", SK: "O" }
    count: 100
  Thing:
    attributes:
      name: Owner.name
      at: date-time
      colour: { enum: { RED: 10%, BLUE: 90% }, optional: true, present: 40% }
      data: { type: string, size: ${bytes} B }
    keys: { PK: "O#\${name}", SK: "T#\${at}" }
    count: ${count}
accessPatterns:
  add: { transactWrite: [{ put: Thing, replaces: 10% }, { check: Owner }], rate: ${rate}/s }
  paint: { update: Thing, set: colour, fails: 5%, rate: ${rate}/s }
  list: { query: Thing, where: name, limit: 20, rate: ${rate}/s }
  red: { query: Thing, where: colour = RED, select: colour, limit: 5, rate: 1/s, peak: 9/s }
  owner: { get: Owner, rate: ${rate}/s, cache: { with: dax, hits: 80% } }
`;

const dax = { nodes: 3, node: 't3.small' };

const total = (of: Shape, table: string, option: CostOptions): number => {
  const { mean } = cost(model(of, table), { ...option, dax }).total;
  assert.ok(mean !== undefined);
  return mean;
};

/** All charges that no pattern owns. */
const besides = (of: Cost): number =>
  of.charges
    .filter(({ pattern, target, entity }) => pattern === undefined && (target === undefined || entity))
    .reduce((all, { step }) => all + (step.value.mean ?? Number.NaN), 0);

describe('any cost', () => {
  it('does not fall as bytes, rate or count rise', () => {
    fc.assert(
      fc.property(shape, shape, tables, options, (from, more, table, option) => {
        const before = total(from, table, option);
        for (const key of ['bytes', 'rate', 'count'] as const) {
          const after = total({ ...from, [key]: from[key] + more[key] }, table, option);
          assert.ok(after >= before - 1e-9 * before, `${key}: ${before} to ${after}`);
        }
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it('is the sum of its patterns, what they leave unused, and the rest', () => {
    fc.assert(
      fc.property(shape, tables, options, (of, table, option) => {
        const slow = {
          ...of,
          rate: table.includes('capacity: { read: 100') ? 1 : of.rate,
          bytes: (of.bytes % 900) + 1,
        };
        const found = cost(model(slow, table), { ...option, dax });
        const patterns = sum([...found.patterns.values()].map((each) => each.usd)).mean ?? Number.NaN;
        near(patterns + (found.unused.mean ?? Number.NaN) + besides(found), found.total.mean);
        near(sum([...found.byKind.values()]).mean, found.total.mean);
        near(sum(found.charges.map(({ step }) => step.value)).mean, found.total.mean);
      }),
      { numRuns: 25, seed: 4 },
    );
  });

  it('is the same on-demand as that way of paying among the others', () => {
    const onDemand = fc.constantFrom(
      '',
      ', replicas: [eu-west-1], timeToLive: until',
      ', class: standard-infrequent-access',
      ', pointInTimeRecovery: true, stream: new-image, consumers: [{ name: a, kind: kinesis }]',
    );
    fc.assert(
      fc.property(shape, onDemand, options, (of, table, option) => {
        const text = model(of, table)
          .replace('at: date-time\n', 'at: date-time\n      until: epoch-seconds\n')
          .replace('  owner: {', '  near: { search: Thing, examines: 9 KB, rate: 3/s }\n  owner: {')
          .replace(
            '  Newest:',
            '  Near: { type: vector, vector: data, dimensions: 9, distance: cosine }\n  Newest:',
          );
        const found = cost(text, { ...option, dax });
        const same = found.comparison.alternatives.find(
          ({ billing, tableClass }) => billing === 'on-demand' && tableClass === found.tableClass,
        );
        near(same?.usd.atLeast, found.total.atLeast);
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  it('has a working that adds up to every figure', () => {
    fc.assert(
      fc.property(shape, tables, options, (of, table, option) => {
        const found = cost(model(of, table), { ...option, dax });
        const all = [
          found.working,
          ...[...found.patterns.values()].flatMap(({ steps }) => steps),
          ...found.comparison.alternatives.map(({ step }) => step),
        ];
        assert.deepEqual(wrongSteps(all), []);
        for (const { usd, steps } of found.patterns.values())
          near(sum(steps.map(({ value }) => value)).mean, usd.mean);
        for (const { keep, steps } of found.indexes.values())
          near(sum(steps.map(({ value }) => value)).mean, keep.mean);
        for (const { usd, steps } of found.entities.values())
          near(sum(steps.map(({ value }) => value)).mean, usd.mean);
      }),
      { numRuns: 20, seed: 5 },
    );
  });

  it('is printed without the noise of binary fractions', () => {
    fc.assert(
      fc.property(shape, tables, options, (of, table, option) => {
        const analysis = analyze(model(of, table));
        const found = costOf(analysis, { ...option, dax });
        const steps = [
          found.working,
          ...found.comparison.alternatives.map(({ step }) => step),
          ...heatOf(analysis).collections.flatMap((each) => each.steps),
          ...growthOf(analysis, option).table.steps,
        ];
        for (const line of printSteps(steps)) assert.doesNotMatch(line, /\.0*[1-9]\d{8}|NaN|Infinity/);
      }),
      { numRuns: 20, seed: 6 },
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
