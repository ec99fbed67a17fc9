// The arithmetic of partly unknown quantities, and the properties of units made of it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPages, readUnits, writeUnits } from '../../../src/core/analysis/capacity/metering.ts';
import { patternLength } from '../../../src/core/analysis/capacity/pattern-length.ts';
import { printMissing, printRange, printSteps } from '../../../src/core/analysis/capacity/print-steps.ts';
import {
  between,
  capped,
  exact,
  type Missing,
  mixture,
  product,
  quotient,
  rising,
  sum,
  tidy,
  unknown,
} from '../../../src/core/analysis/capacity/quantity.ts';
import { added, given, multiplied } from '../../../src/core/analysis/capacity/step.ts';
import { utf8Length } from '../../../src/core/text/utf8.ts';
import { bounds, units } from './numbers.ts';

const lack: Missing = { what: 'how large it is', write: 'size: 40 B', span: { start: 0, end: 0 } };

describe('quantities', () => {
  it('an unknown part makes the whole unknown, and keeps what is known', () => {
    const total = sum([exact(300), unknown([lack], 3)]);
    assert.equal(total.mean, undefined);
    assert.equal(total.atLeast, 303);
    assert.deepEqual(total.missing, [lack]);
  });
  it('nothing, times the unknown, is nothing', () => {
    assert.deepEqual(bounds(product([exact(0), unknown([lack])])), { min: 0, mean: 0, max: 0 });
  });
  it('names the same lack once', () => {
    assert.equal(sum([unknown([lack]), unknown([lack])]).missing.length, 1);
  });
  it('leaves no noise of binary fractions', () => {
    assert.equal(sum([exact(0.1), exact(0.2)]).mean, 0.3);
    assert.equal(product([exact(1.1), exact(3)]).mean, 3.3);
  });
  it('which is what twelve significant digits leave, of any number and near any power of ten', () => {
    const byPrinting = (value: number): number =>
      Number.isInteger(value * 2) ? value : Number(value.toPrecision(12));
    const digits = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -14, max: 14 }));
    const written = digits.map(([whole, power]) => Number(`${whole}e${power}`));
    const noisy = fc.tuple(written, fc.integer({ min: -4, max: 4 })).map(([n, k]) => n * (1 + k * 2 ** -52));
    const turning = written.map((value) => Number(`${value.toPrecision(12).replace(/e.*/, '')}5`));
    fc.assert(
      fc.property(fc.oneof(noisy, turning, fc.double({ noNaN: true, noDefaultInfinity: true })), (value) => {
        assert.equal(tidy(value), byPrinting(value));
      }),
      { numRuns: 3000 },
    );
  });
  it('a rising function that gives the same at both ends makes it known', () => {
    assert.equal(rising(unknown([lack], 300, 900), writeUnits).mean, 1);
    assert.deepEqual(rising(unknown([lack], 300, 900), writeUnits).missing, []);
    assert.equal(rising(unknown([lack], 300, 1100), writeUnits).mean, undefined);
  });
  it('a cap bounds also what is unknown', () => {
    assert.deepEqual(bounds(capped(unknown([lack]), 50)), { min: 0, mean: undefined, max: 50 });
  });
  it('a quotient has no greatest where the divisor may be 0', () => {
    assert.deepEqual(bounds(quotient(exact(10), between(0, 5, 10))), { min: 1, mean: 2, max: undefined });
  });
  it('a mixture weighs means and spans all ends', () => {
    const of = mixture([
      { weight: 3, of: between(1, 2, 3) },
      { weight: 1, of: exact(10) },
    ]);
    assert.deepEqual(bounds(of), { min: 1, mean: 4, max: 10 });
  });
});

describe('metering never falls when bytes or items grow', () => {
  it('per item', () => {
    for (let bytes = 0; bytes < 20_000; bytes += 7) {
      assert.ok(
        readUnits(bytes + 7) >= readUnits(bytes) && writeUnits(bytes + 7) >= writeUnits(bytes),
        `${bytes}`,
      );
    }
  });
  it('per page, as items are added', () => {
    for (const itemBytes of [100, 1024, 5000, 40_960, 400_000]) {
      let before = 0;
      for (let items = 0; items < 3000; items += 13) {
        const { units: now } = readPages(items, items * itemBytes, false);
        assert.ok(now >= before, `${items} items of ${itemBytes} B`);
        before = now;
      }
    }
  });
  it('in a whole model', () => {
    let before = 0;
    for (let bytes = 100; bytes < 6000; bytes += 333) {
      const text = `
version: 1
table: { name: T, partitionKey: id, sortKey: n }
entities:
  Item:
    attributes: { id: { type: string, size: 8 B, distinct: 100 }, n: ulid, data: { type: string, size: ${bytes} B } }
    count: 5k
accessPatterns: { p: { query: Item, where: id } }
`;
      const { mean = 0 } = units(text).read;
      assert.ok(mean >= before, `${bytes} B`);
      before = mean;
    }
  });
});

describe('workings in print', () => {
  it('show each figure with what it is made of', () => {
    const step = multiplied('query of GSI1', 'RCU', [
      added('bytes read', 'B', [
        given('Order', 4000, 'B'),
        given('Customer', 500, 'B', { note: 'limit 11' }),
      ]),
      given('eventually consistent', 0.5, 'times', { provenance: 'disputed' }),
    ]);
    assert.deepEqual(printSteps([step]), [
      '2,250 RCU  query of GSI1',
      '  4,500 B  bytes read',
      '    4,000 B  Order',
      '    500 B  Customer (limit 11)',
      '  × 0.5  eventually consistent (disputed)',
    ]);
  });
  it('show what is unknown as unknown, and what is known of it', () => {
    const steps = [given('item', unknown([lack]), 'B'), given('item', unknown([lack], 300), 'B')];
    assert.deepEqual(printSteps(steps), ['unknown  item', 'at least 300 B  item']);
    assert.equal(printRange(unknown([lack], 300), 'B'), '300 B or more');
    assert.deepEqual(printMissing([lack, { ...lack, assumed: '5 B' }]), [
      'Not known: how large it is. Write `size: 40 B`.',
      'Assumed: how large it is, 5 B. Write `size: 40 B` if not.',
    ]);
  });
});

describe('the length of what a pattern matches', () => {
  for (const [pattern, min, max] of [
    ['^[A-Z]{3}-[0-9]{4}$', 8, 8],
    ['^[a-z0-9]+$', 1, undefined],
    ['^(on|off)$', 2, 3],
    ['^a?b{2,4}$', 2, 5],
    ['^\\d{2}\\.x$', 4, 4],
    ['^é$', 2, 2],
    ['^[^#]{2}$', 2, 8],
    ['^(?:ab){2,}$', 4, undefined],
  ] as const) {
    it(`${pattern}: ${min} to ${max ?? 'any'} B`, () =>
      assert.deepEqual(patternLength(pattern), { min, max }));
  }
  for (const pattern of ['abc', '^a|b$', '^(?=a)b$', '^(a)\\1$', '^[a$', '^(a$', '^a\\$']) {
    it(`${pattern}: nothing is said`, () => assert.equal(patternLength(pattern), undefined));
  }
});

describe('UTF-8', () => {
  it('has the length that an encoder gives, lone surrogates included', () => {
    for (const text of ['', 'abc', 'é', '€', '😀', 'a😀é', '\ud800']) {
      assert.equal(utf8Length(text), new TextEncoder().encode(text).length, JSON.stringify(text));
    }
  });
});
