// yaml/quoted-value: quotes around a number or boolean, which make a text of it.
// Deliberately only where the value without quotes would do.

import type { ShapeIssue } from '../../model/shape-issue.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const quotedValue = defineRule<Trap>({
  id: 'yaml/quoted-value',
  title: 'Quotes around a number or boolean',
  why: 'In quotes everything is a text: `"1"` is not the number 1, and `"true"` is not true.',
  remedy: 'Remove the quotes.',
  severity: 'error',
  check: (analysis) => trapProblems(quotedValues(analysis)),
  fixes: trapFixes,
});

export function quotedValues({ text, shape }: RuleContext): readonly Trap[] {
  return shape.flatMap((issue): Trap[] => {
    const written = text.slice(issue.span.start, issue.span.end);
    const inner = /^(["'])(true|false|-?\d+(?:\.\d+)?)\1$/.exec(written)?.[2];
    if (inner === undefined || !wouldDo(issue, inner)) return [];
    return [
      {
        span: issue.span,
        message: `In quotes ${inner} is a text, and ${/\d/.test(inner) ? 'a number' : 'true or false'} belongs here. Remove the quotes.`,
        fix: { title: 'Remove the quotes', edits: [{ span: issue.span, newText: inner }] },
        explains: [issue.span],
      },
    ];
  });
}

function wouldDo(issue: ShapeIssue, inner: string): boolean {
  if (issue.kind === 'unknown-value') return issue.allowed.some((value) => String(value) === inner);
  return issue.kind === 'wrong-type' && /\d/.test(inner) && issue.expected.includes('number');
}
