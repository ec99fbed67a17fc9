// The models of published designs: the examples that ship, and the fixtures.
// Deliberately found, not listed: a new model needs its published table by being there.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../support/golden.ts';

const suffix = '.ddb.yaml';

/** A design that ships is not written twice; where it is, the example counts. */
const folders = ['test/fixtures/designs', 'media/examples'];

const files: ReadonlyMap<string, string> = new Map(
  folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder))
      .filter((file) => file.endsWith(suffix))
      .map((file) => [path.basename(file, suffix), path.join(root, folder, file)]),
  ),
);

export const designNames: readonly string[] = [...files.keys()].toSorted();

export function designText(name: string): string {
  const file = files.get(name);
  if (file === undefined) throw new Error(`There is no design ${name}.`);
  return fs.readFileSync(file, 'utf8');
}
