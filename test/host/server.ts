// Starts and stops a VS Code server of its own on 127.0.0.1, with its own settings and extensions folders.
// Deliberately knows no browser: `npm start` uses a person's, tests use browser.ts.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { end, run, start } from './child.ts';
import { hostNode, serverEntry } from './paths.ts';
import { removeFolder, temporaryFolder } from './temporary.ts';

/** Everything a VS Code keeps: settings, installed extensions, state. */
export interface Profile {
  readonly folder: string;
}

export interface Server {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** What the server has printed so far. */
  readonly log: () => string;
  /** Settled with the exit code when the server ends, however it ends. */
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
}

export interface ServerOptions {
  readonly profile: Profile;
  /** User settings besides the quiet defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Added to the environment of the server and so of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Lets a page's address load an extension under development and its tests. Without it VS Code ignores those
   * parts of the address without a word; with it VS Code shows no notifications.
   */
  readonly development?: boolean;
}

/** What may be said in an address beside the folder. Paths are absolute. */
export interface PageOptions {
  readonly folder: string;
  readonly openFile?: string;
  readonly extension?: string;
  readonly tests?: string;
}

/** Settings of a VS Code that asks nothing, fetches nothing and looks the same everywhere. */
const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'files.simpleDialog.enable': true,
};

/** A fresh profile, gone when this process ends or before that by `removeProfile`. */
export function createProfile(): Profile {
  const profile = { folder: temporaryFolder('vscode') };
  for (const name of ['user/User', 'extensions', 'run']) {
    mkdirSync(path.join(profile.folder, name), { recursive: true });
  }
  return profile;
}

export function removeProfile(profile: Profile): void {
  removeFolder(profile.folder);
}

/** Where the profile's extensions are installed. */
export function extensionsFolder(profile: Profile): string {
  return path.join(profile.folder, 'extensions');
}

/** Installs a packaged extension into the profile. Throws with VS Code's own words when it refuses. */
export async function installVsix(profile: Profile, vsix: string): Promise<void> {
  const args = [serverEntry, ...profileArgs(profile), '--force', '--install-extension', path.resolve(vsix)];
  const { code, output } = await run(hostNode, args, { env: serverEnv(profile, {}), limitMs: 120_000 });
  if (code !== 0 || !output.includes('was successfully installed')) {
    throw new Error(`VS Code did not install ${vsix} (exit code ${code}):\n${output}`);
  }
}

/** Starts the server and waits until it listens; the system picks a free port. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { profile, settings = {}, env = {}, development = false } = options;
  const userSettings = JSON.stringify({ ...quietSettings, ...settings }, null, 2);
  writeFileSync(path.join(profile.folder, 'user/User/settings.json'), userSettings);
  const args = [
    serverEntry,
    ...profileArgs(profile),
    '--without-connection-token',
    '--telemetry-level',
    'off',
  ];
  args.push('--host', '127.0.0.1', '--port', '0');
  if (development) args.push('--enable-smoke-test-driver');
  const child = start(hostNode, args, { env: serverEnv(profile, env) });
  let log = '';
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const listening = new Promise<string>((resolve) => {
    const take = (bytes: Buffer): void => {
      log += String(bytes);
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
  });
  const origin = await Promise.race([
    listening,
    ended.then((code) => {
      throw new Error(`VS Code's server ended with exit code ${code}:\n${log}`);
    }),
  ]);
  return { origin, log: () => log, ended, stop: () => end(child) };
}

/** The address that opens a folder, and with it a file, an extension under development, or its tests. */
export function pageAddress(server: Pick<Server, 'origin'>, page: PageOptions): string {
  const remote = (file: string): string =>
    `vscode-remote://${new URL(server.origin).host}${encodeURI(path.resolve(file))}`;
  const payload = [['skipWelcome', 'true']];
  if (page.openFile) payload.push(['openFile', remote(page.openFile)]);
  if (page.extension) payload.push(['extensionDevelopmentPath', remote(page.extension)]);
  if (page.tests) payload.push(['extensionTestsPath', remote(page.tests)]);
  const query = new URLSearchParams({ folder: page.folder, payload: JSON.stringify(payload) });
  return `${server.origin}/?${query}`;
}

function profileArgs({ folder }: Profile): string[] {
  const user = path.join(folder, 'user');
  const extensions = path.join(folder, 'extensions');
  return [
    '--accept-server-license-terms',
    ...['--server-data-dir', folder, '--user-data-dir', user, '--extensions-dir', extensions],
  ];
}

/** Our environment, less what would make the server talk to an outer VS Code, plus folders of its own. */
function serverEnv({ folder }: Profile, extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_RUN_AS_NODE$)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    ...extra,
    EXTENSIONS_GALLERY: '{}',
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    XDG_DATA_HOME: path.join(folder, 'data'),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    XDG_RUNTIME_DIR: path.join(folder, 'run'),
  };
}
