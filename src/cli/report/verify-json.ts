// A verification as JSON for other programs, in a form that does not change.
// Deliberately says every check, with its reason or both sides.
import { type Check, oneLine, type PatternResult, summaryOf } from '../../verify/checks/check.ts';
import { allResults, type Done, totalsOf } from '../../verify/totals.ts';

const checkJson = ({ aspect, call, verdict }: Check) => {
  switch (verdict.kind) {
    case 'confirmed':
      return {
        aspect,
        call,
        verdict: verdict.on === 'shadow' ? 'confirmed-on-shadow' : 'confirmed',
        ...(verdict.note !== undefined && { note: verdict.note }),
      };
    case 'mismatch': {
      const { message, expected, actual } = verdict;
      return {
        aspect,
        call,
        verdict: 'mismatch',
        message,
        expected: expected.map(oneLine),
        actual: actual.map(oneLine),
      };
    }
    case 'not-checkable':
      return { aspect, call, verdict: 'not-checkable', reason: verdict.reason };
  }
};

const resultJson = (result: PatternResult) => ({
  pattern: result.pattern === '' ? null : result.pattern,
  verdict: summaryOf(result),
  checks: result.checks.map(checkJson),
});

export function verifyJson(name: string, done: Done): string {
  const { checks, notCheckable, reasons } = totalsOf(done);
  const report = {
    file: name,
    engine: { name: done.profile.name, place: done.place },
    table: done.table,
    items: done.items,
    results: allResults(done).map(resultJson),
    checks: {
      confirmed: checks.confirmed,
      confirmedOnShadow: checks.shadow,
      mismatch: checks.mismatch,
      notCheckable: checks['not-checkable'],
      notCheckableShare: Number(notCheckable.toFixed(4)),
    },
    notCheckable: reasons,
  };
  return `${JSON.stringify(report)}\n`;
}
