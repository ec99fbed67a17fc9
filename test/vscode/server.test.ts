// The server's life as a person meets it: restarted by command, and by itself when its process dies.
// Deliberately kills the process as the system would; no switch in the product exists for it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeEditors, diagnosticsWhere, eventually, openText } from './support.ts';

const text = 'version: 1\ntable: { nmae: Shop }\n';
const some = (found: readonly vscode.Diagnostic[]): boolean => found.length > 0;

/** The processes of the language server that belong to this VS Code; undefined where the system does not tell. */
function serverProcesses(): number[] | undefined {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        const parent = / (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \S/, ''))?.[1];
        return command.includes('dist/server.cjs') && Number(parent) === process.pid;
      } catch {
        return false;
      }
    });
}

describe('the language server in VS Code', () => {
  afterEach(closeEditors);

  it('is started again by the command', async () => {
    const { document } = await openText('restart.ddb.yaml', text);
    await diagnosticsWhere(document, some);
    const before = serverProcesses();
    await vscode.commands.executeCommand('singlet.restartServer');
    await diagnosticsWhere(document, some);
    if (before) {
      const [pid, ...others] = (await eventually('one new server', () => {
        const now = serverProcesses();
        return now?.length === 1 && now[0] !== before[0] && now;
      })) as number[];
      assert.ok(pid);
      assert.deepEqual(others, []);
    }
  });

  it('is started again when it dies, and its findings come back', async function () {
    const { document } = await openText('death.ddb.yaml', text);
    await diagnosticsWhere(document, some);
    const [pid] = serverProcesses() ?? [];
    if (pid === undefined) return this.skip();
    process.kill(pid, 'SIGKILL');
    await diagnosticsWhere(document, (found) => found.length === 0);
    await diagnosticsWhere(document, some);
  });

  it('is left alone when it dies again and again, until a person starts it', async function () {
    const { document } = await openText('deaths.ddb.yaml', text);
    await diagnosticsWhere(document, some);
    if (!serverProcesses()) return this.skip();
    await vscode.commands.executeCommand('singlet.restartServer');
    for (let deaths = 1; deaths <= 4; deaths++) {
      await diagnosticsWhere(document, some);
      const pid = await eventually('a server', () => serverProcesses()?.[0]);
      process.kill(pid, 'SIGKILL');
      await diagnosticsWhere(document, (found) => found.length === 0);
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.deepEqual(serverProcesses(), []);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    await vscode.commands.executeCommand('singlet.restartServer');
    await diagnosticsWhere(document, some);
  });
});
