// Patterns run on sample items: golden for published designs, and for a model with a pattern of every kind.
// Deliberately golden: a run is right if a person who reads the model would say the same, and the diff shows a change.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expectGolden, root } from '../../support/golden.ts';
import { printRuns } from './print-runs.ts';

const designs = ['aws-online-shop', 'aws-device-state-log', 'debrie-github'].map((name) => `designs/${name}`);

describe('runs of patterns on sample items', () => {
  for (const name of [...designs, 'runs/cases']) {
    it(`are as they were for ${name}`, () => {
      const text = readFileSync(path.join(root, `test/fixtures/${name}.ddb.yaml`), 'utf8');
      expectGolden(path.join(root, `test/fixtures/runs/${path.basename(name)}.txt`), printRuns(text));
    });
  }
});
