// schema/out-of-range: a number, or the length of a list, outside its bounds.
// Deliberately has bounds only where DynamoDB or the language has them.
import type { ShapeIssue } from '../../model/shape-issue.ts';
import { defineRule } from '../rule.ts';
import { shapeProblems } from '../shape-problems.ts';

export const outOfRange = defineRule<Extract<ShapeIssue, { kind: 'out-of-range' }>>({
  id: 'schema/out-of-range',
  title: 'A number outside its bounds',
  why: 'DynamoDB refuses what lies outside, or the value has no meaning there.',
  remedy: 'Choose a number within the bounds.',
  severity: 'error',
  check: (analysis) => shapeProblems(analysis, 'out-of-range'),
});
