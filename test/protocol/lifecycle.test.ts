// The life of the server: first words, settings, cancellation, crashes, its end. Over stdio, against what ships.
// Deliberately says nothing of single rules; the fixtures do.
import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
} from 'vscode-languageserver/node';
import { fullCapabilities, killServers, rangeOf, startServer, until } from './client.ts';

/** Two findings that need no other rule: a silence without a reason, which silences nothing. */
const text = 'version: 1\n# singlet-ignore key/length\ntable:\n  name: Shop\n';
const silenceFindings = ['ignore/unused', 'ignore/without-reason'];

const silenceCodes = (items: readonly { code?: unknown }[]): unknown[] =>
  items
    .map(({ code }) => code)
    .filter((code) => String(code).startsWith('ignore/'))
    .sort();

describe('the server', () => {
  afterEach(killServers);

  it('ends with exit code 0 after shutdown and exit', async () => {
    const server = await startServer();
    assert.equal(await server.stop(), 0);
  });

  it('ends with exit code 1 after exit alone', async () => {
    const server = await startServer();
    assert.equal(await server.exitAtOnce(), 1);
  });

  it('ends with exit code 1 when its input closes', async () => {
    const server = await startServer();
    const exited = new Promise((resolve) => server.process.once('exit', resolve));
    server.process.stdin?.end();
    assert.equal(await exited, 1);
  });

  for (const options of [undefined, null, {}, 'nonsense', { rulePage: 7 }]) {
    it(`works with initializationOptions ${JSON.stringify(options)}`, async () => {
      const server = await startServer({ initialize: { initializationOptions: options } });
      const doc = await server.open(text);
      const found = await doc.diagnostics();
      assert.deepEqual(silenceCodes(found), silenceFindings);
      assert.equal(found[0]?.codeDescription, undefined);
      assert.equal(await server.stop(), 0);
      assert.deepEqual(server.log, []);
    });
  }

  for (const settings of [null, {}, { diagnostics: null }, { diagnostics: { workspace: 'perhaps' } }, []]) {
    it(`works with settings ${JSON.stringify(settings)}`, async () => {
      const server = await startServer({ settings });
      const doc = await server.open(text);
      assert.deepEqual(silenceCodes(await doc.diagnostics()), silenceFindings);
      assert.deepEqual(server.log, []);
    });
  }

  it('links a rule to the page that the client names', async () => {
    const server = await startServer({ initialize: { initializationOptions: { rulePage: 'page:{rule}' } } });
    const [first] = await (await server.open(text)).diagnostics();
    assert.deepEqual(first?.codeDescription, { href: `page:${encodeURIComponent(String(first?.code))}` });
  });

  it('pushes diagnostics to a client that says nothing of itself, and takes them back on close', async () => {
    const server = await startServer({ capabilities: {} });
    assert.equal(server.initialized.capabilities.diagnosticProvider, undefined);
    const doc = await server.open(text);
    await until('pushed diagnostics', () => server.pushed.length === 1);
    assert.deepEqual(silenceCodes(server.pushed[0]?.diagnostics ?? []), silenceFindings);
    await doc.close();
    await until('the end of the diagnostics', () => server.pushed.length === 2);
    assert.deepEqual(server.pushed[1]?.diagnostics, []);
  });

  it('pushes once for many quick changes', async () => {
    const server = await startServer({ capabilities: {} });
    const doc = await server.open(text);
    for (let i = 0; i < 20; i++) await doc.change('x', rangeOf(text, 'Shop'));
    await until('pushed diagnostics', () => server.pushed.length > 0);
    assert.equal(server.pushed.length, 1);
    assert.equal(server.pushed[0]?.version, 21);
  });

  it('says that nothing has changed when asked again for the same text', async () => {
    const server = await startServer();
    const doc = await server.open(text);
    const { resultId } = await doc.report();
    assert.deepEqual(await doc.report(resultId), { kind: 'unchanged', resultId });
    await doc.change('Store', rangeOf(text, 'Shop'));
    assert.equal((await doc.report(resultId)).kind, 'full');
    const store = { ...rangeOf(text, 'Shop'), end: { line: 3, character: 13 } };
    await doc.change('Shop', store);
    assert.equal((await doc.report(resultId)).kind, 'unchanged');
  });

  it('gives a cancelled request up and stays well', async () => {
    const server = await startServer();
    const entity = (i: number) =>
      `  E${i}:\n    attributes:\n      id: string\n    keys:\n      PK: "E#\${id}"\n`;
    const large = `version: 1\nentities:\n${Array.from({ length: 800 }, (_, i) => entity(i)).join('')}`;
    const doc = await server.open(large);
    const source = new CancellationTokenSource();
    const { uri } = doc;
    const asked = server.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
    await doc.change(text);
    assert.deepEqual(silenceCodes(await doc.diagnostics()), silenceFindings);
    assert.deepEqual(server.log, []);
  });

  it('forgets a document that is closed', async () => {
    const server = await startServer();
    const doc = await server.open(text);
    await doc.close();
    assert.deepEqual(await doc.diagnostics(), []);
    assert.deepEqual(await doc.symbols(), []);
    const again = await server.open('version: 1\n');
    assert.deepEqual(silenceCodes(await again.diagnostics()), []);
  });

  it('asks to be told of files and settings only where the client can', async () => {
    const full = await startServer();
    await until('two registrations', () => full.registered.length === 2);
    assert.deepEqual([...full.registered].sort(), [
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ]);
    const { workspace, ...rest } = fullCapabilities;
    const plain = await startServer({
      capabilities: { ...rest, workspace: { workspaceEdit: workspace?.workspaceEdit ?? {} } },
    });
    await (await plain.open(text)).diagnostics();
    assert.deepEqual(plain.registered, []);
  });
});
