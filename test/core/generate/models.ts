// The models that generators are tested with: whole designs, and small ones for each feature.
// Deliberately found, not listed: a new model is tested by being there.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../support/golden.ts';

export interface TestModel {
  readonly name: string;
  readonly text: string;
}

export const folder = path.join(root, 'test/fixtures/generate');

const suffix = '.ddb.yaml';

const modelsIn = (place: string, prefix = ''): readonly TestModel[] =>
  fs
    .readdirSync(path.join(root, place))
    .filter((file) => file.endsWith(suffix))
    .map((file) => ({
      name: `${prefix}${path.basename(file, suffix)}`,
      text: fs.readFileSync(path.join(root, place, file), 'utf8'),
    }));

/** Those whose generated files are kept for review: one for each feature, and the examples that ship. */
export const reviewed: readonly TestModel[] = [
  ...modelsIn('test/fixtures/generate'),
  ...modelsIn('media/examples', 'example-'),
];

/** The published designs too, but for a workload without keys, of which no table is made. */
export const models: readonly TestModel[] = [
  ...reviewed,
  ...modelsIn('test/fixtures/designs').filter(({ text }) => /^ {2}partitionKey: /m.test(text)),
];
