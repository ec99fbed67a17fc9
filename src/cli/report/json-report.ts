// The findings as JSON for other programs, in a form that does not change.
// Deliberately without what only people need: no source lines, no sums.
import type { CheckedFile } from './checked-file.ts';

export function jsonReport(files: readonly CheckedFile[]): string {
  const report = {
    files: files.map(({ name, findings }) => ({
      file: name,
      findings: findings.map(({ rule, severity, message, start, end }) => ({
        rule,
        severity,
        message,
        start: { line: start.line, column: start.column },
        end: { line: end.line, column: end.column },
      })),
    })),
  };
  return `${JSON.stringify(report)}\n`;
}
