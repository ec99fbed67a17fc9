// `npm start`: VS Code with Singlet on a copy of the examples, until Ctrl+C.
// Deliberately never opens media/examples itself: a person trying things out must not edit the repository.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Ended, endOnSignals, npm, run } from './child.ts';
import { installVsCode } from './install.ts';
import { findOnPath, root } from './paths.ts';
import { createProfile, installVsix, pageAddress, startServer } from './server.ts';

const say = (line: string): void => console.log(line);

/** The `code` command of a desktop VS Code that can open a window here. */
function desktopVsCode(): string | undefined {
  if (process.env.SINGLET_VSCODE === 'browser') return undefined;
  // In a terminal of a remote VS Code, `code` talks to that window and loads no extension under development.
  const remote = process.env.VSCODE_IPC_HOOK_CLI !== undefined;
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  // VS Code refuses to run as root on a desktop.
  const refused = remote || headless || process.getuid?.() === 0;
  return refused ? undefined : findOnPath(process.platform === 'win32' ? 'code.cmd' : 'code');
}

/** A copy of the examples in the temporary folder, and the model in it to open first. */
function copyExamples(): { folder: string; model: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'singlet-examples-'));
  cpSync(path.join(root, 'media/examples'), folder, { recursive: true });
  const [first] = readdirSync(folder)
    .filter((name) => /\.ddb\.ya?ml$/.test(name))
    .sort();
  if (first === undefined) throw new Error('media/examples has no model to open.');
  say(`The examples are copied to ${folder}; what you change there stays out of the repository.`);
  return { folder, model: path.join(folder, first) };
}

function mustSucceed(what: string, { code, output }: Ended): void {
  if (code !== 0) throw new Error(`${what} failed with exit code ${code}:\n${output}`);
}

async function onDesktop(code: string): Promise<void> {
  say('Building Singlet …');
  mustSucceed('the build', await run(process.execPath, ['esbuild.mjs']));
  const { folder, model } = copyExamples();
  say(`Opening ${code} with Singlet. Close its window or press Ctrl+C to end.`);
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', '--wait', folder, model];
  const child = spawn(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/**
 * The packaged extension is installed, not loaded as one under development: the server switch that would allow
 * that hides VS Code's notifications.
 */
async function inBrowser(): Promise<void> {
  await installVsCode(say);
  say('Building and packaging Singlet …');
  mustSucceed('packaging', await npm(['run', 'package']));
  const { folder, model } = copyExamples();
  const profile = createProfile();
  say('Starting VS Code …');
  await installVsix(profile, path.join(root, 'singlet.vsix'));
  const server = await startServer({ profile });
  say(`\nOpen this address in a browser:\n\n  ${pageAddress(server, { folder, openFile: model })}\n`);
  say('Press Ctrl+C to end.');
  const code = await server.ended;
  throw new Error(`VS Code's server ended with exit code ${code}:\n${server.log()}`);
}

// Ctrl+C is how a person ends this, so it is no failure.
endOnSignals(0);
try {
  const code = desktopVsCode();
  await (code ? onDesktop(code) : inBrowser());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
