// What is known of one checked file, with lines and columns: what both formats print.
// Deliberately the only place of the command line where offsets become lines and columns.
import type { Finding } from '../../core/rules/finding.ts';
import type { Severity } from '../../core/rules/rule.ts';
import { type LineIndex, lineIndex } from '../../core/text/line-index.ts';
import type { Span } from '../../core/text/span.ts';

/** One-based; the column counts UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface PlacedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  readonly related: readonly { readonly message: string; readonly start: Position }[];
}

export interface CheckedFile {
  readonly name: string;
  readonly text: string;
  readonly findings: readonly PlacedFinding[];
}

const position = (lines: LineIndex, offset: number): Position => {
  const { line, column } = lines.at(offset);
  return { line: line + 1, column: column + 1 };
};

/** `12:5`, of the place where a span begins. */
export function placeOf(text: string, { start }: Span): string {
  const { line, column } = position(lineIndex(text), start);
  return `${line}:${column}`;
}

export function checkedFile(name: string, text: string, findings: readonly Finding[]): CheckedFile {
  const lines = lineIndex(text);
  return {
    name,
    text,
    findings: findings.map(({ rule, severity, message, span, related = [] }) => ({
      rule,
      severity,
      message,
      start: position(lines, span.start),
      end: position(lines, span.end),
      related: related.map((each) => ({ message: each.message, start: position(lines, each.span.start) })),
    })),
  };
}
