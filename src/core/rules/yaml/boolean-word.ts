// yaml/boolean-word: `Yes`, `No`, `On` and `Off` where true or false belongs.
// Deliberately only where a boolean is expected: elsewhere they are texts, in YAML 1.2 and here.

import type { Entity } from '../../model/design.ts';
import { items, valueAt } from '../../model/lower/fields.ts';
import type { Node } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const booleanWord = defineRule<Trap>({
  id: 'yaml/boolean-word',
  title: 'Yes or No where true or false belongs',
  why: 'YAML 1.1 read `Yes`, `No`, `On` and `Off` as booleans; YAML 1.2 (2009) reads them as texts, and so does Singlet. Tools differ to this day.',
  remedy: 'Write `true` or `false`, which all of them read alike.',
  severity: 'error',
  check: (analysis) => trapProblems(booleanWords(analysis)),
  fixes: trapFixes,
});

const words: ReadonlyMap<string, string> = new Map([
  ...['yes', 'y', 'on'].map((word) => [word, 'true'] as const),
  ...['no', 'n', 'off'].map((word) => [word, 'false'] as const),
]);

export function booleanWords({ text, shape, design }: RuleContext): readonly Trap[] {
  const places = shape
    .filter((issue) => issue.kind === 'aws-word' && !issue.isKey && /^(true|false)$/.test(issue.ours))
    .map((issue) => issue.span);
  const values = [...design.entities.values()].flatMap(booleanValues);
  return [...places, ...values].flatMap((at) => trapAt(text, at) ?? []);
}

function trapAt(text: string, at: Span): Trap | undefined {
  const word = text.slice(at.start, at.end);
  const meant = words.get(word.toLowerCase());
  if (meant === undefined) return undefined;
  return {
    span: at,
    message: `${word} is a text in YAML 1.2, and true or false belongs here. Write ${meant}.`,
    fix: { title: `Write ${meant}`, edits: [{ span: at, newText: meant }] },
    explains: [at],
  };
}

/** Where values of boolean attributes stand as plain texts: in samples, enum and const. */
function booleanValues({ attributes, decl }: Entity): readonly Span[] {
  const isBoolean = (name: string): boolean => attributes.get(name)?.type === 'boolean';
  const declared = decl.attributes
    .filter((attribute) => isBoolean(attribute.name))
    .flatMap(({ entry }) => [
      ...items(valueAt(entry.value, 'enum')),
      ...items(valueAt(entry.value, 'const')),
    ]);
  const samples = decl.samples.flatMap((sample) =>
    sample.entries.flatMap(({ key, value }) => (value && isBoolean(key.source) ? [value] : [])),
  );
  return [...declared, ...samples].flatMap((node: Node) =>
    node.kind === 'scalar' && node.style === 'plain' && typeof node.value === 'string' ? [node.span] : [],
  );
}
