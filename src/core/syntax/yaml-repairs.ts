// One repair for each YAML mistake that hides more than itself: the smallest edit after which the rest can be read.
// Deliberately not quick fixes: they are never shown, only read through; where both agree, the problem's span tells.
import type { TextEdit } from '../text/edit.ts';
import { type Span, span } from '../text/span.ts';
import type { RawProblem } from './yaml-compose.ts';
import {
  contentEnd,
  contentFrom,
  isBlankLine,
  lineEnd,
  lineStart,
  nextLine,
  spacesAt,
  trimEnd,
  trimmedLineEnd,
} from './yaml-lines.ts';
import { spacesForTabs } from './yaml-tabs.ts';

export interface Repair {
  /** May name the problem better than the parser did. */
  readonly code: string;
  readonly span: Span;
  readonly edits: readonly TextEdit[];
  /** True where everything behind may look different afterwards. */
  readonly last: boolean;
}

/** The repair for this problem; undefined where the tree is good enough without. */
export function repairOf(text: string, problem: RawProblem, all: readonly RawProblem[]): Repair | undefined {
  const { code, span: at } = problem;
  switch (code) {
    case 'unclosed-quote':
      return { code, span: at, edits: [closeQuote(text, at)], last: false };
    case 'unclosed-flow':
      return problem.close && { code, span: at, edits: [problem.close], last: true };
    case 'tab-as-indent':
      return { code, span: at, edits: spacesForTabs(text, lineStart(text, at.start)), last: true };
    case 'too-deep':
      return { code, span: at, edits: [mask(text, lineStart(text, at.start))], last: true };
    case 'stray-token':
      return { code, span: at, edits: [mask(text, at.start)], last: true };
    case 'block-as-implicit-key':
      return { code, span: at, edits: [mask(text, at.start)], last: false };
    case 'unexpected-token':
    case 'missing-comma':
      return quoteBracket(text, at) ?? dedentBefore(text, at);
    case 'bad-block-header': {
      const quotes = quotesFor(text.slice(at.start, at.end));
      return quotes === undefined ? undefined : { code, span: at, edits: quoted(at, quotes), last: false };
    }
    case 'nested-map': {
      const overIndented = all.find(
        (other) => other.code === 'multiline-implicit-key' && other.span.start === at.start,
      );
      if (overIndented) return dedentBelow(text, overIndented.span);
      return splitOrQuote(text, at.start);
    }
    case 'multiline-implicit-key':
      return addColons(text, at);
    default:
      return undefined;
  }
}

const quoted = (at: Span, quotes: string): TextEdit[] => [insert(at.start, quotes), insert(at.end, quotes)];

const insert = (at: number, newText: string): TextEdit => ({ span: span(at, at), newText });

/** Blanks the line from here on; offsets stay true. */
function mask(text: string, start: number): TextEdit {
  const end = Math.max(start, lineEnd(text, start));
  return { span: span(start, end), newText: ' '.repeat(end - start) };
}

/** Closes a quote at the end of its line: behind a key's name, or inside the brackets that close there. */
function closeQuote(text: string, at: Span): TextEdit {
  const quote = text.charAt(at.start);
  const isFirst = /^[\s-]*$/.test(text.slice(lineStart(text, at.start), at.start));
  const colon = isFirst ? text.slice(at.start, at.end).search(/:(?:\s|$)/) : -1;
  const end = colon === -1 ? beforeClosers(text, at) : at.start + colon;
  const place = trimEnd(text, at.start + 1, end);
  let slash = place;
  while (text[slash - 1] === '\\') slash--;
  return insert(place, quote === '"' && (place - slash) % 2 === 1 ? `\\${quote}` : quote);
}

/** Where the brackets and commas begin that end the line and were not opened behind the quote. */
function beforeClosers(text: string, at: Span): number {
  let depth = 0;
  let end: number | undefined;
  for (let i = at.start + 1; i < at.end; i++) {
    const char = text.charAt(i);
    if (char === ' ') continue;
    const isCloser = char === '}' || char === ']';
    if (char === ',' || (isCloser && depth === 0)) {
      end ??= i;
      continue;
    }
    if (isCloser) depth--;
    else if (char === '{' || char === '[') depth++;
    end = undefined;
  }
  return end ?? at.end;
}

