// ignore/without-reason: a silenced finding must say why.
// Deliberately still silences: the finding is known, only the reason is missing.
import { ignoreComments } from '../ignore-comments.ts';
import { defineRule } from '../rule.ts';

export const withoutReason = defineRule<undefined>({
  id: 'ignore/without-reason',
  title: 'A `singlet-ignore` comment gives no reason',
  why: 'A silenced finding is a decision about the design. Without its reason nobody can tell later whether it still holds.',
  remedy: 'Write the reason behind a colon: `# singlet-ignore key/collision: the book’s design`.',
  severity: 'warning',
  *check({ text, tree }) {
    for (const comment of ignoreComments(text, tree)) {
      if (comment.reason !== '') continue;
      yield {
        span: comment.span,
        message: `Say why ${comment.rule} is silenced here: # singlet-ignore ${comment.rule}: the reason.`,
        data: undefined,
      };
    }
  },
});
