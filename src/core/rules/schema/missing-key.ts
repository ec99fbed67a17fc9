// schema/missing-key: a required property is not there.
// Deliberately offers a fix only where there is but one thing to write.
import type { ShapeIssue } from '../../model/shape-issue.ts';
import { defineRule } from '../rule.ts';
import { shapeProblems } from '../shape-problems.ts';

export const missingKey = defineRule<Extract<ShapeIssue, { kind: 'missing-key' }>>({
  id: 'schema/missing-key',
  title: 'A required property is missing',
  why: 'Without it the rest cannot be read as it is meant.',
  remedy: 'Add the property.',
  severity: 'error',
  check: (analysis) => shapeProblems(analysis, 'missing-key'),
  fixes({ data }, { text, tree }) {
    if (data.path.length > 1 || data.key !== 'version' || tree.root?.kind !== 'map' || tree.root.flow)
      return [];
    const start = tree.root.entries[0]?.span.start ?? tree.root.span.start;
    const newText = `version: 1${text.includes('\r\n') ? '\r\n' : '\n'}`;
    return [{ title: 'Add version: 1', edits: [{ span: { start, end: start }, newText }], preferred: true }];
  },
});
