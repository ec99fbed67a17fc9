// Fixtures with carets: a line of spaces and carets marks the line above it, and says what is expected there.
// Deliberately knows no rules and no issues; tests compare the marks with what they found.
import { type Span, span } from '../../src/core/text/span.ts';

export interface Mark {
  readonly span: Span;
  /** What follows the carets on their line. */
  readonly note: string;
}

export interface Marked {
  /** The fixture without the lines of carets. */
  readonly text: string;
  /** In the order of the text. */
  readonly marks: readonly Mark[];
}

/** Several lines of carets may follow one line; a mark is as long as its carets. */
export function marked(fixture: string): Marked {
  const lines: string[] = [];
  const marks: Mark[] = [];
  let lineStart = 0;
  let nextStart = 0;
  for (const line of fixture.split('\n')) {
    const [, indent, carets, note] = /^( *)(\^+)(.*)$/.exec(line) ?? [];
    if (indent === undefined || carets === undefined) {
      lines.push(line);
      lineStart = nextStart;
      nextStart += line.length + 1;
    } else {
      const start = lineStart + indent.length;
      marks.push({ span: span(start, start + carets.length), note: (note ?? '').trim() });
    }
  }
  marks.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { text: lines.join('\n'), marks };
}
