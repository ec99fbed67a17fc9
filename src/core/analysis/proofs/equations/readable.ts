// Makes a solution readable: signs that nobody can see and years that nobody lives in, where others serve as well.
// Deliberately after the search, which takes the smallest and largest bytes so that it misses nothing.
import { fromBytes, toBytes } from '../../../text/utf8.ts';
import type { Problem } from './problem.ts';
import { isSolution } from './solve.ts';

/** A sign that is not seen, or that no text of a person holds: controls, and what lies far behind all letters. */
const unseen = /[\p{Cc}\u{10000}-\u{10FFFF}]/gu;
const substitutes: readonly string[] = [' ', '!', '-', '.', 'z', '~'];
const firstYear = /(?<!\d)0000(?=-)/g;
const lastYear = /(?<!\d)9000(?=-)/g;

const inOurYears = (text: string): string => text.replace(firstYear, '2025').replace(lastYear, '2026');

function* seenTexts(text: string): Iterable<string> {
  if (text.search(unseen) >= 0) for (const sign of substitutes) yield text.replace(unseen, sign);
}

/** The values with as many of their texts as possible made readable, each as long as all constraints hold. */
export function readable(problem: Problem, values: readonly string[]): readonly string[] {
  const dated = values.map(inOurYears);
  let result = isSolution(problem, dated) ? dated : values;
  for (const value of new Set(result)) {
    const text = fromBytes(value);
    for (const nicer of text === undefined ? [] : seenTexts(text)) {
      const changed = withText(result, value, toBytes(nicer));
      if (!isSolution(problem, changed)) continue;
      result = changed;
      break;
    }
  }
  return result;
}

/** Equal values change together: they stand for one thing. */
export const withText = (values: readonly string[], old: string, text: string): readonly string[] =>
  values.map((each) => (each === old ? text : each));
