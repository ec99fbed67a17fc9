// ARCHITECTURE.md is true: the folders it names are those there are, and the files and scripts it points to exist.
// Deliberately does not read its sentences; that is for people.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../support/golden.ts';

const page = fs.readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');
const exists = (file: string): boolean => fs.existsSync(path.join(root, file));

const found = (wanted: RegExp): readonly string[] => [
  ...new Set([...page.matchAll(wanted)].map(([, first]) => first ?? '')),
];

describe('ARCHITECTURE.md', () => {
  it('has a line in its code map for every folder of src, and none for another', () => {
    const folders = fs
      .readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, entry.parentPath).split(path.sep).join('/'))
      .filter((folder) => folder !== 'src');
    assert.deepEqual(found(/^- `(src\/[\w/-]+)\/` /gm).toSorted(), [...new Set(folders)].toSorted());
  });

  it('names files and folders that exist', () => {
    const named = found(/(?<![\w/.])((?:src|test|media|syntaxes|\.ci)\/[\w/.-]*\w)/g).filter(
      (file) => !/[A-Z]{4}/.test(file),
    );
    assert.ok(named.length > 40);
    assert.deepEqual(
      named.filter((file) => !exists(file)),
      [],
    );
  });

  it('links to what exists', () => {
    const links = found(/\]\(([^)#]+)\)/g).filter((link) => !/^https?:/.test(link));
    assert.deepEqual(
      links.filter((link) => !exists(link)),
      [],
    );
  });

  it('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    assert.deepEqual(
      found(/npm run ([\w:-]+)/g).filter((name) => !(name in scripts)),
      [],
    );
  });

  it('gives every invariant a test', () => {
    const rows = [...page.matchAll(/^\| (\d+) \|.*\|(.*)\|$/gm)];
    assert.equal(rows.length, 11);
    for (const [, number, kept] of rows)
      assert.match(kept ?? '', /test\/[\w/.-]+\.test\.ts/, `invariant ${number}`);
  });

  it('is right that nothing is needed at run time beside what ships', () => {
    const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    assert.deepEqual(Object.keys(dependencies ?? {}), []);
  });
});
