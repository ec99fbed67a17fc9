// Every limit is checked by a rule, at the figure that the facts say, or listed with the reason why not.
// Deliberately at the limit itself: a model that meets it is silent, one just beyond it is not.
import assert from 'node:assert/strict';
import { limitChecks } from '../../../src/core/facts/limit-checks.ts';
import { limits } from '../../../src/core/facts/limits.ts';
import { otherLimits } from '../../../src/core/facts/other-limits.ts';
import { catalogue } from '../../../src/core/rules/catalogue.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { type LimitCase, limitCases } from './limit-cases.ts';

type LimitId = keyof typeof limits;

const ids = Object.keys(limits) as readonly LimitId[];
const rules = new Set(catalogue.map(({ id }) => id));

/** What the rule of the case says of a text. */
function said({ rule, says }: LimitCase, text: string): readonly string[] {
  const { findings, crashes } = createSnapshot(text).report;
  assert.deepEqual(crashes, []);
  return findings
    .filter((finding) => finding.rule === rule && (says === undefined || says.test(finding.message)))
    .map(({ message }) => message);
}

describe('limits', () => {
  for (const id of ids) {
    const check = limitChecks[id];
    if ('unchecked' in check) {
      it(`${id}: not checked, with the reason`, () => {
        assert.ok(check.unchecked.endsWith('.'));
        assert.equal(limitCases[id], undefined);
      });
      continue;
    }
    it(`${id}: ${check.rules.join(', ')}`, () => {
      const own = limitCases[id];
      assert.ok(own, `write what is beyond ${id}`);
      assert.ok(check.rules.includes(own.rule));
      assert.deepEqual(
        check.rules.filter((rule) => !rules.has(rule)),
        [],
      );
      assert.notDeepEqual(said(own, own.over), [], 'beyond the limit');
      assert.deepEqual(said(own, own.within), [], 'at the limit');
    });
  }

  it('that no model can meet have a reason and a source', () => {
    assert.ok(otherLimits.length > 30);
    for (const { what, fact, unchecked } of otherLimits) {
      assert.ok(unchecked.endsWith('.'), what);
      assert.match(fact.date, /^20\d\d/, what);
    }
    assert.equal(new Set(otherLimits.map(({ what }) => what)).size, otherLimits.length);
  });
});
