// The built dist/cli.js as a process: exit codes, standard input, and pipes that are closed early.
// Deliberately few; what can be tested in process is.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../support/golden.ts';
import { bad, folderOf, good, removeFolders } from './support.ts';

const cli = path.join(root, 'dist/cli.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** @param read how many chunks of standard output are read before it is closed */
async function start(words: readonly string[], cwd: string, stdin = '', read = Infinity): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...words], { cwd, stdio: 'pipe' });
  let out = '';
  let err = '';
  let chunks = 0;
  if (read === 0) child.stdout.destroy();
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    chunks += 1;
    if (chunks >= read) child.stdout.destroy();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  // A process that ends without reading its input closes this pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

describe('dist/cli.js', function () {
  // Several processes start, perhaps on a busy machine.
  this.timeout(60_000);
  afterEach(removeFolders);

  it('ends with 0, 1 and 2', async () => {
    const cwd = folderOf({ 'good.ddb.yaml': good, 'bad.ddb.yaml': bad });
    const codes = ['good.ddb.yaml', 'bad.ddb.yaml', 'none.ddb.yaml'].map((file) =>
      start(['check', file], cwd),
    );
    assert.deepEqual(
      (await Promise.all(codes)).map(({ code }) => code),
      [0, 1, 2],
    );
  });

  it('reads standard input to its end', async () => {
    const cwd = folderOf({});
    const long = `${bad}${'# a comment\n'.repeat(30_000)}`;
    const { code, out } = await start(
      ['check', '--stdin-filename', 'x.ddb.yaml', '--format', 'json'],
      cwd,
      long,
    );
    assert.equal(code, 1);
    assert.equal(JSON.parse(out).files[0].findings.length, 1);
  });

  it('writes all of a long output into a pipe', async () => {
    const { code, out } = await start(['schema'], folderOf({}));
    assert.equal(code, 0);
    assert.ok(out.length > 10_000);
    assert.doesNotThrow(() => JSON.parse(out));
  });

  for (const read of [0, 1]) {
    it(`is quiet when its output is closed after ${read} chunks`, async () => {
      const cwd = folderOf(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.ddb.yaml`, bad])));
      const { code, err } = await start(['check'], cwd, '', read);
      assert.equal(err, '');
      assert.equal(code, 1);
    });
  }
});
