// Every example and every published design on the embedded engine: no mismatch, every read confirmed, the rest listed.
// Deliberately a walk over the folders: a new model is verified by being there.
import assert from 'node:assert/strict';
import path from 'node:path';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { summaryOf } from '../../src/verify/checks/check.ts';
import type { Engine } from '../../src/verify/engines/engine.ts';
import { verify } from '../../src/verify/run.ts';
import { allResults, type Done } from '../../src/verify/totals.ts';
import { expectGolden, root } from '../support/golden.ts';
import { embedded, mismatchesIn, models, never, openChecks, verified } from './support.ts';

const reads = new Set(['get', 'query', 'scan', 'batchGet', 'transactGet']);

/** The share of checks that the embedded engine cannot make, at most. It may fall, and must not grow. */
const mostNotCheckable = 0.015;

describe('the models on the embedded engine', () => {
  let engine: Engine;
  const done = new Map<string, Done>();

  before(async function () {
    this.timeout(60_000);
    engine = await embedded();
  });
  after(() => engine.close());

  it('are several', () => {
    assert.ok(models.length >= 30);
  });

  const withTable = models.filter(({ text }) => createSnapshot(text).design.table !== undefined);

  it('are tables, but for one that has no keys yet', async () => {
    const others = models.filter((model) => !withTable.includes(model));
    assert.deepEqual(
      others.map(({ file }) => path.basename(file)),
      ['nose-eac.ddb.yaml'],
    );
    for (const { text } of others) {
      const result = await verify(createSnapshot(text), { engine, signal: never });
      assert.equal(result.kind, 'refused');
      assert.ok(result.kind === 'refused' && result.reasons.length > 0);
    }
  });

  for (const { file, text } of withTable) {
    it(`${file}: nothing differs, and every read is confirmed`, async function () {
      this.timeout(120_000);
      const own = await verified(text, engine);
      done.set(file, own);
      assert.deepEqual(mismatchesIn(own), []);
      const { routes, design } = createSnapshot(text);
      for (const pattern of design.patterns) {
        const isServed = pattern.actions.every(({ action }) => routes.get(action)?.kind === 'served');
        if (!reads.has(pattern.kind) || !isServed) continue;
        const result = own.patterns.find((each) => each.pattern === pattern.name);
        assert.ok(result, pattern.name);
        assert.match(summaryOf(result), /^(confirmed|shadow)$/, pattern.name);
        const items = result.checks.filter(({ aspect }) => aspect === 'items');
        assert.ok(
          items.length > 0 && items.every(({ verdict }) => verdict.kind === 'confirmed'),
          pattern.name,
        );
      }
    });
  }

  it('list what could not be checked, and why', () => {
    const lines = [...done].flatMap(([file, own]) => {
      const open = openChecks(own);
      return open.length === 0 ? [] : [path.basename(file), ...open.map((line) => `  ${line}`)];
    });
    expectGolden(path.join(root, 'test/fixtures/verify/not-checkable.txt'), `${lines.join('\n')}\n`);
  });

  it(`leave at most ${mostNotCheckable * 100}% of the checks open`, () => {
    const all = [...done.values()].flatMap((own) => allResults(own).flatMap(({ checks }) => checks));
    const open = all.filter(({ verdict }) => verdict.kind === 'not-checkable');
    assert.ok(all.length > 1_000, `${all.length} checks`);
    console.log(`      ${open.length} of ${all.length} checks`);
    assert.ok(
      open.length / all.length <= mostNotCheckable,
      `${open.length} of ${all.length} are not checkable`,
    );
  });
});
