// schema/wrong-type: a map, a list or a scalar where another of them belongs.
// Deliberately points at the value, or at the key where nothing stands.
import type { ShapeIssue } from '../../model/shape-issue.ts';
import { doubleQuoted } from '../../syntax/quote-yaml.ts';
import { defineRule } from '../rule.ts';
import { shapeProblems } from '../shape-problems.ts';

export const wrongType = defineRule<Extract<ShapeIssue, { kind: 'wrong-type' }>>({
  id: 'schema/wrong-type',
  title: 'A value of the wrong kind',
  why: 'What has the wrong kind is left out of the model, and nothing is said of what depends on it.',
  remedy: 'Write the kind of value that belongs there.',
  severity: 'error',
  check: (analysis) => shapeProblems(analysis, 'wrong-type'),
  fixes: ({ data }) =>
    data.quotes && data.value !== undefined
      ? [
          {
            title: 'Put it in quotes',
            edits: [{ span: data.span, newText: doubleQuoted(data.value) }],
            preferred: true,
          },
        ]
      : [],
});
