// yaml/syntax: what YAML itself cannot read, the rest of it beside the traps.
// Deliberately finds the traps too, which have better rules of their own: consequences.ts lets theirs stand.
import type { YamlProblem } from '../../syntax/tree.ts';
import { defineRule } from '../rule.ts';
import { misalignedRuns } from './misaligned.ts';
import type { Explaining } from './trap.ts';

export const syntax = defineRule<Explaining | undefined>({
  id: 'yaml/syntax',
  title: 'A text that YAML cannot read',
  why: 'Where YAML cannot read the text, the model has a hole: what stands there is unknown, and so is what depends on it.',
  remedy: 'Correct the place as the message says. A text in quotes is never taken for anything else.',
  severity: 'error',
  check({ text, tree }) {
    const runs = misalignedRuns(text, tree.problems);
    return tree.problems
      .filter(({ code }) => code !== 'duplicate-key')
      .map((problem) => ({
        span: problem.span,
        message: problem.message,
        data: runs.get(problem) ?? explainedBy(problem),
      }));
  },
});

/** A name that is being typed has no colon yet: whatever else it lacks is told once it has one. */
const explainedBy = ({ code, span }: YamlProblem): Explaining | undefined =>
  code === 'missing-colon' ? { explains: [span] } : undefined;
