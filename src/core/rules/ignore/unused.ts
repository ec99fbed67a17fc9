// ignore/unused: a comment that silences nothing.
// Deliberately found by the report and not by a check of its own: only the report knows what was silenced.
import type { Finding } from '../finding.ts';
import type { IgnoreComment } from '../ignore-comments.ts';
import { defineRule } from '../rule.ts';
import { removeLine } from '../support.ts';

export const unused = defineRule<{ readonly rule: string }>({
  id: 'ignore/unused',
  title: 'A `singlet-ignore` comment silences nothing',
  why: 'The finding that it silenced is gone, or the rule’s name is misspelt. Left alone, it would hide the finding when it comes back.',
  remedy: 'Remove the comment, or put it on the line directly above the finding.',
  severity: 'warning',
  check: () => [],
  fixes: (problem, { text }) => [
    { title: 'Remove the comment', edits: [removeLine(text, problem.span)], preferred: true },
  ],
});

export const unusedIgnore = (comment: IgnoreComment): Finding => ({
  rule: unused.id,
  severity: unused.severity,
  span: comment.span,
  message: `Nothing to silence: the line below has no finding of the rule ${comment.rule}. Remove the comment.`,
  data: { rule: comment.rule },
  unnecessary: true,
});
