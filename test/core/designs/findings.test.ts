// What is said of the published designs: all that must be, no other error or warning, and the rest for review.
// Deliberately by rule and place, not by message; the fixtures of the rules have those.
import assert from 'node:assert/strict';
import path from 'node:path';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { createSnapshot, type Snapshot } from '../../../src/core/snapshot.ts';
import { expectGolden, root } from '../../support/golden.ts';
import { designNames, designText } from './models.ts';
import { alsoTrue, type ExpectedFinding, required } from './required-findings.ts';

const expected: readonly ExpectedFinding[] = [...required, ...alsoTrue];

/** The pattern, entity or index in which the finding stands. */
function placeOf({ design }: Snapshot, { span }: Finding): string {
  const { patterns, entities, indexes } = design.model;
  const around = [...patterns, ...entities, ...indexes].find(
    (each) => each.span.start <= span.start && span.end <= each.span.end,
  );
  return around?.name ?? 'table';
}

/** `rule on place`, in the order of the text. */
const said = (snapshot: Snapshot, findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => `${finding.rule} on ${placeOf(snapshot, finding)}`);

interface Told {
  readonly snapshot: Snapshot;
  readonly findings: readonly Finding[];
}

/** By text: most are asked for several times. */
const told = new Map<string, Told>();

function findingsOf(text: string): Told {
  const known = told.get(text);
  if (known !== undefined) return known;
  const snapshot = createSnapshot(text);
  const { findings, crashes } = snapshot.report;
  assert.deepEqual(crashes, []);
  told.set(text, { snapshot, findings });
  return { snapshot, findings };
}

const title = ({ design, on, says }: ExpectedFinding): string => `${design}, ${on}: ${says}`;

function changed({ design, after }: ExpectedFinding): string {
  const text = designText(design);
  if (after === undefined) return text;
  assert.equal(text.split(after.from).length, 2, `${design} has "${after.from}" once`);
  return text.replace(after.from, () => after.to);
}

describe('published designs are told', () => {
  for (const row of expected) {
    const { rule, on } = row;
    if (rule === undefined) {
      it(`${title(row)} (no rule says it yet)`);
      continue;
    }
    it(title(row), () => {
      const { snapshot, findings } = findingsOf(changed(row));
      assert.ok(said(snapshot, findings).includes(`${rule} on ${on}`), said(snapshot, findings).join('\n'));
    });
  }

  for (const name of designNames) {
    it(`${name}: no other error or warning`, () => {
      const { snapshot, findings } = findingsOf(designText(name));
      const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
      const mayBe = expected
        .filter(({ design, after }) => design === name && after === undefined)
        .map(({ rule, on }) => `${rule} on ${on}`);
      assert.deepEqual(
        said(snapshot, grave).filter((each) => !mayBe.includes(each)),
        [],
      );
    });
  }

  it('all of this', () => {
    const lines = designNames.flatMap((name) => {
      const { snapshot, findings } = findingsOf(designText(name));
      const of = said(snapshot, findings);
      return [name, ...findings.map(({ severity }, i) => `  ${severity} ${of[i]}`)];
    });
    expectGolden(path.join(root, 'test/core/designs/findings.txt'), `${lines.join('\n')}\n`);
  });
});
