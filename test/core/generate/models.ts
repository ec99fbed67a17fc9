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

const places = ['test/fixtures/generate', 'test/fixtures/designs', 'media/examples'];

export const models: readonly TestModel[] = places.flatMap((place) => {
  const from = path.join(root, place);
  if (!fs.existsSync(from)) return [];
  return fs
    .readdirSync(from)
    .filter((file) => file.endsWith('.ddb.yaml'))
    .map((file) => ({
      name: `${place === 'media/examples' ? 'example-' : ''}${file.replace('.ddb.yaml', '')}`,
      text: fs.readFileSync(path.join(from, file), 'utf8'),
    }));
});
