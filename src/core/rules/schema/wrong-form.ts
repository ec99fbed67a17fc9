// schema/wrong-form: a quantity or name that is not written as such a value is.
// Deliberately shows how it is written and guesses nothing.
import type { ShapeIssue } from '../../model/shape-issue.ts';
import { defineRule } from '../rule.ts';
import { shapeProblems } from '../shape-problems.ts';

export const wrongForm = defineRule<Extract<ShapeIssue, { kind: 'wrong-form' }>>({
  id: 'schema/wrong-form',
  title: 'A value that cannot be read',
  why: 'A rate, size or share that cannot be read is unknown, and so is every figure that is made of it.',
  remedy: 'Write it as the message shows: `80/s`, `400 B`, `2 KB`, `3%`, `1M`, `20 per Customer`.',
  severity: 'error',
  check: (analysis) => shapeProblems(analysis, 'wrong-form'),
});
