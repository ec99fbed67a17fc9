// Child processes that never outlive us: each gets its own process group, ended as one thing.
// Deliberately says nothing of what is run.
import { type ChildProcess, spawn } from 'node:child_process';

/** How a process ended. `output` is standard output and error as they came. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Replaces the environment; without it ours is inherited. */
  readonly env?: NodeJS.ProcessEnv;
  /** Called with each piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
  /** After this many milliseconds the process and its children are killed. */
  readonly limitMs?: number;
}

const ownGroup = process.platform !== 'win32';

/** What still runs, and the signal that ends it when we end. */
const alive = new Map<ChildProcess, NodeJS.Signals>();

/**
 * Starts a process with its output in pipes. When we end it is sent the signal: SIGKILL suits a server, SIGTERM
 * a script of ours that has children of its own to end first.
 */
export function start(
  command: string,
  args: readonly string[],
  options: Pick<RunOptions, 'cwd' | 'env'>,
  lastSignal: NodeJS.Signals = 'SIGKILL',
) {
  const child = spawn(command, args, {
    ...options,
    detached: ownGroup,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.set(child, lastSignal);
  child.once('exit', () => alive.delete(child));
  return child;
}

/** Sends a signal to the process and everything it started; no error if they are gone. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (ownGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // The group is gone already, which is what was wanted.
  }
}

/** Asks the process and its children to end, and kills what is left after some seconds. */
export async function end(child: ChildProcess): Promise<void> {
  signalGroup(child, 'SIGTERM');
  // A child may take longer than its parent, for it may have files to remove.
  for (let waited = 0; groupLives(child) && waited < 5000; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  signalGroup(child, 'SIGKILL');
}

function groupLives(child: ChildProcess): boolean {
  if (child.pid === undefined) return false;
  if (!ownGroup) return child.exitCode === null && child.signalCode === null;
  try {
    process.kill(-child.pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Runs a process to its end. A process that cannot start, or is killed, has a code other than 0. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = start(command, args, options, 'SIGTERM');
    let output = '';
    const take = (bytes: Buffer | string): void => {
      const text = String(bytes);
      output += text;
      options.onOutput?.(text);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer =
      options.limitMs === undefined
        ? undefined
        : setTimeout(() => {
            take(`\nkilled: it had not ended after ${options.limitMs} ms\n`);
            void end(child);
          }, options.limitMs);
    const finish = (code: number): void => {
      clearTimeout(timer);
      alive.delete(child);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      take(`${command} could not be started: ${error.message}\n`);
      finish(127);
    });
    child.once('close', (code, signal) => {
      if (signal) take(`${command} was ended by ${signal}\n`);
      finish(code ?? 1);
    });
  });
}

/** Runs npm, the one that runs us if there is one; it asks no questions. */
export function npm(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { npm_config_local_prefix: _outer, ...inherited } = { ...process.env, ...options.env };
  const env = { ...inherited, npm_config_yes: 'true', npm_config_audit: 'false', npm_config_fund: 'false' };
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js')
    ? run(process.execPath, [script, ...args], { ...options, env })
    : run('npm', args, { ...options, env });
}

/** Makes an interrupted script end its children too; called first by every script here that has any. */
export function endOnSignals(exitCode = 130): void {
  process.on('exit', () => {
    for (const [child, signal] of alive) signalGroup(child, signal);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(exitCode));
  }
}
