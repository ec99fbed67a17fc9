// schema/operation: an access pattern, leg or step that does nothing, or two things.
// Deliberately names those that are possible in that place.
import type { ShapeIssue } from '../../model/shape-issue.ts';
import { defineRule } from '../rule.ts';
import { shapeProblems } from '../shape-problems.ts';

export const operation = defineRule<Extract<ShapeIssue, { kind: 'no-operation' | 'several-operations' }>>({
  id: 'schema/operation',
  title: 'An access pattern names one operation',
  why: 'The operation says what the application does; everything else in the pattern belongs to it. Several operations in one call are a transaction or a batch.',
  remedy:
    'Write one of `get`, `query`, `scan`, `put`, `update`, `delete`, `batchGet`, `batchWrite`, `transactGet`, `transactWrite`, `search`, `analyze`; put several under `transactWrite` or `batchWrite`.',
  severity: 'error',
  check: (analysis) => shapeProblems(analysis, 'no-operation', 'several-operations'),
});
