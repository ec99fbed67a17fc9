// How far lines that are indented by tabs are likely meant to be indented, as edits: to read on, and as a quick fix.
// Deliberately only the indentation; tabs elsewhere in a line are allowed.
import type { TextEdit } from '../text/edit.ts';
import { span } from '../text/span.ts';

const level = 2;

/**
 * Two spaces for each tab, from this offset on, which begins a line. Among lines that are indented by spaces nobody knows
 * how wide the author saw a tab: there the first line of a run goes with the line above it, and the others with that one.
 */
export function spacesForTabs(text: string, from = 0): readonly TextEdit[] {
  const isMixed = /^ +[^\s#]/m.test(text);
  const edits: TextEdit[] = [];
  /** By how much the run's lines are indented more than their tabs say; undefined outside of a run. */
  let surplus: number | undefined;
  let above = '';
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '') continue;
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    if (!indent.includes('\t')) {
      surplus = undefined;
      above = line;
      continue;
    }
    const own = indent.replaceAll('\t', ' '.repeat(level)).length;
    surplus ??= isMixed && above !== '' ? meantBelow(above) - own : 0;
    if (start < from) continue;
    const newText = ' '.repeat(Math.max(0, own + surplus));
    edits.push({ span: span(start, start + indent.length), newText });
  }
  return edits;
}

/** One level deeper than a line that opens a map, else as deep as it. */
function meantBelow(line: string): number {
  const indent = line.length - line.trimStart().length;
  return /:\s*(#.*)?$/.test(line) ? indent + level : indent;
}
