// Lines at an indentation at which nothing else stands, as one mistake with all that is misread because of it.
// Deliberately not about a file whose first lines are indented: those are read as they are meant.

import type { YamlProblem } from '../../syntax/tree.ts';
import { isBlankLine, lineEnd, lineStart, nextLine, spacesAt } from '../../syntax/yaml-lines.ts';
import { type Span, span } from '../../text/span.ts';
import type { Explaining } from './trap.ts';

/** The first problem of each run of such lines, and what it explains; the others of the run are consequences of it. */
export function misalignedRuns(
  text: string,
  problems: readonly YamlProblem[],
): ReadonlyMap<YamlProblem, Explaining> {
  const runs = new Map<YamlProblem, Explaining>();
  let end = 0;
  for (const problem of problems) {
    const { code, span: at } = problem;
    if (code !== 'bad-indent' || at.start < end) continue;
    const start = lineStart(text, at.start);
    const column = spacesAt(text, start);
    const above = indentAbove(text, start);
    if (above === undefined) continue;
    end = endOfBlock(text, start, column);
    // What goes back too little has taken lines out of what they belong to, which now lacks them.
    const lacking = above > column ? namesAround(text, start, column) : [];
    runs.set(problem, { explains: [span(start, end)], explainsValueOf: lacking });
  }
  return runs;
}

/** Of the nearest line above that is not blank; undefined where there is none. */
function indentAbove(text: string, start: number): number | undefined {
  for (let at = start; at > 0; ) {
    at = lineStart(text, at - 1);
    if (!isBlankLine(text, at)) return spacesAt(text, at);
  }
  return undefined;
}

/** Where the first line begins that is indented less. */
function endOfBlock(text: string, start: number, column: number): number {
  let at = nextLine(text, start);
  while (at < text.length && (isBlankLine(text, at) || spacesAt(text, at) >= column)) at = nextLine(text, at);
  return at;
}

/** The names of what the lines stand in, from the inside out. */
function namesAround(text: string, start: number, column: number): readonly Span[] {
  const names: Span[] = [];
  let least = column;
  for (let at = start; at > 0 && least > 0; ) {
    at = lineStart(text, at - 1);
    const indent = spacesAt(text, at);
    if (indent >= least || isBlankLine(text, at) || text[at + indent] === '#') continue;
    least = indent;
    const colon = text.slice(at, lineEnd(text, at)).indexOf(':');
    if (colon > indent) names.push(span(at + indent, at + colon));
  }
  return names;
}
