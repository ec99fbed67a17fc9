// How the command line is called: help, version, and what it answers to mistakes.
// Deliberately keeps the help texts in golden files, as they are the reference.
import assert from 'node:assert/strict';
import path from 'node:path';
import { commands } from '../../src/cli/commands.ts';
import { expectGolden, readIfThere, root } from '../support/golden.ts';
import { singlet } from './support.ts';

const golden = (name: string): string => path.join(root, 'test/fixtures/cli', `${name}.help.txt`);

const tooLong = (text: string): readonly string[] => text.split('\n').filter((line) => line.length > 80);

describe('singlet', () => {
  it('has a help text', async () => {
    const { code, out, err } = await singlet(['--help']);
    assert.equal(code, 0);
    assert.equal(err, '');
    expectGolden(golden('singlet'), out);
    assert.deepEqual(tooLong(out), []);
    assert.deepEqual(await singlet(['-h']), { code, out, err });
  });

  for (const { name } of commands) {
    it(`${name} has a help text`, async () => {
      const { code, out } = await singlet([name, '--help', '--unknown']);
      assert.equal(code, 0);
      expectGolden(golden(name), out);
      assert.deepEqual(tooLong(out), []);
    });
  }

  it('has the version of the package', async () => {
    const { version } = JSON.parse(readIfThere(path.join(root, 'package.json')) ?? '');
    assert.deepEqual(await singlet(['--version']), { code: 0, out: `${version}\n`, err: '' });
  });

  const mistakes: readonly (readonly [words: readonly string[], message: string])[] = [
    [['chekc'], 'singlet: Unknown command chekc. Did you mean check?\nsinglet --help says more.\n'],
    [
      ['--versoin'],
      'singlet: Unknown option --versoin. Did you mean --version?\nsinglet --help says more.\n',
    ],
    [
      ['check', '--fromat', 'json'],
      'singlet check: Unknown option --fromat. Did you mean --format?\nsinglet check --help says more.\n',
    ],
    [['check', '-f'], 'singlet check: Unknown option -f.\nsinglet check --help says more.\n'],
    [
      ['check', '--format', 'jsn'],
      'singlet check: --format takes text or json, not jsn. Did you mean json?\nsinglet check --help says more.\n',
    ],
    [
      ['check', '--format'],
      'singlet check: --format needs a value: text or json.\nsinglet check --help says more.\n',
    ],
    [['check', '--color=no'], 'singlet check: --color takes no value.\nsinglet check --help says more.\n'],
    [['schema', 'x'], 'singlet schema: "x" is one too many.\nsinglet schema --help says more.\n'],
  ];
  for (const [words, message] of mistakes) {
    it(`ends with 2: ${words.join(' ')}`, async () => {
      assert.deepEqual(await singlet(words), { code: 2, out: '', err: message });
    });
  }

  it('without a command, tells what there is', async () => {
    const { code, out, err } = await singlet([]);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^Checks DynamoDB/);
  });

  it('takes what stands behind -- for a path', async () => {
    const { code, err } = await singlet(['check', '--', '--format']);
    assert.equal(code, 2);
    assert.equal(err, 'singlet: --format: there is no such file or folder\n');
  });

  it('shows a crash as what it is', async () => {
    const broken = {
      name: 'break',
      summary: '',
      operands: '',
      least: 0,
      most: 0,
      about: [],
      options: [],
      run: () => Promise.reject(new Error('oh')),
    };
    const { code, err } = await singlet(['break'], { commands: [broken] });
    assert.equal(code, 2);
    assert.match(err, /^singlet break: internal error: Error: oh\n/);
  });
});
