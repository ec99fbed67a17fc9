// Golden files: what a test expects, kept in a file; SINGLET_UPDATE=1 writes it anew.
// Deliberately shows no diff of its own: assert does.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const update = process.env.SINGLET_UPDATE === '1';

/** The root of the repository, wherever the built test stands. */
export const root = process.cwd();

export function readIfThere(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

export function expectGolden(file: string, actual: string): void {
  if (update) {
    if (readIfThere(file) === actual) return;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, actual);
    return;
  }
  assert.equal(
    actual,
    readIfThere(file),
    `${path.relative(root, file)} is not what it was; npm run update-golden shows the difference`,
  );
}
