// Models that have every kind of read, write and key, on the embedded engine: nothing differs, and each kind was tried.
// Deliberately made for tests; designs.test.ts has those that people have published.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { summaryOf } from '../../src/verify/checks/check.ts';
import type { Engine } from '../../src/verify/engines/engine.ts';
import type { Done } from '../../src/verify/totals.ts';
import { root } from '../support/golden.ts';
import { embedded, mismatchesIn, openChecks, verified } from './support.ts';

const fixture = (name: string): string => readFileSync(path.join(root, 'test/fixtures', name), 'utf8');
const shapes = fixture('verify/shapes.ddb.yaml');

describe('models of every shape on the embedded engine', () => {
  let engine: Engine;

  before(async function () {
    this.timeout(60_000);
    engine = await embedded();
  });
  after(() => engine.close());

  const names = ['verify/shapes.ddb.yaml', 'calls/every-kind.ddb.yaml'];
  for (const name of names) {
    for (const hostile of [false, true]) {
      it(`${name}: nothing differs${hostile ? ', with hostile values' : ''}`, async function () {
        this.timeout(120_000);
        assert.deepEqual(mismatchesIn(await verified(fixture(name), engine, { hostile })), []);
      });
    }
  }

  it('runs/cases.ddb.yaml: nothing differs but what updates leave stale', async function () {
    this.timeout(120_000);
    const found = mismatchesIn(await verified(fixture('runs/cases.ddb.yaml'), engine));
    assert.deepEqual(
      found.map((each) => /^\w+ \w+/.exec(each)?.[0]),
      ['reopen effect', 'reopen units', 'count effect', 'count units'],
    );
    assert.match(
      found[0] ?? '',
      /OpenSK stays as before: the update does not know all that the key is made of/,
    );
  });

  describe('of all kinds', () => {
    let done: Done;

    before(async function () {
      this.timeout(120_000);
      done = await verified(shapes, engine);
    });

    const resultOf = (pattern: string) => {
      const result = done.patterns.find((each) => each.pattern === pattern);
      assert.ok(result, pattern);
      return result;
    };

    it('try every operation', () => {
      const kinds = new Set(createSnapshot(shapes).design.patterns.map(({ kind }) => kind));
      const calls = new Set([
        'get',
        'query',
        'scan',
        'put',
        'update',
        'delete',
        'batchGet',
        'batchWrite',
        'transactGet',
        'transactWrite',
      ]);
      assert.deepEqual(
        [...calls].filter((kind) => !kinds.has(kind as never)),
        [],
      );
    });

    it('confirm what keys of several attributes serve, on a shadow index', () => {
      for (const pattern of [
        'ordersWithStatus',
        'ordersWithStatusUntil',
        'byTotalAndWeight',
        'oneOrderOfStatus',
      ]) {
        assert.equal(summaryOf(resultOf(pattern)), 'shadow', pattern);
      }
    });

    it('leave no items, order or effect open', () => {
      assert.deepEqual(
        openChecks(done).filter((line) => !/ units: /.test(line)),
        [],
      );
    });

    it('check the order where one is declared', () => {
      for (const pattern of ['dearOrders', 'byTotal', 'openOrders', 'topScores', 'scoresFrom']) {
        assert.ok(
          resultOf(pattern).checks.some(({ aspect }) => aspect === 'order'),
          pattern,
        );
      }
    });

    it('try conditions that do not hold', () => {
      for (const pattern of ['register', 'rewrite', 'dropAvatar', 'cancel', 'buy']) {
        assert.ok(
          resultOf(pattern).checks.some(({ aspect }) => aspect === 'condition'),
          pattern,
        );
      }
    });

    it('follow steps with what came back', () => {
      const calls = resultOf('followedWithOrders').checks.map(({ call }) => call);
      assert.ok(new Set(calls).size > 5, calls.join('\n'));
    });

    it('put and overwrite where a share of puts overwrites', () => {
      const calls = resultOf('save').checks.map(({ call }) => call);
      assert.ok(calls.includes('put Customer, new') && calls.includes('put Customer'), calls.join('\n'));
    });
  });
});
