// From the text of a file to its tree: compose, repair what would hide the rest, convert, say what is wrong.
// Deliberately without any knowledge of models; every text has a tree, and none makes it throw.
import { type Span, span } from '../text/span.ts';
import type { Tree, YamlProblem } from './tree.ts';
import { type Composed, compose, type RawProblem } from './yaml-compose.ts';
import { problemMessage } from './yaml-problems.ts';
import { repair } from './yaml-recovery.ts';
import { buildTree } from './yaml-tree.ts';

/** More problems than anybody reads; a text of brackets alone has one for each character. */
const maxProblems = 200;

/** The first document of the text as a tree with UTF-16 offsets; problems in the order of the text. */
export function parseYaml(text: string): Tree {
  try {
    return parse(text);
  } catch {
    // A defect of the `yaml` package; no text is known that leads here.
    return { root: undefined, problems: [problem('unreadable', span(0, text.length))], comments: [] };
  }
}

function parse(text: string): Tree {
  const repaired = repair(text, compose);
  const { place } = repaired;
  const move = (at: Span): Span => span(place(at.start), place(at.end));
  const composed: Composed = repaired.composed;
  const raw: RawProblem[] = [
    ...repaired.problems,
    ...composed.problems.map(({ code, span: at }) => ({ code, span: move(at) })),
  ];
  const root =
    composed.document &&
    buildTree(composed.document, { text, place }, (code, at) => raw.push({ code, span: at }));
  const comments = composed.comments.map((comment) => ({ text: comment.text, span: move(comment.span) }));
  return { root, problems: distinct(raw).map(({ code, span: at }) => problem(code, at)), comments };
}

const problem = (code: string, at: Span): YamlProblem => ({ code, message: problemMessage(code), span: at });

/** In the order of the text, one for each place and code. */
function distinct(problems: readonly RawProblem[]): RawProblem[] {
  const ordered = [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const seen = new Set<string>();
  const result: RawProblem[] = [];
  for (const raw of ordered) {
    const identity = `${raw.code} ${raw.span.start}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    result.push(raw);
    if (result.length === maxProblems) break;
  }
  return result;
}
