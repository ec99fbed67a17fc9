// The house style, as far as no linter sees it: how a file begins, how long it is, what it may export.
// Deliberately stricter with src than with tests, whose names already say their job and which are lists of examples.
import assert from 'node:assert/strict';
import { findInCode, type Source, sourcesIn } from './sources.ts';

const src = sourcesIn('src');
const all = [...src, ...sourcesIn('test').filter(({ file }) => !file.startsWith('test/fixtures/'))];
const longest = 350;

const filesWhere = (sources: readonly Source[], isOdd: (source: Source) => boolean): readonly string[] =>
  sources.filter(isOdd).map(({ file }) => file);

describe('every file', () => {
  it('begins with two comment lines: its job, and what it deliberately does not do', () => {
    assert.deepEqual(
      filesWhere(src, ({ text }) => !/^(?:#!.*\n)?\/\/ \S.*\n\/\/ \S/.test(text)),
      [],
    );
  });

  it(`has at most ${longest} lines`, () => {
    assert.deepEqual(
      filesWhere(src, ({ text }) => text.trimEnd().split('\n').length > longest),
      [],
    );
  });

  it('has no default export', () => {
    assert.deepEqual(
      filesWhere(all, ({ text }) => /^export default\b|^export \{[^}]*\bas default\b/m.test(text)),
      [],
    );
  });

  it('exports something of its own where it exports at all', () => {
    const isBarrel = ({ text }: Source) =>
      /^export (?:\*|\{[^}]*\}) from /m.test(text) &&
      !/^export (?:async )?(?:const|function|interface|type|class)\b/m.test(text);
    assert.deepEqual(filesWhere(all, isBarrel), []);
  });

  it('has no `any`, and no compiler told to look away', () => {
    assert.deepEqual(findInCode(src, /\bas any\b|: any\b|<any>|\bany\[\]/g), []);
    assert.deepEqual(
      filesWhere(src, ({ text }) => /@ts-(?:ignore|nocheck|expect-error)/.test(text)),
      [],
    );
  });

  it('says nothing that is left to do', () => {
    assert.deepEqual(
      filesWhere(src, ({ text }) => /\b(?:TODO|FIXME|XXX|HACK)\b/.test(text)),
      [],
    );
  });

  it('names no path of one machine', () => {
    assert.deepEqual(
      filesWhere(all, ({ text }) => /\/(?:work|root|home)\/\w/.test(text)),
      [],
    );
  });
});
