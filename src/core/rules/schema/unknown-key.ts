// schema/unknown-key: a property that the language does not have.
// Deliberately lets keys that start with `x-` be: they are notes for people and other tools.
import type { ShapeIssue } from '../../model/shape-issue.ts';
import { defineRule } from '../rule.ts';
import { shapeProblems } from '../shape-problems.ts';
import { renameTo } from '../support.ts';

export const unknownKey = defineRule<Extract<ShapeIssue, { kind: 'unknown-key' }>>({
  id: 'schema/unknown-key',
  title: 'A property that the language does not have',
  why: 'A property that nothing reads is a mistake that nobody sees: a misspelt `sortKey` gives an index without one.',
  remedy: 'Correct the name, remove the property, or start it with `x-` to keep it as a note.',
  severity: 'error',
  check: (analysis) => shapeProblems(analysis, 'unknown-key'),
  fixes: ({ data }) => (data.nearest === undefined ? [] : renameTo(data.span, data.nearest)),
});
