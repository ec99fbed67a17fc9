// Runs the command line in this process, in a temporary folder with real files.
// Deliberately captures instead of printing: a test asserts on what the user would see.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Command } from '../../src/cli/command.ts';
import type { Files, Io } from '../../src/cli/io.ts';
import { nodeFiles } from '../../src/cli/node-io.ts';
import { run } from '../../src/cli/run.ts';
import { root } from '../support/golden.ts';

export interface World {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly files?: Partial<Files>;
  readonly commands?: readonly Command[];
  /** What the person answers when asked. */
  readonly answer?: string;
  /** Is given what an interruption calls. */
  readonly interrupting?: (interrupt: () => void) => void;
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `singlet check .`, without the first word. */
export async function singlet(words: readonly string[], world: World = {}): Promise<Outcome> {
  const { cwd = os.tmpdir(), stdin = '', env = {}, isTerminal = false, files, commands } = world;
  const { answer = '', interrupting } = world;
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    stdout: { write: (text) => void out.push(text), isTerminal },
    stderr: { write: (text) => void err.push(text), isTerminal },
    stdin: async () => (typeof stdin === 'string' ? Buffer.from(stdin) : stdin),
    cwd,
    env,
    files: { ...nodeFiles, ...files },
    ask: async (question) => {
      err.push(question);
      return answer;
    },
    onInterrupt(listener) {
      interrupting?.(listener);
      return () => undefined;
    },
    engineFile: path.join(root, 'dist/engine.cjs'),
    pageFiles: {
      script: path.join(root, 'dist/webview.js'),
      styles: path.join(root, 'dist/webview.css'),
    },
  };
  const code = await run(words, io, commands);
  return { code, out: out.join(''), err: err.join('') };
}

const made: string[] = [];

/** A new folder with these files. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'singlet-cli-')));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return folder;
}

/** Call it after each test. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
}

/** Checks without a finding. */
export const good = `version: 1
table: { name: Shop, partitionKey: PK }
entities:
  Customer:
    attributes: { username: string }
    keys: { PK: "CUSTOMER#\${username}" }
    identity: username
`;

/** Checks with one error, at 7:17. */
export const bad = good.replace('identity: username', 'identity: usernam');
