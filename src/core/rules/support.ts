// What several rules share when they write messages and fixes.
// Deliberately small: what only one rule needs stays in its file.
import { type ActionUse, actionsOf } from '../model/actions.ts';
import type { Design } from '../model/design.ts';
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

/** A read or write of the model as plain data: the name of its pattern, and its place among the actions of that. */
export interface UseRef {
  readonly pattern: string;
  readonly action: number;
}

export const refOf = ({ pattern, action }: ActionUse): UseRef => ({
  pattern: pattern.name,
  action: actionsOf(pattern).findIndex((use) => use.action === action),
});

/** Undefined where the model has no such pattern or action: it may be another model than that of the reference. */
export function useOf({ patterns }: Design, ref: UseRef): ActionUse | undefined {
  const pattern = patterns.find(({ name }) => name === ref.pattern);
  return pattern && actionsOf(pattern)[ref.action];
}

/** The fix of a misspelt name; none where nothing is near. */
export const renameTo = (span: Span, name: string | undefined): readonly Fix[] =>
  name === undefined
    ? []
    : [{ title: `Change to ${name}`, edits: [{ span, newText: name }], preferred: true }];
