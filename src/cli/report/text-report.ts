// The findings for people: grouped by file, aligned, with the source below and a sum at the end.
// Deliberately readable without colours: nothing is said by a colour alone.
import { type Severity, severities } from '../../core/rules/rule.ts';
import { printable, printableLines } from '../../core/text/printable.ts';
import { counted, listOf } from '../../core/text/words.ts';
import type { CheckedFile, PlacedFinding, Position } from './checked-file.ts';
import { excerpt, linesOf } from './excerpt.ts';
import type { Style } from './style.ts';

/** Empty for a file without findings. */
export function fileReport({ name, text, findings }: CheckedFile, style: Style): string {
  if (findings.length === 0) return '';
  const source = linesOf(text);
  const widths = {
    place: Math.max(...findings.map((finding) => place(finding.start).length)),
    severity: Math.max(...findings.map((finding) => finding.severity.length)),
    rule: Math.max(...findings.map((finding) => finding.rule.length)),
  };
  const rows = findings.flatMap((finding) => findingLines(finding, source, widths, style));
  return `${[style.file(printable(name)), ...rows].join('\n')}\n\n`;
}

interface Widths {
  readonly place: number;
  readonly severity: number;
  readonly rule: number;
}

function findingLines(
  finding: PlacedFinding,
  source: readonly string[],
  widths: Widths,
  style: Style,
): readonly string[] {
  const { severity, rule } = finding;
  const [first = '', ...more] = printableLines(finding.message);
  const head = [
    ` ${place(finding.start).padStart(widths.place)}`,
    style.severity(severity, severity.padEnd(widths.severity)),
    style.dim(rule.padEnd(widths.rule)),
    first,
  ].join('  ');
  const below = ' '.repeat(widths.place + 3);
  const messageColumn = ' '.repeat(widths.place + widths.severity + widths.rule + 7);
  const { line, carets } = excerpt(source, finding);
  return [
    head,
    ...more.map((each) => `${messageColumn}${each}`),
    `${below}${style.dim('|')} ${line}`.trimEnd(),
    `${below}${style.dim('|')} ${style.severity(severity, carets)}`,
    ...finding.related.map((each) => `${below}see ${place(each.start)}: ${printable(each.message)}`),
  ];
}

const place = ({ line, column }: Position): string => `${line}:${column}`;

const nouns: Readonly<Record<Severity, readonly [singular: string, plural: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

/** `2 errors and 1 hint in 1 of 3 files.` */
export function summary(files: readonly CheckedFile[]): string {
  const all = files.flatMap((file) => file.findings);
  const total = counted(files.length, 'file');
  if (all.length === 0) return `No findings in ${total}.\n`;
  const parts = severities.flatMap((severity) => {
    const count = all.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, ...nouns[severity])];
  });
  const affected = files.filter((file) => file.findings.length > 0).length;
  const where = affected === files.length ? total : `${affected} of ${total}`;
  return `${listOf(parts)} in ${where}.\n`;
}
