// Invariant 4: a snapshot is a value. The same text gives the same result, whatever came before and in whatever order.
// Deliberately compares all that a shell can see: findings, fixes, outline, preview, what is generated.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { targets } from '../../src/core/generate/targets.ts';
import { hoverAt } from '../../src/core/ide/hover.ts';
import { codeLenses } from '../../src/core/ide/lenses.ts';
import { outlineOf } from '../../src/core/ide/outline.ts';
import { createSnapshot, type Snapshot } from '../../src/core/snapshot.ts';
import { offsetsOf } from './ask-everything.ts';
import { previewOf } from './preview-of.ts';
import { anyText, changes, model, runs } from './texts.ts';

const findingsOf = (text: string): unknown => createSnapshot(text).report.findings;

/** What can be seen of a text, each by its name. */
const views: readonly (readonly [name: string, of: (snapshot: Snapshot) => unknown])[] = [
  ['findings', ({ report }) => report.findings],
  ['fixes', (snapshot) => snapshot.report.findings.map((finding) => snapshot.fixes(finding))],
  ['outline', outlineOf],
  ['lenses', codeLenses],
  ['preview', previewOf],
  ['generated', (snapshot) => targets.map((target) => target.generate(snapshot))],
  ['hovers', (snapshot) => offsetsOf(snapshot.text, 8).map((offset) => hoverAt(snapshot, offset))],
];

const allOf = (text: string, order = views): ReadonlyMap<string, unknown> => {
  const snapshot = createSnapshot(text);
  const seen = new Map(order.map(([name, of]) => [name, of(snapshot)]));
  return new Map(views.map(([name]) => [name, seen.get(name)]));
};

describe('the same text', () => {
  it('gives the same after another text', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const before = allOf(text);
        allOf(other);
        assert.deepEqual(allOf(text), before);
      }),
      runs(60),
    );
  }).timeout(600_000);

  it('gives the same after any edits, there and back', () => {
    fc.assert(
      fc.property(model, changes, (text, all) => {
        const before = findingsOf(text);
        let current = text;
        for (const change of all) {
          current = change(current);
          findingsOf(current);
        }
        assert.deepEqual(findingsOf(current), findingsOf(current));
        assert.deepEqual(findingsOf(text), before);
      }),
      runs(50),
    );
  }).timeout(600_000);

  it('gives the same in whatever order it is asked', () => {
    fc.assert(
      fc.property(anyText, fc.shuffledSubarray([...views], { minLength: views.length }), (text, order) => {
        assert.deepEqual(allOf(text, order), allOf(text));
      }),
      runs(60),
    );
  }).timeout(600_000);
});

describe('what a snapshot gives', () => {
  it('is not changed by asking for more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const snapshot = createSnapshot(text);
        const { findings } = snapshot.report;
        for (const [, of] of views) of(snapshot);
        assert.equal(snapshot.report.findings, findings);
        assert.deepEqual(findings, findingsOf(text));
      }),
      runs(50),
    );
  }).timeout(600_000);
});
