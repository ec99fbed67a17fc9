// The 87 cases of what DynamoDB meters, each with who says so: Singlet's figures, and that a working tells what is not documented.
import assert from 'node:assert/strict';
import { expectedUnits, observe, provenancesIn } from './cases/case.ts';
import { indexReadCases, indexWriteCases } from './cases/indexes.ts';
import { readCases } from './cases/reads.ts';
import { failedPut, writeCases } from './cases/writes.ts';
import { bounds, units, wrongSteps } from './numbers.ts';

const all = [...writeCases, ...readCases, ...indexReadCases, ...indexWriteCases];

describe('what DynamoDB meters', () => {
  for (const each of all) {
    it(`${each.id} ${each.what}: ${JSON.stringify(each.expected)} (${each.provenance})`, () => {
      const { units: found, pattern } = observe(each);
      assert.deepEqual(found, expectedUnits(each));
      if (pattern === undefined) return;
      assert.deepEqual(wrongSteps(pattern.steps), []);
      // What is not documented says so where its figure is shown, and only there.
      assert.equal(
        provenancesIn(pattern.steps).has('measured by others'),
        each.provenance === 'measured by others',
      );
    });
  }

  it('W21 a failed put: no figure, since texts differ; 1 unit at the least, those of success at the most (disputed)', () => {
    const found = units(failedPut);
    assert.deepEqual(bounds(found.write), { min: 1, mean: 3, max: 3 });
    assert.ok(provenancesIn(found.steps).has('disputed'));
  });

  it('are 87 cases', () => {
    assert.equal(new Set(all.map(({ id }) => id)).size + 1, 87);
  });
});
