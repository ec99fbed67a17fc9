// schema/aws-word: a word of CloudFormation, the API or another tool where the language has its own.
// Deliberately is no typing error: it says what the same thing is called here.
import type { ShapeIssue } from '../../model/shape-issue.ts';
import { defineRule } from '../rule.ts';
import { shapeProblems } from '../shape-problems.ts';

export const awsWordRule = defineRule<Extract<ShapeIssue, { kind: 'aws-word' }>>({
  id: 'schema/aws-word',
  title: 'A word of the DynamoDB API or another tool',
  why: 'The model names things once, in words. Those of CloudFormation and the API differ from each other and from these.',
  remedy: 'Write the word that the message names; the quick fix does it.',
  severity: 'error',
  check: (analysis) => shapeProblems(analysis, 'aws-word'),
  fixes({ data }) {
    if (!data.replaces || data.key !== undefined) return [];
    return [
      { title: `Write ${data.ours}`, edits: [{ span: data.span, newText: data.ours }], preferred: true },
    ];
  },
});
