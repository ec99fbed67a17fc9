// Invariant 10, without a clock: for ten times the model, no function is called more than fifteen times as often.
// Deliberately by calls: what grows faster than the text shows here long before anybody waits for it.
import assert from 'node:assert/strict';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { largeModel } from '../bench/large-model.ts';
import { askStages } from './ask-everything.ts';
import { countCalls } from './call-counts.ts';

const most = 15;
/** A function that is called so seldom costs nothing. */
const seldom = 3000;

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

describe('ten times the model', () => {
  const small = largeModel(600);
  const large = largeModel(6000);
  const growth = large.length / small.length;

  it('is the same kind of model, about ten times as long and without a finding but its traffic', () => {
    assert.ok(9 < growth && growth < 11, String(growth));
    assert.deepEqual(createSnapshot(small).report.findings, []);
    const { findings } = createSnapshot(large).report;
    assert.deepEqual(
      findings.filter(({ rule }) => rule !== 'cost/over-quota'),
      [],
    );
  });

  it('is about ten times the work', async () => {
    // Once unheeded: code that was optimised before the counting began loses its first counts.
    await countCalls(() => askStages(createSnapshot(small)));
    const before = await countCalls(() => askStages(createSnapshot(small)));
    const after = await countCalls(() => askStages(createSnapshot(large)));
    assert.ok(total(before) > 10_000, 'nothing was counted');
    const grown = [...after].flatMap(([name, count]) => {
      const times = count / (before.get(name) ?? 1) / growth;
      return count > seldom && times > most / 10 ? [`${name}: ${before.get(name) ?? 0} to ${count}`] : [];
    });
    assert.deepEqual(grown, []);
    assert.ok(total(after) / total(before) < most);
  }).timeout(120_000);
});
