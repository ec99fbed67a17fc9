// Texts with caret marks under what is found: `      ^^^^ rule/id: message` stands below the line it speaks of.
// Deliberately exact both ways: a marked text is right if marking its plain text gives it back.
import { lineIndex } from '../../src/core/text/line-index.ts';
import type { Span } from '../../src/core/text/span.ts';

export interface Mark {
  readonly span: Span;
  /** `rule/id: message`. */
  readonly label: string;
}

const markLine = /^ *\^+~? [a-z-]+\/[a-z-]+: .*$/;

/** The text without its mark lines. */
export function plain(marked: string): string {
  return marked
    .split('\n')
    .filter((line) => !markLine.test(line))
    .join('\n');
}

/** The text with a mark line for each mark; a span that goes on over the line's end is marked to there, with a `~`. */
export function mark(text: string, marks: readonly Mark[]): string {
  const index = lineIndex(text);
  const below = new Map<number, string[]>();
  for (const { span, label } of marks) {
    const start = index.at(span.start);
    const end = index.at(span.end);
    const lineEnd = text.indexOf('\n', span.start);
    const width = (lineEnd < 0 ? text.length : lineEnd) - span.start;
    const carets = end.line === start.line ? Math.max(1, end.column - start.column) : Math.max(1, width);
    const more = end.line === start.line ? '' : '~';
    const line = `${' '.repeat(start.column)}${'^'.repeat(carets)}${more} ${label.replaceAll('\n', ' ⏎ ')}`;
    below.set(start.line, [...(below.get(start.line) ?? []), line]);
  }
  return text
    .split('\n')
    .flatMap((line, i) => [line, ...(below.get(i) ?? [])])
    .join('\n');
}
