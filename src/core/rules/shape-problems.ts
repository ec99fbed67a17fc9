// The problems of shape of some kinds, as the problems of a rule.
// Deliberately one place: every schema rule is a filter over the same list, less what a YAML trap explains.
import type { Analysis } from '../analysis/analysis.ts';
import type { ShapeIssue } from '../model/shape-issue.ts';
import { shapeMessage } from '../model/shape-message.ts';
import type { Problem } from './rule.ts';
import { isShapeExplained, trapsOf } from './yaml/traps.ts';

export function shapeProblems<K extends ShapeIssue['kind']>(
  analysis: Analysis,
  ...kinds: readonly K[]
): readonly Problem<Extract<ShapeIssue, { kind: K }>>[] {
  const isOfKind = (issue: ShapeIssue): issue is Extract<ShapeIssue, { kind: K }> =>
    kinds.some((kind) => kind === issue.kind);
  const issues = analysis.shape.filter(isOfKind);
  const traps = issues.length === 0 ? [] : trapsOf(analysis);
  return issues
    .filter((issue) => !isShapeExplained(traps, issue))
    .map((issue) => ({ span: issue.span, message: shapeMessage(issue), data: issue }));
}
