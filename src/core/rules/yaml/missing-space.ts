// yaml/missing-space: `PK:"ORDER"` is one word to YAML, and no key with a value.
// Deliberately only at the start of a line or of an entry: `http://…` inside a value is none of it.
import { type Span, span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const missingSpace = defineRule<Trap>({
  id: 'yaml/missing-space',
  title: 'No space behind the colon',
  why: 'Only a colon with a space behind it ends a key. `PK:"ORDER"` is one word, and the value is never seen.',
  remedy: 'Write a space behind the colon.',
  severity: 'error',
  check: (analysis) => trapProblems(missingSpaces(analysis)),
  fixes: trapFixes,
});

const keyAndValue = /^([\w-]+):(?!\/\/)[^\s:]/;

export function missingSpaces(analysis: RuleContext): readonly Trap[] {
  const { text, tree, shape } = analysis;
  const atProblems = tree.problems
    .filter(({ code }) => code === 'missing-colon')
    .flatMap(({ span: at }) => trapAt(text, at) ?? []);
  const lone = shape
    .filter(
      (issue) => issue.kind === 'wrong-type' && issue.found === 'text' && issue.expected.includes('map'),
    )
    .flatMap(({ span: at }) => (startsLine(text, at.start) ? (trapAt(text, at) ?? []) : []));
  const isInFlow = /[{,]\s*[\w-]+:[^\s,}]/.test(text);
  return [...atProblems, ...lone, ...(isInFlow ? inFlowMaps(analysis) : [])];
}

function inFlowMaps({ text, uses }: RuleContext): readonly Trap[] {
  const traps: Trap[] = [];
  for (const { node } of uses.spots) {
    if (node?.kind !== 'map' || !node.flow) continue;
    for (const { key, value } of node.entries) {
      const trap = value === undefined && key.style === 'plain' ? trapAt(text, key.span) : undefined;
      if (trap !== undefined) traps.push(trap);
    }
  }
  return traps;
}

const startsLine = (text: string, at: number): boolean =>
  text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';

function trapAt(text: string, at: Span): Trap | undefined {
  const key = keyAndValue.exec(text.slice(at.start, at.end))?.[1];
  if (key === undefined) return undefined;
  const colon = at.start + key.length;
  return {
    span: span(at.start, colon + 1),
    message: `A space is missing behind ${key}: without it YAML takes the whole for one word.`,
    fix: { title: 'Add a space', edits: [{ span: span(colon + 1, colon + 1), newText: ' ' }] },
    explains: [at],
    explainsValueOf: [at],
  };
}
