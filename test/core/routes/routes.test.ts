// Which request serves a read, or why none does: small models with their routes, in served.txt, unserved.txt and fixes.txt.
// Deliberately shown as text: the files read as examples of the language.
import assert from 'node:assert/strict';
import path from 'node:path';
import { createSnapshot, type Snapshot } from '../../../src/core/snapshot.ts';
import { applyEdits } from '../../../src/core/text/edit.ts';
import { expectGolden, readIfThere, root } from '../../support/golden.ts';
import { routeLines } from './print-routes.ts';
import { modelOf, type Section, sectionsOf, withFound } from './sections.ts';

const notServed = 'pattern/not-served';
/** What a rule says of a model, and its routes are to be right nevertheless. */
const alsoFound = [
  'attribute/byte-order',
  'clause/duplicate',
  'key/assumed-identity',
  'key/unprefixed',
  'pattern/wrong-items',
  'template/negative-number',
  'template/padding-too-short',
];
const pathOf = (name: string): string => path.join(root, 'test/core/routes', `${name}.txt`);
const read = (name: string): string => readIfThere(pathOf(name)) ?? '';

const snapshotOf = (section: Section): Snapshot => createSnapshot(modelOf(section));

const countOf = (snapshot: Snapshot, kind: string): number =>
  [...snapshot.routes.values()].filter((result) => result.kind === kind).length;

/** Each fix of a pattern that is not served, then the route that it gives. */
function fixLines(section: Section): readonly string[] {
  const snapshot = snapshotOf(section);
  const findings = snapshot.report.findings.filter(({ rule }) => rule === notServed);
  assert.equal(findings.length, 1, 'one pattern is not served');
  return findings.flatMap((finding) =>
    snapshot.fixes(finding).flatMap((fix) => {
      const fixed = createSnapshot(applyEdits(snapshot.text, fix.edits));
      assert.equal(countOf(fixed, 'served'), fixed.routes.size, `${fix.title}: it is served then`);
      return [fix.title, ...routeLines(fixed, alsoFound).map((line) => `  ${line}`)];
    }),
  );
}

describe('routes', () => {
  describe('of what is served', () => {
    for (const section of sectionsOf(read('served')))
      it(section.title, () => {
        const snapshot = snapshotOf(section);
        assert.ok(snapshot.routes.size > 0);
        assert.equal(countOf(snapshot, 'served'), snapshot.routes.size);
      });

    it('are those of served.txt', () => {
      expectGolden(
        pathOf('served'),
        withFound(read('served'), (section) => routeLines(snapshotOf(section), alsoFound)),
      );
    });
  });

  describe('that are refused', () => {
    for (const section of sectionsOf(read('unserved')))
      it(section.title, () => {
        const snapshot = snapshotOf(section);
        assert.ok(snapshot.routes.size > 0);
        assert.equal(countOf(snapshot, 'unserved'), snapshot.routes.size);
      });

    it('are refused for the reasons of unserved.txt', () => {
      const found = withFound(read('unserved'), (section) =>
        routeLines(snapshotOf(section), [notServed, ...alsoFound]),
      );
      expectGolden(pathOf('unserved'), found);
    });
  });

  describe('that quick fixes make', () => {
    it('are those of fixes.txt', () => {
      expectGolden(pathOf('fixes'), withFound(read('fixes'), fixLines));
    });
  });
});
