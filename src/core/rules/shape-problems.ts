// The problems of shape of some kinds, as the problems of a rule.
// Deliberately one place: every schema rule is a filter over the same list.
import type { Analysis } from '../analysis/analysis.ts';
import type { ShapeIssue } from '../model/shape-issue.ts';
import { shapeMessage } from '../model/shape-message.ts';
import type { Problem } from './rule.ts';

export function shapeProblems<K extends ShapeIssue['kind']>(
  { shape }: Analysis,
  ...kinds: readonly K[]
): readonly Problem<Extract<ShapeIssue, { kind: K }>>[] {
  const isOfKind = (issue: ShapeIssue): issue is Extract<ShapeIssue, { kind: K }> =>
    kinds.some((kind) => kind === issue.kind);
  return shape
    .filter(isOfKind)
    .map((issue) => ({ span: issue.span, message: shapeMessage(issue), data: issue }));
}
