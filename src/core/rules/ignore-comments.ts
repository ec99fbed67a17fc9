// `# singlet-ignore rule/id: reason` on the line above a finding silences it there.
// Deliberately one rule for each comment, and only the line below: a silence must not spread.
import type { Comment, Tree } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

export interface IgnoreComment {
  readonly rule: string;
  readonly reason: string;
  readonly ruleSpan: Span;
  readonly span: Span;
  /** The line below: findings that begin here are silenced. */
  readonly line: Span;
}

const pattern = /^(\s*singlet-ignore\s+)([^\s:]+)\s*:?\s*(.*)$/;

function lineBelow(text: string, offset: number): Span {
  const start = text.indexOf('\n', offset) + 1;
  if (start === 0) return { start: text.length, end: text.length };
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

function read(text: string, comment: Comment): IgnoreComment | undefined {
  const match = pattern.exec(comment.text);
  if (match === null) return undefined;
  const [, lead = '', rule = '', reason = ''] = match;
  const start = comment.span.start + 1 + lead.length;
  return {
    rule,
    reason: reason.trim(),
    ruleSpan: { start, end: start + rule.length },
    span: comment.span,
    line: lineBelow(text, comment.span.end),
  };
}

export const ignoreComments = (text: string, tree: Tree): readonly IgnoreComment[] =>
  tree.comments.flatMap((comment) => read(text, comment) ?? []);
