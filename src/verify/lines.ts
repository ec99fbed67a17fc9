// What is told of one pattern: a line with its verdict, what else was seen, mismatches with both sides.
// Deliberately the same lines for the command line and for an editor's output; neither colours nor escapes them here.
import { type Check, oneLine, type PatternResult, type Summary, summaryOf } from './checks/check.ts';
import { checkTitle } from './totals.ts';

const marks: Readonly<Record<Summary, string>> = {
  confirmed: '✓',
  shadow: '✓',
  mismatch: '✗',
  'not-checkable': '?',
};

/** None for the model as a whole where there is nothing to tell of it. */
export function resultLines(result: PatternResult): readonly string[] {
  const summary = summaryOf(result);
  const notes = new Set(
    result.checks.flatMap(({ verdict }) =>
      verdict.kind === 'confirmed' && verdict.note !== undefined ? [verdict.note] : [],
    ),
  );
  if (result.pattern === '' && summary !== 'mismatch' && notes.size === 0) return [];
  const title = result.pattern === '' ? 'all samples' : result.pattern;
  const told = summary === 'shadow' ? '  on a shadow index' : '';
  return [
    `${marks[summary]} ${title}${told}`,
    ...[...notes].map((note) => `    ${note}`),
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
  ];
}

const block = (title: string, lines: readonly string[]): readonly string[] => [
  `      ${title}:`,
  ...(lines.length > 0 ? lines : ['(nothing)']).map((line) => `        ${oneLine(line)}`),
];
