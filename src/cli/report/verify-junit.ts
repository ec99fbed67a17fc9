// A verification as JUnit's XML, which build servers read: a suite for the model, a case for each pattern.
// Deliberately marks as skipped what could not be checked, so that it shows. Text of the model passes through `xml`.
import { oneLine, type PatternResult, summaryOf } from '../../verify/checks/check.ts';
import { allResults, checkTitle, type Done, totalsOf } from '../../verify/totals.ts';

/** The text as XML has it, inside an element or an attribute; what XML cannot hold is replaced. */
export const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');

const attributes = (all: Readonly<Record<string, string | number>>): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('');

function caseXml(suite: string, result: PatternResult): string {
  const summary = summaryOf(result);
  const opening = `    <testcase${attributes({ classname: suite, name: result.pattern || 'all samples' })}`;
  const failures = result.checks.flatMap((check) => {
    const { verdict } = check;
    if (verdict.kind !== 'mismatch') return [];
    const [expected, actual] = [verdict.expected.map(oneLine), verdict.actual.map(oneLine)];
    const both = ['expected:', ...expected, 'actual:', ...actual].join('\n');
    const message = `${checkTitle(check)}: ${verdict.message}`;
    return [`      <failure${attributes({ message, type: check.aspect })}>${xml(both)}</failure>`];
  });
  const reasons = result.checks.flatMap(({ verdict }) =>
    verdict.kind === 'not-checkable' ? [verdict.reason] : [],
  );
  const skipped =
    summary === 'not-checkable'
      ? [`      <skipped${attributes({ message: [...new Set(reasons)].join('; ') })}/>`]
      : [];
  const inside = [...failures, ...skipped];
  return inside.length === 0 ? `${opening}/>` : [`${opening}>`, ...inside, '    </testcase>'].join('\n');
}

export function verifyJUnit(name: string, done: Done): string {
  const results = allResults(done);
  const { checks } = totalsOf(done);
  const count = (kind: string): number => results.filter((result) => summaryOf(result) === kind).length;
  const numbers = {
    tests: results.length,
    failures: count('mismatch'),
    skipped: count('not-checkable'),
  };
  const all = Object.values(checks).reduce((sum, number) => sum + number, 0);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes(numbers)}>`,
    `  <testsuite${attributes({ name, ...numbers })}>`,
    '    <properties>',
    `      <property${attributes({ name: 'engine', value: done.profile.name })}/>`,
    `      <property${attributes({ name: 'checks', value: all })}/>`,
    `      <property${attributes({ name: 'checks not checkable', value: checks['not-checkable'] })}/>`,
    '    </properties>',
    ...results.map((result) => caseXml(name, result)),
    '  </testsuite>',
    '</testsuites>',
  ].join('\n')}\n`;
}
