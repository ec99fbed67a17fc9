// The bytes of numbers, as DynamoDB's emulators meter them, and of ranges of numbers.
import assert from 'node:assert/strict';
import { integerBytes, numberBytes } from '../../../src/core/analysis/capacity/number-bytes.ts';
import { bounds } from './numbers.ts';

describe('bytes of a number', () => {
  /** Measured on DynamoDB Local 3.3.1 and dynalite 4.0.0 by growing an item until it costs one unit more. */
  const measured: readonly (readonly [text: string, bytes: number])[] = [
    ['0', 1],
    ['1', 2],
    ['12', 2],
    ['123', 3],
    ['1234', 3],
    ['12345', 4],
    ['-1', 3],
    ['-12', 3],
    ['-123', 4],
    ['100', 2],
    ['1000', 2],
    ['1200', 2],
    ['10000', 2],
    ['0.1', 2],
    ['0.01', 2],
    ['0.0000001', 2],
    ['1.5', 3],
    ['12.5', 3],
    ['12.34', 3],
    ['3.14159', 5],
    ['1700000000', 2],
    ['1712345678', 6],
    ['1712345678901', 8],
    ['1E20', 2],
    ['12345678901234567890123456789012345678', 20],
    ['1234567890123456789012345678901234567', 20],
    ['-12345678901234567890123456789012345678', 21],
    ['12e-3', 3],
    ['0.012', 3],
    ['11e1', 3],
    ['110', 3],
    ['10010', 4],
  ];
  for (const [text, bytes] of measured) {
    it(`${text} takes ${bytes} B`, () => assert.equal(numberBytes(text), bytes));
  }

  it('does not depend on how the number is written', () => {
    for (const [a, b] of [
      ['007', '7'],
      ['1.50', '1.5'],
      ['+12', '12'],
      ['1e2', '100'],
      ['.5', '0.5'],
      ['-0', '0'],
    ]) {
      assert.equal(numberBytes(a ?? ''), numberBytes(b ?? ''), `${a} and ${b}`);
    }
  });

  it('has no answer for a text that is no number', () => {
    for (const text of ['', 'abc', '1,000', '1 2', '-', '.', 'NaN'])
      assert.equal(numberBytes(text), undefined, text);
  });

  it('bounds every whole number of a range', () => {
    for (const [min, max] of [
      [0, 9],
      [0, 9999],
      [1, 250],
      [-50, 1000],
      [-99, -10],
      [100, 999],
    ] as const) {
      const range = integerBytes(min, max);
      for (let value = min; value <= max; value++) {
        const bytes = numberBytes(String(value)) ?? Number.NaN;
        assert.ok(range.min <= bytes && bytes <= (range.max ?? 0), `${value} in ${min} to ${max}: ${bytes}`);
      }
    }
  });

  it('is exact for a range of one value', () => {
    assert.deepEqual(bounds(integerBytes(1234, 1234)), { min: 3, mean: 3, max: 3 });
  });
});
