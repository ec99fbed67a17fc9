// yaml/operator-as-block: `filter: >` and `- total: >= 5`, where YAML takes the operator for the start of a block.
// Deliberately guesses no attribute: where it is missing, the message shows how a clause is written.
import type { ScalarNode, YamlProblem } from '../../syntax/tree.ts';
import { span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { flowEnd, inQuotes } from './quotes.ts';
import { flowAround, languageAt, pathOf, type Spot } from './spots.ts';
import { type Trap, trapFixes, trapProblems } from './trap.ts';

export const operatorAsBlock = defineRule<Trap>({
  id: 'yaml/operator-as-block',
  title: 'An operator at the start of a value',
  why: 'A value that begins with `>` or `|` is a block of text in YAML: it goes on in the next lines, and what stands behind the sign is lost or an error.',
  remedy: 'Write a clause as one text without a colon: `filter: total >= 5`, or put the value in quotes.',
  severity: 'error',
  check: (analysis) => trapProblems(operatorsAsBlocks(analysis)),
  fixes: trapFixes,
});

export function operatorsAsBlocks({ text, tree, uses }: RuleContext): readonly Trap[] {
  const starts = tree.problems.flatMap((problem) => signAt(text, problem) ?? []);
  if (starts.length === 0 && !/[:-][ \t]+[>|][+-]?[ \t]*(#.*)?\r?$/m.test(text)) return [];
  const traps: Trap[] = [];
  for (const spot of uses.spots) {
    const start = signOf(text, spot, starts);
    if (start !== undefined) traps.push(trapOf(text, spot, start));
  }
  return traps;
}

/** The sign at which YAML fails, or behind which it finds what it does not expect. */
function signAt(text: string, { code, span: { start } }: YamlProblem): number | undefined {
  if (code === 'unexpected-token') {
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    const sign = /[>|]\s*$/.exec(line)?.index;
    return sign === undefined ? undefined : start - line.length + sign;
  }
  const isSign = text[start] === '>' || text[start] === '|';
  return isSign && (code === 'bad-block-header' || code === 'bad-scalar-start') ? start : undefined;
}

/** Where the operator stands, if the value of this spot begins with one. */
function signOf(text: string, spot: Spot, starts: readonly number[]): number | undefined {
  const { node, entry } = spot;
  if (node === undefined) {
    const after = entry?.span.end;
    return after === undefined
      ? undefined
      : starts.find((start) => after <= start && /^\s*$/.test(text.slice(after, start)));
  }
  if (node.kind !== 'scalar') return undefined;
  if (starts.includes(node.span.start)) return node.span.start;
  return isEmptyBlock(node) && isClauseLike(spot) ? node.span.start : undefined;
}

const isEmptyBlock = ({ style, source }: ScalarNode): boolean =>
  (style === 'folded' || style === 'literal') && source.trim() === '';

const isClauseLike = (spot: Spot): boolean =>
  languageAt(pathOf(spot)) === 'clause' || (spot.parent !== undefined && isClauseList(spot.parent));

/** True for what holds clauses: `total: >` under `filter` is meant as one. */
const isClauseList = (spot: Spot): boolean => languageAt(pathOf(spot)) === 'clause';

function trapOf(text: string, spot: Spot, start: number): Trap {
  const { entry, parent, node } = spot;
  const path = pathOf(spot);
  const at = span(start, Math.max(node?.span.end ?? start, lineRest(text, spot, start)));
  const written = text.slice(at.start, at.end);
  const whole = entry === undefined ? at : span(entry.span.start, at.end);
  const trap = { span: at, explains: [whole] };
  const name = entry?.key.source;
  if (name !== undefined && parent !== undefined && isClauseList(parent)) {
    const clause = `${name} ${written}`;
    const around = parent.entry?.key.span;
    return {
      ...trap,
      ...(around && { explainsValueOf: [around] }),
      message: `YAML takes ${written} for a block of text. A clause is one text without a colon: ${clause}.`,
      fix: { title: `Write ${clause}`, edits: [{ span: whole, newText: clause }] },
    };
  }
  if (languageAt(path) === 'clause') {
    const message = `YAML takes ${written} for a block of text. A clause begins with its attribute: total ${written}.`;
    return { ...trap, message, fix: undefined };
  }
  const condition = /^(>=?)\s*(.+)$/.exec(written);
  if (path[0] === 'accessPatterns' && languageAt(path) === 'template' && condition !== null) {
    const [, operator = '', value = ''] = condition;
    const meant = `{ "${operator}": ${/^["']/.test(value) ? value : inQuotes(value)} }`;
    return {
      ...trap,
      message: `YAML takes ${written} for a block of text. A key condition is a map: ${meant}.`,
      fix: { title: `Write ${meant}`, edits: [{ span: at, newText: meant }] },
    };
  }
  return {
    ...trap,
    message: `YAML takes a value that begins with ${written.charAt(0)} for a block of text. Put it in quotes.`,
    fix: { title: 'Put it in quotes', edits: [{ span: at, newText: inQuotes(written) }] },
  };
}

/** The end of what was meant as the value, on the operator's line. */
function lineRest(text: string, spot: Spot, start: number): number {
  const line = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  const content = line.replace(/\s+#.*$/, '').trimEnd();
  return flowAround(spot).length > 0 ? flowEnd(text, start, start + line.length) : start + content.length;
}
