// Numbers in sort keys that stand in the order of text.
// Deliberately pairs of neighbours: which of them lie side by side, DynamoDB's order says.
import assert from 'node:assert/strict';
import { orderBreak } from '../../../src/core/preview/order-breaks.ts';

describe('the order of neighbours', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['10', '9', '10 9'],
    ['POINTS#1040#dan', 'POINTS#120#cleo', '1040 120'],
    ['POINTS#700#eve', 'POINTS#85#ben', '700 85'],
    ['A#7#10', 'A#7#9', '10 9'],
  ];
  for (const [before, after, expected] of broken) {
    it(`is that of text in ${before}, ${after}`, () => {
      const found = orderBreak(before, after);
      assert.equal(`${found?.first} ${found?.second}`, expected);
    });
  }

  const well: readonly (readonly [string, string])[] = [
    ['9', '10'],
    ['0010', '0009'],
    ['a10', 'a9'],
    ['1.25', '1.5'],
    ['2026-01-10', '2026-01-11'],
    ['ORDER#10a', 'ORDER#9b'],
    ['X#1', 'Y#10'],
    ['same', 'same'],
    ['', '5'],
  ];
  for (const [before, after] of well) {
    it(`is not told of ${before || 'nothing'}, ${after}`, () => {
      assert.equal(orderBreak(before, after), undefined);
    });
  }
});