/** The quotes that can hold these characters as they are. */
function quotesFor(content: string): string | undefined {
  if (!/["\\]/.test(content)) return '"';
  return content.includes("'") ? undefined : "'";
}

/** `{ PK: ${id} }` and `{ pattern: ^[a-z]+$ }`: a bracket in the middle of a plain text. Reads it as one text. */
function quoteBracket(text: string, at: Span): Repair | undefined {
  if (!'{['.includes(text.charAt(at.start)) || at.start === 0) return undefined;
  if (' \t\r\n,[]{}:"\''.includes(text.charAt(at.start - 1))) return undefined;
  let start = at.start;
  while (start > 0 && !startsInFlow(text, start)) start--;
  start = contentFrom(text, start);
  let depth = 0;
  let end = at.start;
  for (; end < text.length; end++) {
    const char = text.charAt(end);
    if (char === '\n') break;
    if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && depth-- === 0) break;
    else if (char === ',' && depth === 0) break;
  }
  end = trimEnd(text, at.start, end);
  const quotes = quotesFor(text.slice(start, end));
  if (quotes === undefined || start >= at.start) return undefined;
  const content = span(start, end);
  return { code: 'unquoted-bracket', span: content, edits: quoted(content, quotes), last: false };
}

/** True behind what ends the item or key before: a bracket, a comma, a colon with its space, a line break. */
const startsInFlow = (text: string, offset: number): boolean =>
  ',[{\n'.includes(text.charAt(offset - 1)) || (text[offset - 1] === ' ' && text[offset - 2] === ':');

/** The first lines are indented, later ones are not: reads the first ones as if they were not either. */
function dedentBefore(text: string, at: Span): Repair | undefined {
  const column = at.start - lineStart(text, at.start);
  if (text.slice(at.start - column, at.start).trim() !== '') return undefined;
  const edits: TextEdit[] = [];
  let surplus: number | undefined;
  for (const line of text.slice(0, at.start - column).matchAll(/^( *)[^\s#]/gm)) {
    const indent = line[1]?.length ?? 0;
    surplus ??= indent - column;
    if (surplus <= 0 || indent < surplus) return undefined;
    edits.push({ span: span(line.index, line.index + surplus), newText: '' });
  }
  const first = edits[0];
  if (first === undefined) return undefined;
  const start = contentFrom(text, first.span.start);
  return { code: 'bad-indent', span: span(start, trimmedLineEnd(text, start)), edits, last: true };
}

/** A line is indented below one that has a value already: reads it, and those with it, as siblings of that line. */
function dedentBelow(text: string, at: Span): Repair | undefined {
  const parent = spacesAt(text, lineStart(text, at.start));
  const first = lineStart(text, at.end);
  const surplus = spacesAt(text, first) - parent;
  if (surplus <= 0) return undefined;
  const edits: TextEdit[] = [];
  for (let start = first; start < text.length; start = nextLine(text, start)) {
    if (isBlankLine(text, start)) continue;
    if (spacesAt(text, start) < parent + surplus) break;
    edits.push({ span: span(start, start + surplus), newText: '' });
  }
  const start = first + parent + surplus;
  return { code: 'bad-indent', span: span(start, trimmedLineEnd(text, start)), edits, last: false };
}

/** `a: b: c` reads as the text `b: c`, and `a: b:` with lines below it as the map it looks like. */
function splitOrQuote(text: string, from: number): Repair {
  const start = contentFrom(text, from);
  const at = span(start, contentEnd(text, start));
  const content = text.slice(at.start, at.end);
  const quotes = quotesFor(content);
  if (content.endsWith(':')) {
    const indent = spacesAt(text, lineStart(text, start)) + 1;
    return { code: 'nested-map', span: at, edits: [insert(start, `\n${' '.repeat(indent)}`)], last: false };
  }
  const edits = quotes === undefined || /^["'[{&*!]/.test(content) ? [mask(text, start)] : quoted(at, quotes);
  return { code: 'nested-map', span: at, edits, last: false };
}

/** A name without a colon joins the key of the next line: reads it as a key without a value. */
function addColons(text: string, at: Span): Repair | undefined {
  if (/^["'[{]/.test(text.slice(at.start, at.start + 1))) return undefined;
  const edits: TextEdit[] = [];
  let end = lineEnd(text, at.start);
  const first = span(at.start, trimmedLineEnd(text, at.start));
  while (end < at.end) {
    edits.push(insert(trimEnd(text, at.start, end), ':'));
    end = lineEnd(text, contentFrom(text, end));
  }
  if (edits.length === 0) return undefined;
  return { code: 'missing-colon', span: first, edits, last: false };
}
