// The source line of a finding with carets below what is meant.
// Deliberately one line: of a finding that goes on over several, the first.

import { printable } from '../../core/text/printable.ts';
import type { PlacedFinding } from './checked-file.ts';

const widest = 100;
const before = 40;

export interface Excerpt {
  readonly line: string;
  readonly carets: string;
}

/** Without indentation; of a long line only what is around the finding. */
export function excerpt(lines: readonly string[], { start, end }: PlacedFinding): Excerpt {
  const whole = lines[start.line - 1] ?? '';
  const from = start.column - 1;
  const to = end.line === start.line ? end.column - 1 : whole.length;
  const indentation = Math.min(whole.length - whole.trimStart().length, from);
  const visible = whole.trimEnd().length;
  const fits = visible - indentation <= widest;
  const left = fits ? indentation : Math.max(indentation, from - before);
  const right = Math.max(fits ? visible : Math.min(visible, left + widest), from);
  const cutLeft = left > indentation ? '…' : '';
  const cutRight = right < visible ? '…' : '';
  const width = Math.max(1, Math.min(to, right) - from);
  return {
    line: `${cutLeft}${printable(whole.slice(left, right))}${cutRight}`,
    carets: `${' '.repeat(cutLeft.length + from - left)}${'^'.repeat(width)}`,
  };
}

/** The lines of a text; a line ends as in line-index.ts. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);
