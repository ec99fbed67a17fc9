// Invariants 3, 4, 10 and 11 as far as the text of the sources shows them: no state, no clock, no chance, no raw markup.
// Deliberately simple searches in the code; what only a run shows is under test/properties.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../support/golden.ts';
import { findInCode, partOf, sourcesIn } from './sources.ts';

const src = sourcesIn('src');
const core = src.filter(({ file }) => partOf(file) === 'core');

const compiler = path.join(root, 'node_modules/typescript/bin/tsc');

describe('core', () => {
  it('is checked as a program that knows no process, no page, no timer and no network', function () {
    this.timeout(120_000);
    const tsc = spawnSync(process.execPath, [compiler, '-p', 'test/architecture/core.tsconfig.json'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(tsc.error, undefined);
    assert.deepEqual(
      tsc.stdout.split('\n').filter((line) => line.includes('Cannot find')),
      [],
    );
  });

  it('has no clock and no chance', () => {
    assert.deepEqual(findInCode(core, /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b/g), []);
  });

  it('waits for nothing', () => {
    assert.deepEqual(findInCode(core, /\basync\b|\bawait\b|\bPromise\b/g), []);
  });

  it('has no variable at the top level of a module', () => {
    assert.deepEqual(findInCode(core, /^(?:export )?(?:let|var)\b.*/gm), []);
  });

  it('has no collection at the top level of a module that could be changed', () => {
    // A collection that is filled where it is made and typed as readonly cannot be; an empty one is there to be filled.
    const empty =
      /^(?:export )?const \w+(?:: [^=]+)? = (?:new (?:Weak)?(?:Map|Set)(?:<[^=;]*>)?\(\s*\)|\[\]|\{\});/gm;
    const changeable = /^(?:export )?const \w+ = new (?:Weak)?(?:Map|Set)\b.*/gm;
    assert.deepEqual([...findInCode(core, empty), ...findInCode(core, changeable)], []);
  });

  it('has no regular expression with a memory at the top level of a module', () => {
    // One with the flag g or y keeps lastIndex from call to call, unless matchAll, replace or split copy or reset it.
    const remembering = core.flatMap((source) =>
      [...source.text.matchAll(/^(?:export )?const (\w+) = \/.*\/[a-z]*[gy][a-z]*;$/gm)].flatMap(
        ([, name]) =>
          new RegExp(`\\b${name}\\.(?:test|exec|lastIndex)\\b`).test(source.text)
            ? [`${source.file}: ${name}`]
            : [],
      ),
    );
    assert.deepEqual(remembering, []);
  });
});

describe('markup', () => {
  it('is never set as text', () => {
    const raw = /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/;
    assert.deepEqual(
      src.filter(({ text }) => raw.test(text)).map(({ file }) => file),
      [],
    );
  });

  it('is written only by files that escape what they are given', () => {
    const escaping = ['src/core/preview/html.ts', 'src/core/export/html.ts'];
    const tags = src.filter(
      ({ file, text }) =>
        !/\.tsx$/.test(file) && /<\/(?:div|html|head|body|script|style|table|p|span)>/.test(text),
    );
    assert.deepEqual(
      tags.filter(({ file }) => !escaping.includes(file)).map(({ file }) => file),
      [],
    );
  });
});
