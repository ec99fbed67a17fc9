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

/** The next line that is no such comment itself: several can stand above one line. */
function lineBelow(text: string, offset: number): Span {
  let end = offset;
  for (;;) {
    const newline = text.indexOf('\n', end);
    if (newline < 0) return { start: text.length, end: text.length };
    const start = newline + 1;
    const next = text.indexOf('\n', start);
    end = next < 0 ? text.length : next;
    if (!/^\s*#\s*singlet-ignore\s/.test(text.slice(start, end))) return { start, end };
  }
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
