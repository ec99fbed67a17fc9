// The examples that ship: without errors, with all that cost and preview need.
// Deliberately without their keys, routes and findings; test/core/designs has these, of every published design.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { root } from '../../support/golden.ts';

const folder = path.join(root, 'media/examples');
const examples = fs.readdirSync(folder).filter((file) => file.endsWith('.ddb.yaml'));

describe('examples', () => {
  it('are three', () => {
    assert.equal(examples.length, 3);
  });

  for (const file of examples) {
    const snapshot = createSnapshot(fs.readFileSync(path.join(folder, file), 'utf8'));

    it(`${file} has no error`, () => {
      const { findings, crashes } = snapshot.report;
      assert.deepEqual(crashes, []);
      assert.deepEqual(
        findings.filter(({ severity }) => severity === 'error'),
        [],
      );
    });

    it(`${file} tells the units of every call`, () => {
      for (const pattern of snapshot.design.patterns) {
        const { read, write } = snapshot.units.get(pattern);
        assert.deepEqual([...read.missing, ...write.missing], [], pattern.name);
      }
    });

    it(`${file} has a sample of every entity`, () => {
      assert.deepEqual(snapshot.samples.gaps, []);
      const shown = new Set(snapshot.samples.items.map((item) => item.entity));
      assert.deepEqual([...shown].sort(), [...snapshot.design.entities.keys()].sort());
    });
  }
});
