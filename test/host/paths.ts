// Where the repository, the VS Code for tests and its browser are.
// Deliberately installs nothing (install.ts does).
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The repository: npm runs every script there, and bundled code has no other fixed place to start from. */
export const root = process.cwd();

/** Holds VS Code and its Node; outside git. Several clones may share one by SINGLET_VSCODE_HOST. */
export const hostFolder = path.resolve(process.env.SINGLET_VSCODE_HOST ?? path.join(root, '.vscode-host'));

/** The Node that runs VS Code's server, which is newer than the one that Singlet itself needs. */
export const hostNodeFolder = path.join(hostFolder, 'node');
export const hostNode = path.join(hostNodeFolder, 'bin/node');

/** VS Code's own server inside the code-server package; code-server's wrapper around it is not used. */
export const codeServerFolder = path.join(hostFolder, 'node_modules/code-server');
export const serverEntry = path.join(codeServerFolder, 'lib/vscode/out/server-main.js');

/** The loader of the suites that run inside VS Code's extension host. */
export const extensionTests = path.join(root, 'out/test/vscode/index.cjs');

/** Screenshots of the last run; outside git. */
export const shotsFolder = path.join(root, 'shots');

const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const browserFiles = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The Chromium to use: CHROMIUM_PATH, else one that is installed, else undefined. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return browserNames.map(findOnPath).find((file) => file !== undefined) ?? browserFiles.find(existsSync);
}

/** The full path of a command in PATH. */
export function findOnPath(command: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, command)).find(existsSync);
}
