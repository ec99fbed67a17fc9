// "Did you mean": the one candidate that a misspelt word most likely stands for.
// Deliberately knows no words of its own; those of other tools are in aws-words.ts.
import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to the word, or undefined where none is near enough. Case, spaces, `-`, `_` and `.` do not
 * count, two letters swapped are one mistake, and the beginning of a candidate is as good as one mistake. Of equally
 * near candidates, one with the same first letter wins, then the shorter, then the earlier.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = letters(word);
  if (wanted.length === 0) return undefined;
  const limit = mistakes(wanted.length);
  let best: { readonly candidate: string; readonly score: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const score = scoreOf(wanted, letters(candidate), limit);
    if (score === undefined) continue;
    const isBetter =
      best === undefined ||
      score < best.score ||
      (score === best.score && candidate.length < best.candidate.length);
    if (isBetter) best = { candidate, score };
  }
  return best?.candidate;
}

const letters = (word: string): string => word.toLowerCase().replace(/[\s._-]/g, '');

/** How many mistakes a word of this length can have and still be recognised. */
function mistakes(length: number): number {
  if (length < 3) return 0;
  if (length < 5) return 1;
  return length < 9 ? 2 : 3;
}

/** The number of mistakes, less for the same first letter; undefined above the limit. */
function scoreOf(wanted: string, candidate: string, limit: number): number | undefined {
  if (wanted === candidate) return 0;
  const sameStart = wanted[0] === candidate[0] ? 0 : 0.5;
  if (wanted.length >= 3 && candidate.startsWith(wanted)) return 1;
  if (Math.abs(wanted.length - candidate.length) > limit) return undefined;
  const count = distance(wanted, candidate);
  const mistaken = count === 2 && isSwap(wanted, candidate) ? 1 : count;
  return mistaken <= limit ? mistaken + sameStart : undefined;
}

/** True if the words differ in two neighbouring letters that changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let first = 0;
  while (a[first] === b[first]) first++;
  return a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2);
}
