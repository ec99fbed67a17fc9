// yaml/comment-cuts-value: `#` after a space begins a comment, so `SK: #${id}` is empty and `SK: A #${b}` is `A`.
// Deliberately only where the comment looks like part of the value: written without a space, or with a placeholder.
import type { Comment } from '../../syntax/tree.ts';
import { type Span, span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { flowEnd, inQuotes } from './quotes.ts';
import { flowAround, languageAt, pathOf, type Spot } from './spots.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const commentCutsValue = defineRule<Trap>({
  id: 'yaml/comment-cuts-value',
  title: 'A `#` that makes a comment of the value',
  why: 'In YAML a `#` at the start of a value, or after a space, begins a comment. `SK: #ORDER` has no value at all, and `SK: A #B` has the value `A`; neither is an error to YAML.',
  remedy:
    'Put the whole value in quotes: `SK: "#ORDER#${orderId}"`. If it is a comment, write a space after the `#`.',
  severity: 'error',
  check: (analysis) => trapProblems(cutValues(analysis)),
  fixes: trapFixes,
});

export function cutValues({ text, tree, uses }: RuleContext): readonly Trap[] {
  const suspects = tree.comments.filter((comment) => isSuspect(text, comment));
  if (suspects.length === 0) return [];
  const before = new Map<number, Comment>();
  for (const comment of suspects) before.set(text.slice(0, comment.span.start).trimEnd().length, comment);
  const traps: Trap[] = [];
  for (const spot of uses.spots) {
    const { node, entry } = spot;
    const end = node === undefined ? entry?.span.end : node.span.end;
    const comment = end === undefined ? undefined : before.get(end);
    if (comment === undefined || end === undefined) continue;
    if (node === undefined ? entry === undefined : node.kind !== 'scalar' || node.style !== 'plain') continue;
    if (!looksMeant(spot, comment)) continue;
    before.delete(end);
    traps.push(trapOf(text, spot, comment));
  }
  return traps;
}

/** Behind something on its line, and written as people write values rather than comments. */
function isSuspect(text: string, comment: Comment): boolean {
  const line = text.slice(text.lastIndexOf('\n', comment.span.start - 1) + 1, comment.span.start);
  if (line.trim() === '') return false;
  return comment.text.includes('${') || /^[^\s#]/.test(comment.text);
}

/** Without a placeholder only where a template, or a clause that lacks its value, stands. */
function looksMeant(spot: Spot, comment: Comment): boolean {
  if (comment.text.includes('${')) return true;
  const { node } = spot;
  const language = languageAt(pathOf(spot));
  if (node === undefined) return language !== 'other';
  if (language === 'clause') return node.kind === 'scalar' && /[=<>]$/.test(node.source);
  return language === 'template' && /^\S+$/.test(comment.text.trim());
}

function trapOf(text: string, spot: Spot, comment: Comment): Trap {
  const { node, entry } = spot;
  const value = valueSpan(text, spot, comment);
  const brackets = flowAround(spot).map(({ span: at }) => span(at.start, at.start + 1));
  const name = entry === undefined ? 'The value' : entry.key.source;
  const what = node?.kind === 'scalar' ? `${name} is only ${node.source}` : `${name} is empty`;
  return {
    span: value,
    message: `YAML takes this # for the start of a comment, so ${what}. Put the whole value in quotes.`,
    fix: {
      title: 'Put it in quotes',
      edits: [{ span: value, newText: inQuotes(text.slice(value.start, value.end)) }],
    },
    explains: [value, ...brackets],
    explainsValueOf: owners(spot),
  };
}

/** What was meant as the value; a real comment behind it is none of it. */
function valueSpan(text: string, spot: Spot, comment: Comment): Span {
  const start = spot.node?.span.start ?? comment.span.start;
  if (flowAround(spot).length > 0) return span(start, flowEnd(text, start, comment.span.end));
  const further = /\s+#\s/.exec(comment.text)?.index;
  const end = further === undefined ? comment.span.end : comment.span.start + 1 + further;
  return span(start, start + text.slice(start, end).trimEnd().length);
}

/** The key that has no value now, and the entity whose key it is. */
function owners(spot: Spot): readonly Span[] {
  const { entry, parent } = spot;
  const path = pathOf(spot);
  const own = entry === undefined ? [] : [entry.key.span];
  if (path[0] !== 'entities' || languageAt(path) !== 'template') return own;
  let above = parent;
  while (above !== undefined && pathOf(above).length > 2) above = above.parent;
  return above?.entry === undefined ? own : [...own, above.entry.key.span];
}
