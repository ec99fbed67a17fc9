// `singlet check`: which files, what is printed, and with what it ends.
// Deliberately with models of one known finding; the rules have their own tests.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { checkCommand } from '../../src/cli/commands/check.ts';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { bad, folderOf, good, removeFolders, singlet } from './support.ts';

const finding = {
  rule: 'name/unknown-attribute',
  severity: 'error',
  start: { line: 7, column: 15 },
  end: { line: 7, column: 22 },
};

async function json(words: readonly string[], cwd: string) {
  const { code, out, err } = await singlet(['check', '--format', 'json', ...words], { cwd });
  return { code, err, files: JSON.parse(out).files };
}

const namesOf = (files: readonly { file: string }[]): readonly string[] => files.map(({ file }) => file);

describe('singlet check', () => {
  afterEach(removeFolders);

  it('prints the findings with their source, and a sum', async () => {
    const cwd = folderOf({ 'a.ddb.yaml': bad, 'b.ddb.yaml': good });
    assert.deepEqual(await singlet(['check'], { cwd }), {
      code: 1,
      out: `a.ddb.yaml
 7:15  error  name/unknown-attribute  Customer has no attribute usernam. Did you mean username?
       | identity: usernam
       |           ^^^^^^^

1 error in 1 of 2 files.
`,
      err: '',
    });
  });

  it('says so where there is nothing to say', async () => {
    const cwd = folderOf({ 'a.ddb.yaml': good });
    assert.deepEqual(await singlet(['check'], { cwd }), {
      code: 0,
      out: 'No findings in 1 file.\n',
      err: '',
    });
  });

  it('prints JSON with all files, sorted', async () => {
    const cwd = folderOf({ 'b.ddb.yaml': bad, 'a.ddb.yaml': good });
    const { code, files } = await json([], cwd);
    assert.equal(code, 1);
    const message = 'Customer has no attribute usernam. Did you mean username?';
    assert.deepEqual(files, [
      { file: 'a.ddb.yaml', findings: [] },
      { file: 'b.ddb.yaml', findings: [{ ...finding, message }] },
    ]);
  });

  it('takes folders, but not what is hidden or installed in them', async () => {
    const cwd = folderOf({
      'models/b.ddb.yml': good,
      'models/deep/er/a.ddb.yaml': good,
      'models/other.yaml': bad,
      'models/node_modules/x/c.ddb.yaml': bad,
      'models/.hidden/d.ddb.yaml': bad,
      'elsewhere/e.ddb.yaml': bad,
    });
    const { files } = await json(['models'], cwd);
    assert.deepEqual(namesOf(files), ['models/b.ddb.yml', 'models/deep/er/a.ddb.yaml']);
  });

  it('takes globs, and each file once', async () => {
    const cwd = folderOf({ 'x/a.ddb.yaml': good, 'x/b.ddb.yaml': good, 'x/readme.md': '#' });
    const { files } = await json(['x/*', 'x/a.ddb.yaml', path.join(cwd, 'x'), './x/../x/b.ddb.yaml'], cwd);
    assert.deepEqual(namesOf(files), ['x/a.ddb.yaml', 'x/b.ddb.yaml']);
  });

  it('takes a file of any name, also one that looks like a glob', async () => {
    const cwd = folderOf({ '[a].txt': good });
    assert.deepEqual(namesOf((await json(['[a].txt'], cwd)).files), ['[a].txt']);
  });

  it('checks the others where a path is wrong, and ends with 2', async () => {
    const cwd = folderOf({ 'a.ddb.yaml': bad, 'empty/readme.md': '' });
    const { code, err, files } = await json(['missing.ddb.yaml', 'empty', '*.nothing', 'a.ddb.yaml'], cwd);
    assert.equal(code, 2);
    assert.deepEqual(namesOf(files), ['a.ddb.yaml']);
    assert.equal(
      err,
      `singlet: missing.ddb.yaml: there is no such file or folder
singlet: empty: no *.ddb.yaml in this folder or below
singlet: *.nothing: no *.ddb.yaml matches
`,
    );
  });

  it('goes on where a file cannot be read', async () => {
    const cwd = folderOf({ 'a.ddb.yaml': good, 'b.ddb.yaml': good });
    const read = async (file: string): Promise<Uint8Array> => {
      if (file.endsWith('a.ddb.yaml')) throw Object.assign(new Error('denied'), { code: 'EACCES' });
      return fs.readFileSync(file);
    };
    assert.deepEqual(await singlet(['check'], { cwd, files: { read } }), {
      code: 2,
      out: 'No findings in 1 file.\n',
      err: 'singlet: a.ddb.yaml: access is denied\n',
    });
  });

  it('does not read a file that is too large to be a model', async () => {
    const cwd = folderOf({ 'a.ddb.yaml': good });
    const find = async () => ({ kind: 'file', bytes: 1e9 }) as const;
    const { code, err } = await singlet(['check', 'a.ddb.yaml'], { cwd, files: { find } });
    assert.equal(code, 2);
    assert.equal(err, 'singlet: a.ddb.yaml: larger than 16 MB, so no model that could be checked\n');
  });

  it('counts as editors do: no byte order mark, UTF-16 units, CRLF', async () => {
    const text = bad
      .replaceAll('\n', '\r\n')
      .replace('identity: usernam', '{}\r\n  🛒: { identity: usernam }');
    const cwd = folderOf({ 'a.ddb.yaml': `\ufeff${text}`, 'b.ddb.yaml': `\ufeff${bad}` });
    const { files } = await json(['b.ddb.yaml'], cwd);
    assert.deepEqual(files[0].findings[0].start, finding.start);
    const { start } = (await json(['a.ddb.yaml'], cwd)).files[0].findings.find((each: { message: string }) =>
      each.message.includes('usernam'),
    );
    assert.deepEqual(start, { line: 8, column: 19 });
  });

  it('reads bytes that are not UTF-8, and says so', async () => {
    const cwd = folderOf({ 'a.ddb.yaml': Buffer.concat([Buffer.from(`${good}# caf`), Buffer.from([0xe9])]) });
    const { code, out, err } = await singlet(['check'], { cwd });
    assert.equal(code, 0);
    assert.equal(out, 'No findings in 1 file.\n');
    assert.equal(
      err,
      'singlet: a.ddb.yaml: not all of it is UTF-8; each part that is not is read as \ufffd\n',
    );
  });

  it('checks standard input under a name', async () => {
    const { code, out } = await singlet(['check', '--stdin-filename', 'x/new.ddb.yaml', '--format=json'], {
      stdin: `\ufeff${bad}`,
    });
    assert.equal(code, 1);
    const [file] = JSON.parse(out).files;
    assert.equal(file.file, 'x/new.ddb.yaml');
    assert.deepEqual(file.findings[0].start, finding.start);
  });

  it('takes paths or standard input, not both', async () => {
    const { code, err } = await singlet(['check', '--stdin-filename', 'a', 'b']);
    assert.equal(code, 2);
    assert.match(err, /leave the paths out/);
  });

  it('ends with 1 only at the level of --fail-on or above', async () => {
    const cwd = folderOf({ 'a.ddb.yaml': good });
    const warn = (severity: 'warning' | 'hint') =>
      checkCommand(() => ({
        report: {
          findings: [{ rule: 'x/y', severity, message: 'm', span: { start: 0, end: 1 }, data: null }],
          crashes: [],
        },
      }));
    const code = async (severity: 'warning' | 'hint', level: string) =>
      (await singlet(['check', '--fail-on', level], { cwd, commands: [warn(severity)] })).code;
    assert.equal(await code('warning', 'error'), 0);
    assert.equal(await code('warning', 'warning'), 1);
    assert.equal(await code('warning', 'hint'), 1);
    assert.equal(await code('hint', 'information'), 0);
    assert.equal(await code('hint', 'hint'), 1);
  });

  it('shows a rule that crashed, and the findings of the others', async () => {
    const cwd = folderOf({ 'a.ddb.yaml': bad });
    const crashing = checkCommand((text) => ({
      report: { ...createSnapshot(text).report, crashes: [{ rule: 'key/broken', error: new Error('oh') }] },
    }));
    const { code, out, err } = await singlet(['check'], { cwd, commands: [crashing] });
    assert.equal(code, 2);
    assert.match(out, /name\/unknown-attribute/);
    assert.match(
      err,
      /^singlet: a\.ddb\.yaml: internal error in the rule key\/broken, which is left out: Error: oh/,
    );
  });

  it('is coloured for a person, unless NO_COLOR asks not to be, and always with --color', async () => {
    const cwd = folderOf({ 'a.ddb.yaml': bad });
    const isColoured = async (words: readonly string[], isTerminal: boolean, env = {}) =>
      (await singlet(['check', ...words], { cwd, isTerminal, env })).out.includes('\u001b[31merror\u001b[0m');
    assert.equal(await isColoured([], true), true);
    assert.equal(await isColoured([], false), false);
    assert.equal(await isColoured([], true, { NO_COLOR: '1' }), false);
    assert.equal(await isColoured(['--color'], false, { NO_COLOR: '1' }), true);
  });

  it('lets no character of a model move the cursor', async () => {
    const cwd = folderOf({
      'a.ddb.yaml': bad.replace('identity: usernam', 'identity: "\u009b31m\u202eusernam"'),
    });
    const { out } = await singlet(['check'], { cwd });
    assert.match(out, /identity: "\ufffd31m\ufffdusernam"/);
    assert.doesNotMatch(out, /[\u0080-\u009f\u202e]/);
  });
});
