// yaml/clause-cut: a comma inside a clause in `[ ]` or `{ }` cuts it: `[status in (A, B)]` is a list of two.
// Deliberately only where one piece is plainly unfinished and the next plainly its end.
import type { Design } from '../../model/design.ts';
import { nearest } from '../../model/suggest.ts';
import { parseClause } from '../../syntax/parse-clause.ts';
import { quote } from '../../syntax/quote-yaml.ts';
import type { MapEntry, MapNode, Node, ScalarNode } from '../../syntax/tree.ts';
import { applyEdits } from '../../text/edit.ts';
import { span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { isClauseKey, languageAt, pathOf, type Spot } from './spots.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const clauseCut = defineRule<Trap>({
  id: 'yaml/clause-cut',
  title: 'A comma that cuts a clause',
  why: "Inside `[ ]` and `{ }` a comma ends the value: `[city = 'New York, NY']` is a list of two clauses, and neither is the one that is meant.",
  remedy:
    'Write the clause without a comma (`status = A or B`), or in double quotes: `["city = \'New York, NY\'"]`.',
  severity: 'error',
  check: (analysis) => trapProblems(cutClauses(analysis)),
  fixes: trapFixes,
});

export function cutClauses({ text, uses, design }: RuleContext): readonly Trap[] {
  if (!text.includes(',')) return [];
  const known = attributeNames(design);
  const traps: Trap[] = [];
  for (const spot of uses.spots) {
    for (const pieces of piecesOf(spot)) {
      for (let first = 0; first < pieces.length; first++) {
        const last = endOfCut(pieces, first) ?? endOfChoice(pieces, first, known);
        const [from, to] = [pieces[first], last === undefined ? undefined : pieces[last]];
        if (from === undefined || to === undefined || last === undefined) continue;
        traps.push(trapOf(text, from, to));
        first = last;
      }
    }
  }
  return traps;
}

/** Texts that follow each other, of which the first is a clause: the items of a list, or a value and the keys behind it. */
function piecesOf(spot: Spot): readonly (readonly ScalarNode[])[] {
  const { node } = spot;
  if (node === undefined || node.kind === 'scalar' || !node.flow) return [];
  if (node.kind === 'map') return node.entries.some(isCutClause) ? piecesOfMap(node) : [];
  const isCut = node.items.length > 1 && node.items.some(mayBeCut);
  if (!isCut || languageAt([...pathOf(spot), 0]) !== 'clause') return [];
  const items = node.items.map((item) => (item?.kind === 'scalar' ? item : undefined));
  return items.every((item) => item !== undefined) ? [items] : [];
}

const isCutClause = ({ key, value }: MapEntry): boolean => isClauseKey(key.source) && mayBeCut(value);

/** Only what is not closed, or ends in a number, can go on behind the comma; most texts are neither. */
const mayBeCut = (node: Node | undefined): boolean =>
  node?.kind === 'scalar' && node.style === 'plain' && /['(=]|\d$|\bbetween\b/.test(node.source);

const piecesOfMap = ({ entries }: MapNode): readonly (readonly ScalarNode[])[] =>
  entries.flatMap((entry, index) => {
    if (entry.value?.kind !== 'scalar' || !isCutClause(entry)) return [];
    const rest = entries.slice(index + 1);
    const named = rest.findIndex((other) => other.value !== undefined);
    return [[entry.value, ...rest.slice(0, named < 0 ? rest.length : named).map((other) => other.key)]];
  });

/** The piece with which the clause that begins in `first` is whole; undefined where it is whole by itself, or never. */
function endOfCut(pieces: readonly ScalarNode[], first: number): number | undefined {
  const start = pieces[first];
  const next = pieces[first + 1];
  if (start?.style !== 'plain' || next?.style !== 'plain') return undefined;
  if (/\sbetween\s+\S+$/.test(start.source) && /^('.*'|[^\s=<>]+)$/.test(next.source)) return first + 1;
  if (/[=<>]\s*\d{1,3}$/.test(start.source) && /^0\d\d$/.test(next.source)) return first + 1;
  let joined = start.source;
  if (!isOpen(joined)) return undefined;
  for (let last = first + 1; last < pieces.length && last < first + 50; last++) {
    const piece = pieces[last];
    if (piece?.style !== 'plain') return undefined;
    joined += `, ${piece.source}`;
    if (!isOpen(joined)) return last;
  }
  return undefined;
}

const attributeNames = ({ entities, targets }: Design): ReadonlySet<string> =>
  new Set([
    ...[...entities.values()].flatMap(({ attributes }) => [...attributes.keys()]),
    ...targets.flatMap(({ partitionKey, sortKey }) => [...partitionKey, ...sortKey].map(({ name }) => name)),
  ]);

/** `status = PLACED, SHIPPED`: words behind an equation that name nothing are further values of it. */
function endOfChoice(
  pieces: readonly ScalarNode[],
  first: number,
  known: ReadonlySet<string>,
): number | undefined {
  const start = pieces[first];
  if (start?.style !== 'plain' || !/^[^\s=<>]+\s*=\s*[^\s:][^=<>]*$/.test(start.source)) return undefined;
  let last = first;
  for (const piece of pieces.slice(first + 1)) {
    const isWord = piece.style === 'plain' && /^[\p{L}\p{N}_-]+$/u.test(piece.source);
    if (!isWord || known.has(piece.source) || nearest(piece.source, [...known]) !== undefined) break;
    last++;
  }
  return last === first ? undefined : last;
}

/** True inside a quote or parenthesis that is not closed yet; an apostrophe inside a word is neither. */
function isOpen(text: string): boolean {
  const outside = text.replace(/(^|[\s=<>(])'(?:[^']|'')*'/g, '$1');
  const quotes = /(^|[\s=<>(])'/.test(outside);
  const depth = (outside.match(/\(/g)?.length ?? 0) - (outside.match(/\)/g)?.length ?? 0);
  return quotes || depth > 0;
}

function trapOf(text: string, from: ScalarNode, to: ScalarNode): Trap {
  const at = span(from.span.start, to.span.end);
  const clause = corrected(chosen(text.slice(at.start, at.end)));
  return {
    span: at,
    message: `The comma cuts this clause: to YAML it ends after ${from.source}. Write ${clause}.`,
    fix: { title: `Write ${clause}`, edits: [{ span: at, newText: clause }] },
    explains: [at],
  };
}

/** `status = PLACED or SHIPPED` of `status = PLACED, SHIPPED`; a value of several words is one text with its comma. */
function chosen(clause: string): string {
  const [, start, values] = /^([^\s=<>]+\s*=\s*)([^'()<>=]+)$/.exec(clause) ?? [];
  if (start === undefined || values === undefined || !values.includes(',') || /\d,\d{3}/.test(values))
    return clause;
  const each = values.split(',').map((value) => value.trim());
  return each.some((value) => /\s/.test(value)) ? `${start}'${values}'` : `${start}${each.join(' or ')}`;
}

/** The clause as the parser of clauses would have it written, in quotes where YAML needs them. */
function corrected(clause: string): string {
  const { problems } = parseClause(clause, (index) => index);
  const edits = problems.flatMap(({ span: at, suggestion }) =>
    suggestion === undefined ? [] : [{ span: at, newText: suggestion }],
  );
  return quote(applyEdits(clause, edits));
}
