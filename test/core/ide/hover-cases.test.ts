// The hover of a pattern says of every figure that AWS does not document who says so, and of no other.
// Deliberately over all cases of what DynamoDB meters that a model can have; their figures are the capacity module's tests.
import assert from 'node:assert/strict';
import { hoverAt } from '../../../src/core/ide/hover.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { printNumber } from '../../../src/core/syntax/quantity.ts';
import { expectedUnits, modelOf } from '../capacity/cases/case.ts';
import { indexReadCases, indexWriteCases } from '../capacity/cases/indexes.ts';
import { readCases } from '../capacity/cases/reads.ts';
import { failedPut, writeCases } from '../capacity/cases/writes.ts';

function hoverOf(text: string): string {
  const offset = text.indexOf('\n  p: ') + '\n  '.length;
  const markdown = hoverAt(createSnapshot(text), offset)?.markdown;
  assert.ok(markdown, 'no hover on the pattern');
  return markdown;
}

const all = [...readCases, ...indexReadCases, ...writeCases, ...indexWriteCases];

describe('the hover of a pattern', () => {
  it('has a model for all cases but one: what a repeated token costs is no property of a model', () => {
    const without = all.filter((each) => modelOf(each) === undefined);
    assert.deepEqual(
      without.map(({ id }) => id),
      ['W20'],
    );
  });

  for (const each of all) {
    const text = modelOf(each);
    if (text === undefined) continue;
    it(`shows ${each.id} with its units, ${each.provenance}`, () => {
      const markdown = hoverOf(text);
      assert.equal(/measured by others/.test(markdown), each.provenance === 'measured by others');
      assert.doesNotMatch(markdown, /disputed|assumed/);
      const total = Object.values(expectedUnits(each)).reduce((sum, units) => sum + units, 0);
      const shown = typeof each.run === 'string' ? `**${printNumber(total)} ` : `to ${printNumber(total)} `;
      assert.ok(markdown.includes(shown), `${shown}is not in ${markdown}`);
    });
  }

  it('shows W21, a failed condition, as disputed', () => {
    assert.match(hoverOf(failedPut), /disputed/);
  });
});
