// Defects of ours, planted: what a reader of the model sees of them in the editor, and that all else goes on.
// Deliberately over stdio, with the real server around the planted crashes (crashing.main.ts).
import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticSeverity, type Hover } from 'vscode-languageserver/node';
import { killServers, rangeOf, startServer, until } from './client.ts';

const entry = 'out/test/protocol/crashing.main.js';
const text = 'version: 1\n# singlet-ignore key/length\ntable:\n  name: Shop\n';
/** The planted rule crashes first, on the first line; the rest is what the other rules find. */
const codes = ['internal-error', 'ignore/unused', 'ignore/without-reason'];
const shown = (items: readonly Diagnostic[]): unknown[] =>
  items.map(({ code }) => code).filter((code) => /^(internal|ignore)/.test(String(code)));
const firstLine = (length: number) => ({
  start: { line: 0, character: 0 },
  end: { line: 0, character: length },
});

describe('a crash', () => {
  afterEach(killServers);

  it('of a rule is shown in the editor, logged, and leaves the other rules', async () => {
    const server = await startServer({ entry });
    const found = await (await server.open(text)).diagnostics();
    assert.deepEqual(shown(found).sort(), [...codes].sort());
    const crash = found.find(({ code }) => code === 'internal-error');
    assert.equal(crash?.severity, DiagnosticSeverity.Warning);
    assert.deepEqual(crash.range, firstLine('version: 1'.length));
    assert.match(
      String(crash.message),
      /^The rule test\/crash failed on this model, so .* missing\. .*defect of Singlet/,
    );
    await until('the log', () => server.log.length > 0);
    assert.match(server.log[0] ?? '', /^rule test\/crash failed on .*\n?.*a defect of ours/s);
  });

  it('of a rule is pushed to a client that does not ask', async () => {
    const server = await startServer({ entry, capabilities: {} });
    await server.open(text);
    await until('pushed diagnostics', () => server.pushed.length === 1);
    assert.ok(server.pushed[0]?.diagnostics.some(({ code }) => code === 'internal-error'));
  });

  it('of everything is shown as one error, and the next text is checked', async () => {
    const server = await startServer({ entry });
    const doc = await server.open('# crash everything\n');
    const [only, ...rest] = await doc.diagnostics();
    assert.deepEqual(rest, []);
    assert.equal(only?.severity, DiagnosticSeverity.Error);
    assert.deepEqual(only.range, firstLine('# crash everything'.length));
    assert.match(String(only.message), /^This model could not be checked\. .*defect of Singlet/);
    assert.deepEqual(await doc.symbols(), []);
    assert.match(textOf(await doc.hover({ line: 0, character: 2 })), /^No hover: .*defect of Singlet/);
    assert.deepEqual(
      server.log.map((line) => line.split(':')[0]),
      ['diagnostics failed', 'outline failed', 'hover failed'],
    );
    await doc.change(text);
    assert.deepEqual(shown(await doc.diagnostics()).sort(), [...codes].sort());
  });

  it('of a fix is logged and leaves the other fixes', async () => {
    const server = await startServer({ entry });
    const doc = await server.open(text);
    const titles = (await doc.codeActions(rangeOf(text, '# singlet-ignore'))).map(({ title }) => title);
    assert.ok(titles.includes('Remove the comment'), titles.join());
    assert.ok(server.log.some((line) => line.startsWith('the fix of ignore/without-reason failed: ')));
  });
});

const textOf = (hover: Hover | null): string =>
  hover === null ? '' : typeof hover.contents === 'string' ? hover.contents : JSON.stringify(hover.contents);
