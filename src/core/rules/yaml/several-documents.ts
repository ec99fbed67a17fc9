// yaml/several-documents: `---` begins a second document, which is not read.
// Deliberately fixes it only where nothing stands behind: two models cannot be joined by rule.

import { span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const severalDocuments = defineRule<Trap>({
  id: 'yaml/several-documents',
  title: 'More than one document in the file',
  why: 'One file is one model of one table. What stands behind `---` is a document of its own, and nothing in it is read or checked.',
  remedy: 'Put the second model into a file of its own, or remove the `---`.',
  severity: 'error',
  check: (analysis) => trapProblems(furtherDocuments(analysis)),
  fixes: trapFixes,
});

export function furtherDocuments({ text, tree }: RuleContext): readonly Trap[] {
  return tree.problems
    .filter(({ code }) => code === 'several-documents')
    .map(({ span: at }) => {
      const isEmpty = /^(---|\s|#.*)*$/.test(text.slice(at.start));
      const edits = [{ span: span(at.start, text.length), newText: '' }];
      return {
        span: at,
        message: isEmpty
          ? 'This begins a second document, and nothing stands in it. Remove the ---.'
          : 'This begins a second document, which is not read: a file holds one model. Move it into a file of its own.',
        fix: isEmpty ? { title: 'Remove the end of the file from here', edits } : undefined,
        explains: [at],
      };
    });
}
