// What several rules share when they write messages and fixes.
// Deliberately small: what only one rule needs stays in its file.
import type { ActionUse } from '../model/actions.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './rule.ts';

/** Removes the line on which the span lies; only the span if something else stands before it. */
export function removeLine(text: string, at: Span): TextEdit {
  const start = text.lastIndexOf('\n', at.start - 1) + 1;
  const newline = text.indexOf('\n', at.end);
  const alone = text.slice(start, at.start).trim() === '';
  if (!alone) return { span: at, newText: '' };
  return { span: { start, end: newline < 0 ? text.length : newline + 1 }, newText: '' };
}

/** Where a finding about one read of a pattern stands: at the pattern's name, or at the step that is another read. */
export const spanOfUse = ({ action, pattern }: ActionUse): Span =>
  action.kind === pattern.kind ? pattern.decl.nameSpan : action.span;

/** The fix of a misspelt name; none where nothing is near. */
export const renameTo = (span: Span, name: string | undefined): readonly Fix[] =>
  name === undefined
    ? []
    : [{ title: `Change to ${name}`, edits: [{ span, newText: name }], preferred: true }];
