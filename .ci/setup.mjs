// Installs the development packages when they are missing or out of date; needs nothing but Node itself.
// Deliberately installs no VS Code and no browser (test/host/install.ts does).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = path.join(root, 'node_modules/.singlet-setup');

/** What the installed packages depend on: the lock file, the Node version, and the platform. */
function wantedStamp() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} node ${process.version} ${process.platform}-${process.arch}\n`;
}

function installedStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return undefined;
  }
}

/** Makes node_modules match the lock file. Throws an Error whose message tells a person what went wrong. */
export function setup() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Singlet needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  }
  const stamp = wantedStamp();
  if (installedStamp() === stamp) return;
  console.log('Installing the development packages with `npm ci`; the first time takes about half a minute.');
  const args = ['ci', '--include=dev', '--prefer-offline', '--loglevel=error'];
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const [command, commandArgs] = npm ? [process.execPath, [npm, ...args]] : ['npm', args];
  const { status, error } = spawnSync(command, commandArgs, {
    cwd: root,
    shell: !npm && process.platform === 'win32',
    // No standard input and every question answered, so that npm never waits for a person.
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      npm_config_yes: 'true',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_progress: 'false',
      npm_config_update_notifier: 'false',
    },
  });
  if (error) throw new Error(`npm could not be started: ${error.message}`);
  if (status !== 0) throw new Error(`\`npm ci\` failed with exit code ${status}; its messages are above.`);
  writeFileSync(stampFile, stamp);
}

/** Runs one of the repository's own Node scripts in the foreground and gives its exit code. */
export function runScript(script, args = []) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    setup();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
