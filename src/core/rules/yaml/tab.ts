// yaml/tab: lines that are indented by tabs.
// Deliberately one finding for the file: the fix takes all of them.

import { spacesForTabs } from '../../syntax/yaml-tabs.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const tab = defineRule<Trap>({
  id: 'yaml/tab',
  title: 'Indentation by tabs',
  why: 'YAML allows only spaces for indentation (YAML 1.2.2, section 6.1): with tabs it cannot tell what belongs to what.',
  remedy: 'Replace the tabs by spaces, two for each level.',
  severity: 'error',
  check: (analysis) => trapProblems(tabs(analysis)),
  fixes: trapFixes,
});

export function tabs({ text, tree }: RuleContext): readonly Trap[] {
  const found = tree.problems.filter(({ code }) => code === 'tab-as-indent');
  const [first] = found;
  if (first === undefined) return [];
  const indents = spacesForTabs(text);
  const isIndent = ({ start }: Span): boolean =>
    indents.some(({ span: indent }) => indent.start <= start && start <= indent.end);
  const elsewhere = found
    .filter((problem) => !isIndent(problem.span))
    .map(({ span: at }) => ({ span: at, newText: text.slice(at.start, at.end).replaceAll('\t', ' ') }));
  const edits = [...indents, ...elsewhere];
  return [
    {
      span: first.span,
      message: 'This line is indented by a tab, which YAML does not allow. Replace the tabs by spaces.',
      fix: { title: 'Replace all indenting tabs by spaces', edits },
      explains: found.map((problem) => problem.span),
    },
  ];
}
