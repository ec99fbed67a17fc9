// yaml/syntax: what YAML itself cannot read, where no rule has a better explanation.
// Deliberately keeps the parser's place and our words; the frequent mistakes have rules of their own.
import { defineRule } from '../rule.ts';
import { isExplained, trapsOf } from './traps.ts';

export const syntax = defineRule<undefined>({
  id: 'yaml/syntax',
  title: 'A text that YAML cannot read',
  why: 'Where YAML cannot read the text, the model has a hole: what stands there is unknown, and so is what depends on it.',
  remedy: 'Correct the place as the message says. A text in quotes is never taken for anything else.',
  severity: 'error',
  *check(analysis) {
    const problems = analysis.tree.problems.filter(({ code }) => code !== 'duplicate-key');
    if (problems.length === 0) return;
    const traps = trapsOf(analysis);
    for (const { span, message } of problems) {
      if (!isExplained(traps, span)) yield { span, message, data: undefined };
    }
  },
});
