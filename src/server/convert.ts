// Between core's words (offsets, spans, severities) and the LSP's (lines, ranges, numbers); the only place that knows both.
// Deliberately pure: what the client can show is given, nothing is asked.
import {
  type CodeDescription,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextEdit as LspTextEdit,
  type Position,
  type Range,
} from 'vscode-languageserver/node';
import type { Finding } from '../core/rules/finding.ts';
import type { Severity } from '../core/rules/rule.ts';
import type { TextEdit } from '../core/text/edit.ts';
import { type Span, span } from '../core/text/span.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { ModelFile } from './model-file.ts';

export function toPosition({ lines }: ModelFile, offset: number): Position {
  const { line, column } = lines.at(offset);
  return { line, character: column };
}

export function toRange(file: ModelFile, { start, end }: Span): Range {
  return { start: toPosition(file, start), end: toPosition(file, end) };
}

/** A position behind the end of its line means the end of that line, as the LSP has it. */
export function toOffset({ text, lines }: ModelFile, { line, character }: Position): number {
  const lineStart = lines.offset({ line, column: 0 });
  let lineEnd = lineStart;
  while (lineEnd < text.length && !isLineBreak(text.charCodeAt(lineEnd))) lineEnd++;
  return Math.min(lineStart + Math.max(0, character), lineEnd);
}

const isLineBreak = (code: number): boolean => code === 10 || code === 13;

export function toSpan(file: ModelFile, range: Range): Span {
  const start = toOffset(file, range.start);
  return span(start, Math.max(start, toOffset(file, range.end)));
}

export function toEdits(file: ModelFile, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ span: at, newText }) => ({ range: toRange(file, at), newText }));
}

export function toSeverity(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'information':
      return DiagnosticSeverity.Information;
    case 'hint':
      return DiagnosticSeverity.Hint;
  }
}

export const diagnosticSource = 'singlet';

/** One finding as the client is able to show it. */
export function toDiagnostic(file: ModelFile, finding: Finding, client: ClientAbilities): Diagnostic {
  const page = rulePage(finding.rule, client);
  const related = client.relatedInformation ? (finding.related ?? []) : [];
  return {
    range: toRange(file, finding.span),
    severity: toSeverity(finding.severity),
    code: finding.rule,
    source: diagnosticSource,
    message: finding.message,
    ...(page && { codeDescription: page }),
    ...(finding.unnecessary && client.unnecessaryTag && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && {
      relatedInformation: related.map(({ span: at, message }) => ({
        location: { uri: file.uri, range: toRange(file, at) },
        message,
      })),
    }),
  };
}

/** Where the client shows the page of a rule; only a client that said where has such pages. */
function rulePage(rule: string, { rulePage: template }: ClientAbilities): CodeDescription | undefined {
  return template === undefined ? undefined : { href: template.replace('{rule}', encodeURIComponent(rule)) };
}
