// Repairs a broken text so far that one mistake does not hide the rest of the model, and maps its offsets back.
// Deliberately guesses nothing about meaning, and changes only what the tree is made of: the file stays as it is.
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { type Span, span } from '../text/span.ts';
import type { Composed, RawProblem } from './yaml-compose.ts';
import { type Repair, repairOf } from './yaml-repairs.ts';

export interface Repaired {
  readonly composed: Composed;
  /** From an offset in the repaired text, which `composed` speaks of, to one in the original; never decreasing. */
  readonly place: (offset: number) => number;
  /** The problems that were repaired, with spans in the original. */
  readonly problems: readonly RawProblem[];
}

/** Each round costs a parse. Most mistakes need one; large texts, and those broken in many places, get no more. */
const maxRounds = 4;
const largeText = 300_000;
const manyProblems = 200;

/** Repairs of one round; what is broken in more places than this is not being typed. */
const maxRepairs = 100;

/** Composes the text, and again after each round of repairs. */
export function repair(text: string, compose: (text: string) => Composed): Repaired {
  const problems: RawProblem[] = [];
  let place = (offset: number): number => offset;
  let current = text;
  let composed = compose(current);
  const rounds = text.length > largeText || composed.problems.length > manyProblems ? 1 : maxRounds;
  for (let round = 0; round < rounds; round++) {
    const repairs = chooseRepairs(current, composed.problems);
    const edits = withoutOverlaps(repairs.flatMap((one) => one.edits));
    if (edits.length === 0) break;
    const before = place;
    for (const { code, span: at } of repairs) {
      problems.push({ code, span: span(before(at.start), before(at.end)) });
    }
    const back = backwards(edits);
    place = (offset) => before(back(offset));
    current = applyEdits(current, edits);
    composed = compose(current);
  }
  return { composed, place, problems };
}

/** What can be repaired at once: a quote or bracket left open causes other problems, which wait for a round. */
function chooseRepairs(text: string, problems: readonly RawProblem[]): Repair[] {
  const repairs: Repair[] = [];
  const quotesOnly = problems.some(({ code }) => code === 'unclosed-quote');
  let done = 0;
  for (const problem of problems) {
    if (problem.span.start < done) continue;
    if (quotesOnly && problem.code !== 'unclosed-quote') continue;
    if (repairs.length > 0 && problem.code === 'stray-token') break;
    const found = repairOf(text, problem, problems);
    if (found === undefined) continue;
    repairs.push(found);
    if (found.last || repairs.length === maxRepairs) break;
    done = found.edits.reduce((end, edit) => Math.max(end, edit.span.end), found.span.end);
  }
  return repairs;
}

function withoutOverlaps(edits: readonly TextEdit[]): TextEdit[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  let end = 0;
  return ordered.filter((edit) => {
    if (edit.span.start < end) return false;
    end = edit.span.end;
    return true;
  });
}

/** From offsets after the edits to offsets before them; what an edit has put in lies where it was put. */
function backwards(edits: readonly TextEdit[]): (offset: number) => number {
  const starts: number[] = [];
  let shift = 0;
  for (const { span: at, newText } of edits) {
    starts.push(at.start + shift);
    shift += newText.length - (at.end - at.start);
  }
  return (offset) => {
    let low = -1;
    let high = edits.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const edit = edits[low];
    if (edit === undefined) return offset;
    const { start, end }: Span = edit.span;
    const inside = offset - (starts[low] ?? 0);
    if (inside < edit.newText.length) return Math.min(start + inside, end);
    return end + inside - edit.newText.length;
  };
}
