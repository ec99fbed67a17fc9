// Models that are not open: found on disk, followed as they change, left to the editor while they are open.
// Deliberately on a real folder, as that is what the server reads.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  FileChangeType,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { killServers, startServer, type TestServer, until } from './client.ts';

const bad = '# singlet-ignore key/length: it was long\nversion: 1\n';
const good = 'version: 1\n';

describe('workspace diagnostics', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'singlet-protocol-')));
  });
  afterEach(() => {
    killServers();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const start = async (settings: unknown = null): Promise<TestServer> => {
    const server = await startServer({ folders: [folder], settings });
    await until('the file watcher', () => server.registered.length === 2);
    return server;
  };
  /** `a.ddb.yaml: ignore/unused` for each finding, `a.ddb.yaml` alone for a file without one. */
  const seen = ({ items }: WorkspaceDiagnosticReport): string[] =>
    items.flatMap((report) => {
      const name = decodeURIComponent(report.uri.slice(pathToFileURL(folder).href.length + 1));
      if (report.kind === 'unchanged') return [`${name}: unchanged`];
      const codes = report.items.map(({ code }) => String(code)).filter((code) => code.startsWith('ignore/'));
      return codes.length === 0 ? [name] : codes.map((code) => `${name}: ${code}`);
    });
  const idsOf = ({ items }: WorkspaceDiagnosticReport): PreviousResultId[] =>
    items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));

  it('finds the models of a folder and leaves out what is no model of the author', async () => {
    write('a.ddb.yaml', bad);
    write('models (old)/b ü.ddb.yml', bad);
    write('compose.yaml', bad);
    write('node_modules/package/c.ddb.yaml', bad);
    write('.hidden/d.ddb.yaml', bad);
    write('huge.ddb.yaml', `${bad}#${'x'.repeat(1024 * 1024)}`);
    mkdirSync(path.join(folder, 'folder.ddb.yaml'));
    symlinkSync(folder, path.join(folder, 'circle'));
    const server = await start();
    assert.deepEqual(seen(await server.workspaceDiagnostics()), [
      'a.ddb.yaml: ignore/unused',
      'models (old)/b ü.ddb.yml: ignore/unused',
    ]);
    assert.deepEqual(server.log, []);
  });

  it('answers at once when there is no model at all', async () => {
    assert.deepEqual(await (await start()).workspaceDiagnostics(), { items: [] });
  });

  it('waits with its answer until a file changes, comes or goes', async () => {
    const a = write('a.ddb.yaml', bad);
    const server = await start();
    const first = await server.workspaceDiagnostics();

    let answered = false;
    const waiting = server.workspaceDiagnostics(idsOf(first)).finally(() => {
      answered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(answered, false);
    write('a.ddb.yaml', `${good}# mended\n`);
    await server.fileEvent(a, FileChangeType.Changed);
    const second = await waiting;
    assert.deepEqual(seen(second), ['a.ddb.yaml']);

    const b = write('b.ddb.yaml', bad);
    await server.fileEvent(b, FileChangeType.Created);
    const third = await server.workspaceDiagnostics(idsOf(second));
    assert.deepEqual(seen(third), ['a.ddb.yaml: unchanged', 'b.ddb.yaml: ignore/unused']);

    rmSync(b);
    await server.fileEvent(b, FileChangeType.Deleted);
    assert.deepEqual(seen(await server.workspaceDiagnostics(idsOf(third))), [
      'a.ddb.yaml: unchanged',
      'b.ddb.yaml',
    ]);
  });

  it('asks to be asked again when there is news and no request is waiting', async () => {
    const a = write('a.ddb.yaml', bad);
    const server = await start();
    const first = await server.workspaceDiagnostics();
    const before = server.refreshes.diagnostics;
    write('a.ddb.yaml', good);
    await server.fileEvent(a, FileChangeType.Changed);
    await until('a refresh', () => server.refreshes.diagnostics > before);
    assert.deepEqual(seen(await server.workspaceDiagnostics(idsOf(first))), ['a.ddb.yaml']);
  });

  it('leaves an open file to the editor, and takes it up again when it is closed', async () => {
    const a = write('a.ddb.yaml', bad);
    const server = await start();
    const doc = await server.open(good, pathToFileURL(a).href);
    assert.deepEqual(await server.workspaceDiagnostics(), { items: [] });
    const waiting = server.workspaceDiagnostics();
    await doc.close();
    assert.deepEqual(seen(await waiting), ['a.ddb.yaml: ignore/unused']);
  });

  it('takes back what it said of a file that was deleted while it was open', async () => {
    const a = write('a.ddb.yaml', bad);
    const server = await start();
    const doc = await server.open(bad, pathToFileURL(a).href);
    assert.deepEqual(await server.workspaceDiagnostics(), { items: [] });
    rmSync(a);
    await server.fileEvent(a, FileChangeType.Deleted);
    await doc.close();
    assert.deepEqual(seen(await server.workspaceDiagnostics()), ['a.ddb.yaml']);
    // Once more, for an editor that was just asking for the file and so paid no heed.
    assert.deepEqual(seen(await server.workspaceDiagnostics()), ['a.ddb.yaml']);
    const waiting = server.workspaceDiagnostics();
    const b = write('b.ddb.yaml', bad);
    await server.fileEvent(b, FileChangeType.Created);
    assert.deepEqual(seen(await waiting), ['b.ddb.yaml: ignore/unused']);
  });

  it('knows an open file by another spelling of its address', async () => {
    const a = write('a (1).ddb.yaml', bad);
    const server = await start();
    await server.open(good, pathToFileURL(a).href.replace('(', '%28').replace(')', '%29'));
    assert.deepEqual(await server.workspaceDiagnostics(), { items: [] });
  });

  it('says nothing of them where the setting is off', async () => {
    write('a.ddb.yaml', bad);
    const server = await start({ diagnostics: { workspace: false } });
    assert.deepEqual(await server.workspaceDiagnostics(), { items: [] });
  });
});
