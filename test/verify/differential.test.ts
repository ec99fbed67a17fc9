// Random models with random items on the embedded engine: what comes back, and its units, against routes, proofs and estimate.
// Deliberately seeded here; `npm run test:deep` tries 2,000 with a new seed.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Engine } from '../../src/verify/engines/engine.ts';
import { deep } from '../properties/texts.ts';
import { tryPlan } from './differential/judge.ts';
import { plans } from './differential/random-models.ts';
import { embedded } from './support.ts';

const runs = deep ? 2_000 : 60;
const seed = Number(process.env.SINGLET_SEED ?? (deep ? Date.now() % 2 ** 31 : 20_261_125));

describe('random models on the embedded engine', function () {
  this.timeout(deep ? 3_600_000 : 180_000);
  let engine: Engine;

  before(async () => {
    engine = await embedded();
  });
  after(() => engine.close());

  it(`do what the analysis says: ${runs} of them`, async () => {
    const sum = { models: 0, reads: 0, returned: 0, allowed: 0, units: 0 };
    const disagreements: string[] = [];
    for (const plan of fc.sample(plans, { numRuns: runs, seed })) {
      const { text, problems, reads, returned, allowed, units } = await tryPlan(plan, engine);
      sum.models += 1;
      sum.reads += reads;
      sum.returned += returned;
      sum.allowed += allowed;
      sum.units += units;
      if (problems.length > 0) disagreements.push(`${problems.join('\n')}\n${text}`);
    }
    for (const each of disagreements) console.log(each);
    console.log(
      `      ${sum.models} models, ${sum.reads} queries, ${sum.returned} items, ${sum.allowed} of them not asked for or out of order, as foretold; ${sum.units} units compared; ${disagreements.length} models disagree (seed ${seed})`,
    );
    assert.deepEqual(disagreements, []);
    assert.ok(sum.returned > sum.models && sum.units > sum.models);
  });
});
