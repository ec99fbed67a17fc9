// Decodes literal (|) and folded (>) block scalars, keeping for each unit the offset it came from.
// Deliberately takes the indentation from the decoded text: an indicator in the header counts from an unknown parent.
import type { Span } from '../text/span.ts';
import type { Decoded } from './scalar-offsets.ts';
import type { ScalarNode } from './tree.ts';
import { lineEnd, nextLine, spacesAt } from './yaml-lines.ts';

interface Line {
  readonly start: number;
  /** How many spaces it begins with. */
  readonly indent: number;
  /** Before the line break, CR included. */
  readonly end: number;
  /** Where its line feed stands, or the end of the text. */
  readonly feed: number;
}

/** `content` begins at the header; its end may stand before the last line break. */
export function decodeBlock(text: string, content: Span, scalar: ScalarNode): Decoded {
  const header = text.slice(content.start, lineEnd(text, content.start));
  const lines = linesOf(text, content);
  const isFilled = (line: Line): boolean => line.start + line.indent < line.end;
  const firstFilled = lines.findIndex(isFilled);
  if (firstFilled === -1) return blankLines(lines, scalar.source.length, content.end);
  const indent = indentOf(lines[firstFilled], scalar.source);
  const lastFilled = lines.findLastIndex((line) => isFilled(line) || line.indent > indent);

  const offsets: number[] = [];
  let decoded = '';
  const push = (unit: string, offset: number): void => {
    decoded += unit;
    offsets.push(Math.min(offset, content.end));
  };
  const pushLine = (line: Line): void => {
    for (let i = line.start + Math.min(indent, line.indent); i < line.end; i++) push(text.charAt(i), i);
  };

  let separator = '';
  let wasIndented = false;
  for (const [index, line] of lines.entries()) {
    if (index > lastFilled) break;
    const before = lines[index - 1]?.feed ?? line.start;
    const isLeading = index < firstFilled;
    const isIndented = line.indent > indent || text[line.start + line.indent] === '\t';
    if (isLeading) {
      pushLine(line);
      push('\n', line.feed);
    } else if (scalar.style === 'literal') {
      for (const unit of separator) push(unit, before);
      pushLine(line);
      separator = '\n';
    } else if (isIndented) {
      if (separator === ' ') separator = '\n';
      else if (!wasIndented && separator === '\n') separator = '\n\n';
      for (const unit of separator) push(unit, before);
      pushLine(line);
      separator = '\n';
      wasIndented = true;
    } else if (!isFilled(line)) {
      if (separator === '\n') push('\n', before);
      else separator = '\n';
    } else {
      for (const unit of separator) push(unit, before);
      pushLine(line);
      separator = ' ';
      wasIndented = false;
    }
  }
  const last = lines[lastFilled];
  if (last !== undefined && !/^.[^\s#]*-/.test(header)) push('\n', last.feed);
  if (/^.[^\s#]*\+/.test(header)) {
    for (const line of lines.slice(lastFilled + 1)) {
      if (decoded.length < scalar.source.length) push('\n', line.feed);
    }
  }
  return { text: decoded, offsets };
}

/** Without content, `+` keeps the line breaks; all others keep nothing. */
function blankLines(lines: readonly Line[], length: number, end: number): Decoded {
  const offsets = lines.slice(0, length).map(({ feed }) => Math.min(feed, end));
  return { text: '\n'.repeat(offsets.length), offsets };
}

/** What the parser has taken off the first line with content. */
function indentOf(first: Line | undefined, source: string): number {
  if (first === undefined) return 0;
  const kept = /^(?: *\n)*( *)/.exec(source)?.[1]?.length ?? 0;
  return Math.max(0, first.indent - kept);
}

function linesOf(text: string, content: Span): Line[] {
  const lines: Line[] = [];
  const last = lineEnd(text, content.end) === content.end ? nextLine(text, content.end) : content.end;
  let start = nextLine(text, content.start);
  while (start < last) {
    const end = Math.min(lineEnd(text, start), last);
    const next = nextLine(text, start);
    lines.push({
      start,
      indent: Math.min(spacesAt(text, start), end - start),
      end,
      feed: next > end ? next - 1 : end,
    });
    start = next;
  }
  return lines;
}
