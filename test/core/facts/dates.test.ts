// How many dates a format makes, and which format tells which.
// Deliberately without the reading and writing of dates; functions.test.ts has these.
import assert from 'node:assert/strict';
import { formatTells, truncationsIn, truncationsWithin } from '../../../src/core/facts/dates.ts';

const days = (count: number): number => count * 86_400;

describe('truncated dates', () => {
  it('are as many as the time covers, and at least one', () => {
    assert.equal(truncationsIn(days(30), 'yyyy-MM-dd'), 30);
    assert.equal(truncationsIn(days(90), 'yyyy-MM'), 3);
    assert.equal(truncationsIn(days(1), 'yyyy'), 1);
    assert.equal(truncationsIn(days(1), 'week'), undefined);
  });

  it('tell the coarser ones', () => {
    assert.ok(formatTells('yyyy-MM-dd', 'yyyy-MM'));
    assert.ok(formatTells('dd.MM.yyyy', 'MM'));
    assert.ok(!formatTells('yyyy-MM', 'yyyy-MM-dd'));
  });

  it('hold the finer ones, counted at the most', () => {
    assert.equal(truncationsWithin('yyyy', 'yyyy-MM'), 12);
    assert.equal(truncationsWithin('yyyy-MM', 'yyyy-MM-ddTHH'), 31 * 24);
    assert.equal(truncationsWithin('yyyy-MM', 'yyyy'), undefined);
    assert.equal(truncationsWithin('MM', 'MM-dd'), undefined);
  });
});
