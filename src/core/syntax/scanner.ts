// A cursor over the decoded text of one scalar, and the `| function(args)` tail that templates and clauses share.
// Deliberately knows neither templates nor clauses, nor which functions exist.
import { type Span, span } from '../text/span.ts';
import type { FunctionCall, OffsetMap, SyntaxProblem } from './template.ts';

export interface Scanner {
  readonly source: string;
  readonly at: OffsetMap;
  readonly problems: SyntaxProblem[];
  /** The next unit to read, as an index into `source`. */
  position: number;
}

export const scanner = (source: string, at: OffsetMap): Scanner => ({
  source,
  at,
  problems: [],
  position: 0,
});

/** The span in the text of the units `start` to `end` of the decoded scalar. */
export function spanIn(s: Scanner, start: number, end: number): Span {
  const from = s.at(start);
  return span(from, Math.max(from, s.at(end)));
}

/** Records what is wrong; `suggestion` is the text that should stand in place of `start` to `end`. */
export function report(
  s: Scanner,
  code: string,
  message: string,
  start: number,
  end: number,
  suggestion?: string,
): void {
  const problem = { code, message, span: spanIn(s, start, end) };
  s.problems.push(suggestion === undefined ? problem : { ...problem, suggestion });
}

export const isSpace = (char: string | undefined): boolean =>
  char === ' ' || (char !== undefined && (char < '!' || char > '~') && /\s/.test(char));

export function skipSpace(s: Scanner, limit: number): void {
  while (s.position < limit && isSpace(s.source[s.position])) s.position++;
}

/** Bounds of the units `start` to `end` without the white space around; an empty rest sits at `start`. */
export function trimmed(source: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isSpace(source[from])) from++;
  while (to > from && isSpace(source[to - 1])) to--;
  return from === to ? { start, end: start } : { start: from, end: to };
}

/** Reads `| name(args) | name …` as long as a `|` follows, up to `limit`. */
export function scanFunctionCalls(s: Scanner, limit: number): readonly FunctionCall[] {
  const calls: FunctionCall[] = [];
  for (;;) {
    skipSpace(s, limit);
    if (s.position >= limit || s.source[s.position] !== '|') return calls;
    const call = scanFunctionCall(s, limit);
    if (call !== undefined) calls.push(call);
  }
}

function scanFunctionCall(s: Scanner, limit: number): FunctionCall | undefined {
  const bar = s.position;
  s.position++;
  skipSpace(s, limit);
  const start = s.position;
  while (s.position < limit && /[\p{L}\p{N}_-]/u.test(s.source[s.position] ?? '')) s.position++;
  const nameEnd = s.position;
  if (nameEnd === start) {
    report(
      s,
      'function/missing-name',
      'A function must follow the |, such as pad(10) or upper.',
      bar,
      Math.max(bar + 1, start),
    );
    if (s.source[s.position] !== '(' || s.position >= limit) return undefined;
  }
  skipSpace(s, limit);
  let args: readonly string[] = [];
  let end = nameEnd;
  if (s.position < limit && s.source[s.position] === '(') {
    args = scanArguments(s, limit);
    end = s.position;
  }
  return {
    name: s.source.slice(start, nameEnd),
    nameSpan: spanIn(s, start, nameEnd),
    args,
    span: spanIn(s, start, end),
  };
}

function scanArguments(s: Scanner, limit: number): readonly string[] {
  const open = s.position;
  let close = open + 1;
  while (close < limit && s.source[close] !== ')' && s.source[close] !== '|') close++;
  const closed = close < limit && s.source[close] === ')';
  const inner = trimmed(s.source, open + 1, close);
  s.position = closed ? close + 1 : close;
  if (!closed) {
    report(s, 'function/unclosed-arguments', 'A ) is missing after the arguments.', open, close);
  }
  if (inner.start === inner.end) return [];
  const args: string[] = [];
  let from = open + 1;
  for (const piece of s.source.slice(from, close).split(',')) {
    const bounds = trimmed(s.source, from, from + piece.length);
    if (bounds.start === bounds.end) {
      report(
        s,
        'function/empty-argument',
        'An argument is missing here.',
        from,
        Math.min(from + piece.length + 1, close),
      );
    }
    args.push(s.source.slice(bounds.start, bounds.end));
    from += piece.length + 1;
  }
  return args;
}
