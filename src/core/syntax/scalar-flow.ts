// Decodes plain and quoted scalars, keeping for each unit the offset it came from.
// Deliberately reports no errors: a wrong escape stands for itself, as in the parse, which has reported it.
import { type Span, span } from '../text/span.ts';
import type { Decoded } from './scalar-offsets.ts';

/** A plain scalar, or the inside of a single-quoted one where two quotes mean one. */
export function decodeFolded(text: string, content: Span, quotesDouble: boolean): Decoded {
  const offsets: number[] = [];
  let decoded = '';
  const push = (unit: string, offset: number): void => {
    decoded += unit;
    offsets.push(offset);
  };
  let breaks: number[] = [];
  const lines = linesOf(text, content);
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const { start, end } = trimmed(text, line, index > 0, !isLast);
    if (start < end || isLast) {
      pushBreaks(breaks, push);
      breaks = [];
    }
    for (let i = start; i < end; i++) {
      push(text.charAt(i), i);
      if (quotesDouble && text[i] === "'" && text[i + 1] === "'") i++;
    }
    breaks.push(line.end);
  }
  return { text: decoded, offsets };
}

/** One line break is a space, each further one a line feed. */
function pushBreaks(breaks: readonly number[], push: (unit: string, offset: number) => void): void {
  const [first, ...more] = breaks;
  if (first === undefined) return;
  if (more.length === 0) push(' ', first);
  for (const offset of more) push('\n', offset);
}

/** Lines without their breaks' LF; a CR before it stays, as white space. */
function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    if (text[i] !== '\n') continue;
    lines.push(span(from, i));
    from = i + 1;
  }
  lines.push(span(from, end));
  return lines;
}

function trimmed(text: string, line: Span, atStart: boolean, atEnd: boolean): Span {
  let { start, end } = line;
  if (atEnd && end > start && text[end - 1] === '\r') end--;
  while (atEnd && end > start && isSpace(text[end - 1])) end--;
  while (atStart && start < end && isSpace(text[start])) start++;
  return span(start, end);
}

const isSpace = (char: string | undefined): boolean => char === ' ' || char === '\t';

const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['\t', '\t'],
]);

const hexLengths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** The inside of a double-quoted scalar. */
export function decodeDoubleQuoted(text: string, content: Span): Decoded {
  const offsets: number[] = [];
  let decoded = '';
  let at = content.start;
  const push = (units: string, offset: number): void => {
    decoded += units;
    for (let i = 0; i < units.length; i++) offsets.push(offset);
  };
  while (at < content.end) {
    const char = text.charAt(at);
    if (char === '\\') at = escapeAt(at);
    else if (isSpace(char) || isBreak(at)) at = whiteSpace(at);
    else push(char, at++);
  }
  return { text: decoded, offsets };

  function isBreak(offset: number): boolean {
    return text[offset] === '\n' || (text[offset] === '\r' && text[offset + 1] === '\n');
  }

  function escapeAt(start: number): number {
    if (isBreak(start + 1)) {
      let next = start + (text[start + 1] === '\r' ? 3 : 2);
      while (next < content.end && isSpace(text[next])) next++;
      return next;
    }
    const name = text.charAt(start + 1);
    const length = hexLengths.get(name);
    if (length === undefined) {
      const unit = escapes.get(name);
      if (unit === undefined) pushRaw(start, 2);
      else push(unit, start);
      return start + 2;
    }
    const digits = text.slice(start + 2, start + 2 + length);
    const code = /^[0-9a-f]+$/i.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1;
    if (code < 0 || code > 0x10ffff) pushRaw(start, length + 2);
    else push(String.fromCodePoint(code), start);
    return start + 2 + length;
  }

  function pushRaw(start: number, length: number): void {
    for (let i = start; i < Math.min(start + length, content.end); i++) push(text.charAt(i), i);
  }

  /** Kept inside a line; around line breaks only the breaks count. */
  function whiteSpace(start: number): number {
    const breaks: number[] = [];
    let end = start;
    while (end < content.end && (isSpace(text[end]) || isBreak(end) || text[end] === '\n')) {
      if (text[end] === '\n') breaks.push(end);
      end++;
    }
    if (breaks.length === 0) pushRaw(start, end - start);
    else pushBreaks(breaks, push);
    return end;
  }
}
