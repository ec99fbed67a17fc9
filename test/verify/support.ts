// What the tests of verify share: engines of their own, models by their files, mismatches as text.
// Deliberately the built engine bundle: it is what ships.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { oneLine } from '../../src/verify/checks/check.ts';
import { startEmbedded } from '../../src/verify/engines/embedded.ts';
import { openEndpoint } from '../../src/verify/engines/endpoint.ts';
import type { Engine } from '../../src/verify/engines/engine.ts';
import { type RunOptions, verify } from '../../src/verify/run.ts';
import { allResults, checkTitle, type Done } from '../../src/verify/totals.ts';
import { root } from '../support/golden.ts';

// Which Node runs the tests is not their subject.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

export const engineFile = path.join(root, 'dist/engine.cjs');

export const embedded = (): Promise<Engine> => startEmbedded({ file: engineFile });

export const never = new AbortController().signal;

export interface ModelFile {
  /** Below the root. */
  readonly file: string;
  readonly text: string;
}

/** All models that ship and all published designs that are written as models. */
export const models: readonly ModelFile[] = ['media/examples', 'test/fixtures/designs'].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.ddb.yaml'))
    .sort()
    .map((name) => {
      const file = `${folder}/${name}`;
      return { file, text: readFileSync(path.join(root, file), 'utf8') };
    }),
);

/** The verification of a text; fails where no table can be made of it. */
export async function verified(
  text: string,
  engine: Engine,
  options: Partial<RunOptions> = {},
): Promise<Done> {
  const done = await verify(createSnapshot(text), { engine, signal: never, ...options });
  assert.equal(done.kind, 'done', done.kind === 'refused' ? done.reasons.map((r) => r.message).join() : '');
  return done;
}

/** Every mismatch with both sides, as people see them. */
export const mismatchesIn = (done: Done): readonly string[] =>
  allResults(done).flatMap(({ pattern, checks }) =>
    checks.flatMap((check) => {
      const { verdict } = check;
      if (verdict.kind !== 'mismatch') return [];
      const { message, expected, actual } = verdict;
      const [left, right] = [expected.map(oneLine), actual.map(oneLine)];
      return [`${pattern} ${checkTitle(check)}: ${message}\n- ${left.join('\n- ')}\n+ ${right.join('\n+ ')}`];
    }),
  );

/** `pattern aspect: reason`, for each check that could not be made. */
export const openChecks = (done: Done): readonly string[] =>
  allResults(done).flatMap(({ pattern, checks }) =>
    checks.flatMap(({ aspect, verdict }) =>
      verdict.kind === 'not-checkable' ? [`${pattern} ${aspect}: ${verdict.reason}`] : [],
    ),
  );

export interface Dynoxide {
  readonly engine: Engine;
  stop(): Promise<void>;
}

/** Undefined on platforms that have no dynoxide: there is one for Linux on x64. */
export function dynoxideFile(): string | undefined {
  try {
    const found = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    return path.join(path.dirname(found), 'dynoxide');
  } catch {
    return undefined;
  }
}

/** Started on a port that the system chooses. */
export async function startDynoxide(file: string): Promise<Dynoxide> {
  const port = await freePort();
  const child = spawn(file, ['--port', String(port)], { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  const engine = await openWhenReady(endpoint, child);
  return {
    engine,
    async stop() {
      await engine.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}

async function openWhenReady(endpoint: string, child: ChildProcess): Promise<Engine> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await openEndpoint(endpoint, never, 30_000);
    } catch (error) {
      if (attempt > 200 || child.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
