// Published designs, written as models: their keys are those of the publication, and each pattern is served as it says.
// Deliberately compares with tables written by hand (published/*.txt), which update-golden leaves alone.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { readIfThere, root } from '../../support/golden.ts';
import { designNames, designText } from './models.ts';
import { printDesign } from './print-design.ts';

const folder = path.join(root, 'test/core/designs/published');

/** Under a pattern: the condition as published where the route found is another, and why that is as good. */
const note = /^ {2}(published|because): (.*)$/;

interface Difference {
  readonly found: string;
  readonly published: string;
}

interface Published {
  /** What the model must print. */
  readonly expected: string;
  readonly differences: readonly Difference[];
}

function read(name: string): Published {
  const lines = (readIfThere(path.join(folder, `${name}.txt`)) ?? '').split('\n');
  const differences = lines.flatMap((line, i) => {
    const [, kind, published] = note.exec(line) ?? [];
    if (kind !== 'published' || published === undefined) return [];
    assert.match(lines[i + 1] ?? '', /^ {2}because: ./, `${name}: ${published} differs for no reason`);
    return [{ found: (lines[i - 1] ?? '').trim(), published }];
  });
  return { expected: lines.filter((line) => !note.test(line)).join('\n'), differences };
}

describe('published designs', () => {
  it('each have a model', () => {
    const tables = fs.readdirSync(folder).map((file) => path.basename(file, '.txt'));
    assert.deepEqual(tables.toSorted(), designNames);
  });

  for (const name of designNames) {
    it(`${name} has the keys of its publication, and serves its patterns so`, () => {
      const { expected, differences } = read(name);
      assert.equal(printDesign(createSnapshot(designText(name))), expected);
      for (const { found, published } of differences)
        assert.notEqual(found, published, 'it does not differ any more');
    });
  }
});
