// yaml/thousands-separator: `{ count: 1,000 }` is 1 and a key `000`; `1_000` and `1 000` are texts.
// Deliberately not in lists: `[1,000]` may well be two values.
import type { MapEntry, MapNode } from '../../syntax/tree.ts';
import { type Span, span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const thousandsSeparator = defineRule<Trap>({
  id: 'yaml/thousands-separator',
  title: 'A number with thousands separators',
  why: 'In `{ }` a comma ends the value: `{ count: 1,000 }` is a count of 1 and a key named 000. Elsewhere a number with separators is a text, and its quantity unknown.',
  remedy: 'Write the digits without separators, or in short: `1000`, `1k`, `1M`.',
  severity: 'error',
  check: (analysis) => trapProblems(thousandsSeparators(analysis)),
  fixes: trapFixes,
});

const grouped = /^\$?\d{1,3}(?:([,_' ])\d{3})(?:\1\d{3})*(?!\d)/;

export function thousandsSeparators(analysis: RuleContext): readonly Trap[] {
  const { text, shape } = analysis;
  const traps: Trap[] = [];
  for (const issue of shape) {
    if (issue.kind !== 'wrong-form' && issue.kind !== 'wrong-type') continue;
    const number = grouped.exec(text.slice(issue.span.start, issue.span.end))?.[0];
    if (number === undefined) continue;
    traps.push(
      trapOf(text, span(issue.span.start, issue.span.start + number.length), 'is no number to YAML', []),
    );
  }
  if (/\d,\d{3}/.test(text)) traps.push(...inFlowMaps(analysis));
  return traps;
}

function inFlowMaps({ text, uses }: RuleContext): readonly Trap[] {
  const traps: Trap[] = [];
  for (const { node } of uses.spots) {
    if (node?.kind !== 'map' || !node.flow) continue;
    for (const [index, entry] of node.entries.entries()) {
      const pieces = thousandsAfter(text, node, index);
      const last = pieces.at(-1);
      if (last === undefined || entry.value === undefined) continue;
      const at = span(entry.value.span.start, last.start + digits(text, last).length);
      const what = `is ${text.slice(entry.value.span.start, entry.value.span.end)} and a key named ${digits(text, last)} to YAML`;
      traps.push(trapOf(text, at, what, pieces));
    }
  }
  return traps;
}

/** The keys that follow an entry directly and are the next digits of its value. */
function thousandsAfter(text: string, map: MapNode, index: number): readonly Span[] {
  const value = map.entries[index]?.value;
  if (value?.kind !== 'scalar' || value.style !== 'plain' || !/^\$?\d{1,3}$/.test(value.source)) return [];
  const pieces: Span[] = [];
  let end = value.span.end;
  for (const next of map.entries.slice(index + 1)) {
    if (!isThousands(next) || text.slice(end, next.key.span.start) !== ',') break;
    pieces.push(next.key.span);
    end = next.key.span.end;
  }
  return pieces;
}

const isThousands = ({ key, value }: MapEntry): boolean =>
  value === undefined && key.style === 'plain' && /^\d{3}(?!\d)/.test(key.source);

const digits = (text: string, at: Span): string => text.slice(at.start, Math.min(at.start + 3, at.end));

function trapOf(text: string, at: Span, what: string, pieces: readonly Span[]): Trap {
  const written = text.slice(at.start, at.end);
  const number = written.replace(/[,_' ]/g, '');
  return {
    span: at,
    message: `${written} ${what}. Write ${number}.`,
    fix: { title: `Write ${number}`, edits: [{ span: at, newText: number }] },
    explains: [at, ...pieces],
  };
}
