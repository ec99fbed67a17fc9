// Invariant 3: whatever the text, nothing throws, and every span lies inside it.
// Deliberately with failures that fast-check shrinks: what it prints is a seed and a small text.
import fc from 'fast-check';
import { createSnapshot } from '../../src/core/snapshot.ts';
import {
  askAt,
  askDocument,
  askEverything,
  askFindings,
  askStages,
  offsetsOf,
  textsAfterFixes,
} from './ask-everything.ts';
import { anyText, broken, characters, deep, models, pieced, runs } from './texts.ts';

/** The deep run takes minutes. */
const longest = 600_000;

const holds = (texts: fc.Arbitrary<string>, count: number, check: (text: string) => void): void =>
  fc.assert(
    fc.property(texts, (text) => check(text)),
    runs(count),
  );

describe('any text', () => {
  it('has all stages, and no rule that crashes', () => {
    holds(fc.oneof(characters, pieced), 400, (text) => askStages(createSnapshot(text)));
    holds(anyText, 250, (text) => askStages(createSnapshot(text)));
  }).timeout(longest);

  it('has findings whose spans lie inside it', () => {
    holds(anyText, 250, (text) => askFindings(createSnapshot(text)));
  }).timeout(longest);

  it('has an outline, lenses, a preview and generated files, or reasons why not', () => {
    holds(anyText, 200, (text) => askDocument(createSnapshot(text)));
  }).timeout(longest);

  it('has an answer for every cursor', () => {
    holds(anyText, 100, (text) => {
      const snapshot = createSnapshot(text);
      for (const offset of offsetsOf(text, 12)) askAt(snapshot, offset);
    });
  }).timeout(longest);

  it('is a text like any other after each fix', () => {
    holds(broken, 120, (text) => {
      for (const fixed of textsAfterFixes(createSnapshot(text)).slice(0, 4)) askEverything(fixed);
    });
  }).timeout(longest);
});

describe('every model of this repository', () => {
  it('has an answer for the cursor wherever it stands', () => {
    for (const text of models) {
      const snapshot = askEverything(text);
      for (const offset of offsetsOf(text, deep ? text.length + 1 : 120)) askAt(snapshot, offset);
    }
  }).timeout(longest);

  it('has an answer when it has been typed to any line', () => {
    for (const text of models) {
      const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
      const step = deep ? 1 : Math.ceil(ends.length / 5);
      for (const [i, end] of ends.entries()) if (i % step === 0) askEverything(text.slice(0, end));
    }
  }).timeout(longest);
});
