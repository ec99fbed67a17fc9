// `singlet preview`: what is written where, in which format, and with which exit code.
// Deliberately not what stands in the files; test/core/export and test/webview are about that.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { bad, folderOf, good, removeFolders, singlet } from './support.ts';

describe('singlet preview', () => {
  afterEach(removeFolders);

  const files = { 'a.ddb.yaml': good, 'bad.ddb.yaml': bad };
  const read = (cwd: string, name: string): string => fs.readFileSync(path.join(cwd, name), 'utf8');

  it('writes a page, by the ending of its name', async () => {
    const cwd = folderOf(files);
    const outcome = await singlet(['preview', 'a.ddb.yaml', '--out', 'shop.html'], { cwd });
    assert.deepEqual(outcome, { code: 0, out: '', err: '' });
    assert.match(read(cwd, 'shop.html'), /^<!DOCTYPE html>[\s\S]*<title>Shop<\/title>/);
  });

  it('prints in the format that is named, and that goes before the ending', async () => {
    const cwd = folderOf(files);
    const { code, out } = await singlet(['preview', '-', '--format', 'html'], { cwd, stdin: good });
    assert.equal(code, 0);
    assert.match(out, /^<!DOCTYPE html>/);
    await singlet(['preview', 'a.ddb.yaml', '--format', 'html', '--out', 'shop.txt'], { cwd });
    assert.equal(read(cwd, 'shop.txt'), out);
  });

  it('writes CSV, Markdown and SVG by the endings of their names, and an index where one is named', async () => {
    const cwd = folderOf({
      'a.ddb.yaml': good.replace('entities:', 'indexes: { Names: { partitionKey: username } }\nentities:'),
    });
    for (const [name, start] of [
      ['shop.csv', /^PK,entity,username\r\n/],
      ['shop.MD', /^# Shop\n/],
      ['shop.svg', /^<\?xml[\s\S]*Shop: Table/],
    ] as const) {
      const outcome = await singlet(['preview', 'a.ddb.yaml', '--out', name], { cwd });
      assert.deepEqual(outcome, { code: 0, out: '', err: '' });
      assert.match(read(cwd, name), start);
    }
    const { out } = await singlet(['preview', 'a.ddb.yaml', '--format', 'csv', '--index', 'Names'], { cwd });
    assert.match(out, /^username,entity,PK\r\n/);
  });

  it('ends with 1 where there is nothing to write', async () => {
    const outcome = await singlet(['preview', '-', '--format', 'csv', '--index', 'Other'], { stdin: good });
    assert.deepEqual(outcome, {
      code: 1,
      out: '',
      err: 'singlet: standard input: The model has no such index.\n',
    });
  });

  it('has the money of the price list that is asked for', async () => {
    const written = async (...words: string[]): Promise<string> =>
      (await singlet(['preview', '-', '--format', 'html', ...words], { stdin: good })).out;
    assert.match(await written(), /us-east-1/);
    assert.match(await written('--region', 'eu-west-1'), /eu-west-1/);
  });

  it('ends with 1 where the model has an error, and writes what can be shown', async () => {
    const cwd = folderOf(files);
    const { code, err } = await singlet(['preview', 'bad.ddb.yaml', '--out', 'shop.html'], { cwd });
    assert.equal(code, 1);
    assert.match(err, /^singlet: bad\.ddb\.yaml: 1 error; what is written shows what can be shown\./);
    assert.match(read(cwd, 'shop.html'), /Customer/);
  });

  const misuses: readonly (readonly [words: readonly string[], message: RegExp])[] = [
    [['a.ddb.yaml'], /^singlet preview: Say with --format what to print: html/],
    [['a.ddb.yaml', '--out', 'shop.gif'], /The ending of shop\.gif is that of no format: use \.html/],
    [['a.ddb.yaml', '--out', 'shop.png'], /A PNG needs a browser to draw it: .* use \.svg or \.html/],
    [['a.ddb.yaml', '--out', 'a.ddb.yaml'], /--out would overwrite the model/],
    [
      ['missing.ddb.yaml', '--out', 'x.html'],
      /^singlet: missing\.ddb\.yaml: there is no such file or folder/,
    ],
    [['a.ddb.yaml', '--out', 'no/such/folder.html'], /^singlet: no\/such\/folder\.html: /],
    [['a.ddb.yaml', '--format', 'htm'], /--format/],
  ];
  for (const [words, message] of misuses) {
    it(`ends with 2: ${words.join(' ')}`, async () => {
      const cwd = folderOf(files);
      const { code, out, err } = await singlet(['preview', ...words], { cwd });
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
    });
  }
});
