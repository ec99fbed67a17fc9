// What `verify` prints for people: a line for each pattern, mismatches with both sides, and what could not be checked.
// Deliberately without colours: marks and words tell as much.
import { printMoney, printNumber } from '../../core/syntax/quantity.ts';
import { counted } from '../../core/text/words.ts';
import { type Check, type PatternResult, type Summary, summaryOf } from '../../verify/checks/check.ts';
import type { Spending } from '../../verify/spending.ts';
import { allResults, checkTitle, type Done, totalsLine, totalsOf } from '../../verify/totals.ts';
import { printable } from './printable.ts';

const marks: Readonly<Record<Summary, string>> = {
  confirmed: '✓',
  shadow: '✓',
  mismatch: '✗',
  'not-checkable': '?',
};

export function verifyText(name: string, done: Done): string {
  const totals = totalsOf(done);
  const { profile, place, items } = done;
  return `${[
    printable(`${name} on ${profile.name} (${place}), ${counted(items, 'sample item')}`),
    '',
    ...allResults(done).flatMap(resultLines),
    '',
    totalsLine(done, totals),
    ...totals.reasons.map(({ reason, checks }) => printable(`  ${checks} × ${reason}`)),
  ].join('\n')}\n`;
}

function resultLines(result: PatternResult): readonly string[] {
  const summary = summaryOf(result);
  // The model as a whole has a line only where something is wrong with it.
  if (result.pattern === '' && summary !== 'mismatch') return [];
  const title = result.pattern === '' ? 'all samples' : result.pattern;
  const told = summary === 'shadow' ? '  on a shadow index' : '';
  const notes = new Set(
    result.checks.flatMap(({ verdict }) =>
      verdict.kind === 'confirmed' && verdict.note !== undefined ? [verdict.note] : [],
    ),
  );
  return [
    printable(`${marks[summary]} ${title}${told}`),
    ...[...notes].map((note) => printable(`    ${note}`)),
    ...result.checks.flatMap(mismatchLines),
  ];
}

function mismatchLines(check: Check): readonly string[] {
  const { verdict } = check;
  if (verdict.kind !== 'mismatch') return [];
  return [
    `    ${checkTitle(check)}: ${verdict.message}`,
    ...block('expected', verdict.expected),
    ...block('actual', verdict.actual),
  ].map(printable);
}

const block = (title: string, lines: readonly string[]): readonly string[] => [
  `      ${title}:`,
  ...(lines.length > 0 ? lines : ['(nothing)']).map((line) => `        ${line}`),
];

/** What is told before a run on AWS. */
export function spendingNotice(table: string, items: number, spending: Spending): string {
  const { region, read, write, usd, source } = spending;
  const money =
    usd === undefined
      ? `The prices of ${region} are not known.`
      : `That is about ${usd < 0.01 ? 'less than a cent' : printMoney(usd)} (${source}).`;
  return `${[
    `This makes an on-demand table in ${region}, with the credentials that the AWS SDK finds:`,
    `  ${printable(table)}`,
    `It writes ${counted(items, 'sample item')} and makes every call of the model: at most about ${printNumber(write)} write`,
    `and ${printNumber(read)} read request units. ${money} The table is deleted`,
    'afterwards, also when the run fails or is cancelled.',
  ].join('\n')}\n`;
}
