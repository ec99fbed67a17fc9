// yaml/bad-escape: a backslash in double quotes that YAML does not know, as in `"^\d+$"`.
// Deliberately one finding for a text, however many backslashes it has.
import { singleQuoted } from '../../syntax/quote-yaml.ts';
import type { ScalarNode } from '../../syntax/tree.ts';
import { span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const badEscape = defineRule<Trap>({
  id: 'yaml/bad-escape',
  title: 'A backslash that YAML reads as an escape',
  why: 'In double quotes a backslash begins an escape (YAML 1.2.2, section 5.7): `"\\d"` is an error, and `"\\b"` is a backspace, not the word boundary of a regular expression. In single quotes a backslash is a backslash.',
  remedy: "Use single quotes for patterns: `'^\\d+$'`.",
  severity: 'error',
  check: (analysis) => trapProblems(badEscapes(analysis)),
  fixes: trapFixes,
});

export function badEscapes({ text, tree, uses }: RuleContext): readonly Trap[] {
  const places = tree.problems.filter(({ code }) => code === 'bad-dq-escape').map((problem) => problem.span);
  const hasBackspace = text.includes('\\b');
  if (places.length === 0 && !hasBackspace) return [];
  const traps: Trap[] = [];
  for (const { node, step } of uses.spots) {
    if (node?.kind !== 'scalar' || node.style !== 'double-quoted') continue;
    const inside = places.filter(({ start }) => node.span.start < start && start < node.span.end);
    const backspace =
      step === 'pattern' && node.source.includes('\b') ? text.indexOf('\\b', node.span.start) : -1;
    const [first] = inside;
    if (first !== undefined) traps.push(trapOf(text, node, first.start, 'no escape that YAML knows'));
    else if (backspace >= 0) traps.push(trapOf(text, node, backspace, 'a backspace character to YAML'));
  }
  return traps;
}

function trapOf(text: string, node: ScalarNode, at: number, what: string): Trap {
  const raw = text.slice(node.span.start + 1, node.span.end - 1);
  const meant = raw.replace(/\\([\\"])/g, '$1');
  return {
    span: span(at, Math.min(at + 2, node.span.end)),
    message: `In double quotes ${text.slice(at, at + 2)} is ${what}. Use single quotes, where a backslash stands for itself.`,
    fix: raw.includes('\n')
      ? undefined
      : { title: 'Use single quotes', edits: [{ span: node.span, newText: singleQuoted(meant) }] },
    explains: [node.span],
  };
}
