// `singlet generate` and `singlet schema`: what goes where.
// Deliberately not what is generated; test/core/generate is about that.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { folderOf, good, removeFolders, singlet } from './support.ts';

describe('singlet generate', () => {
  afterEach(removeFolders);

  it('prints the definition, and on standard error what it cannot say', async () => {
    const cwd = folderOf({
      'a.ddb.yaml': good.replace('PK }', 'PK, timeToLive: expiresAt, capacity: on-demand }'),
    });
    const { code, out, err } = await singlet(['generate', 'create-table', 'a.ddb.yaml'], { cwd });
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).TableName, 'Shop');
    assert.match(err, /^note: CreateTable cannot set the time to live: .*"expiresAt".*\n$/);
  });

  it('writes a file', async () => {
    const cwd = folderOf({ 'a.ddb.yaml': good });
    const { code, out } = await singlet(['generate', 'cloudformation', 'a.ddb.yaml', '--out', 'shop.yaml'], {
      cwd,
    });
    assert.equal(code, 0);
    assert.equal(out, '');
    assert.match(fs.readFileSync(path.join(cwd, 'shop.yaml'), 'utf8'), /Type: AWS::DynamoDB::Table/);
  });

  it('reads standard input', async () => {
    const { code, out } = await singlet(['generate', 'create-table', '-'], { stdin: good });
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).TableName, 'Shop');
  });

  it('says with 1 why no table can be made, and writes nothing', async () => {
    const cwd = folderOf({
      'a.ddb.yaml': 'version: 1\ntable: { name: S, partitionKey: PK }\nentities: {}\n',
    });
    const outcome = await singlet(['generate', 'cloudformation', 'a.ddb.yaml', '--out', 'x.yaml'], { cwd });
    assert.deepEqual(outcome, {
      code: 1,
      out: '',
      err: `a.ddb.yaml:2:16: The name of a table needs at least 3 characters, and S has 1.
Nothing is generated: no table can be made from this model yet.
`,
    });
    assert.equal(fs.existsSync(path.join(cwd, 'x.yaml')), false);
  });

  const misuses: readonly (readonly [words: readonly string[], message: RegExp])[] = [
    [
      ['cloudfromation', 'a.ddb.yaml'],
      /^singlet generate: Unknown target cloudfromation\. Did you mean cloudformation\?/,
    ],
    [['cloudformation'], /^singlet generate: TARGET FILE is missing something: 1 word given\./],
    [['cloudformation', 'a.ddb.yaml', 'b'], /^singlet generate: "b" is one too many\./],
    [['cloudformation', 'a.ddb.yaml', '--out', 'a.ddb.yaml'], /--out would overwrite the model/],
    [['cloudformation', 'a.ddb.yaml', '--out'], /--out needs a value \(FILE\)/],
    [['cloudformation', 'missing.ddb.yaml'], /^singlet: missing\.ddb\.yaml: there is no such file or folder/],
    [['cloudformation', 'a.ddb.yaml', '--out', 'no/such/folder.yaml'], /^singlet: no\/such\/folder\.yaml: /],
  ];
  for (const [words, message] of misuses) {
    it(`ends with 2: ${words.join(' ')}`, async () => {
      const cwd = folderOf({ 'a.ddb.yaml': good });
      const { code, out, err } = await singlet(['generate', ...words], { cwd });
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
    });
  }
});

describe('singlet schema', () => {
  it('prints a JSON Schema', async () => {
    const { code, out } = await singlet(['schema']);
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).$schema, 'http://json-schema.org/draft-07/schema#');
  });
});
