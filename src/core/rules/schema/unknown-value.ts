// schema/unknown-value: a word that is none of those possible.
// Deliberately offers the nearest word only where one is near.
import type { ShapeIssue } from '../../model/shape-issue.ts';
import { defineRule } from '../rule.ts';
import { shapeProblems } from '../shape-problems.ts';
import { renameTo } from '../support.ts';

export const unknownValue = defineRule<Extract<ShapeIssue, { kind: 'unknown-value' }>>({
  id: 'schema/unknown-value',
  title: 'A word that is not among those possible',
  why: 'The places with a fixed choice are those where DynamoDB has one: another word means nothing to it.',
  remedy: 'Write one of the words that the message names.',
  severity: 'error',
  check: (analysis) => shapeProblems(analysis, 'unknown-value'),
  fixes: ({ data }) => renameTo(data.span, data.nearest),
});
