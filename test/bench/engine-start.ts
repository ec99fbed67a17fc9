// How long verifying waits before its first request: the embedded engine and the AWS SDK, beside a thread that does nothing.
// Deliberately the least of some runs: a busy machine makes any single one slow. start.test.ts judges it, the bench prints it.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { root } from '../support/golden.ts';
import { embedded, engineFile } from '../verify/support.ts';

const verifyFile = path.join(root, 'dist/verify.cjs');

/** Milliseconds. */
export interface EngineStart {
  /** A thread that says at once that it is there, and ends. */
  readonly nothing: number;
  /** The embedded engine until it can be asked, and until it is gone again. */
  readonly engine: number;
  /** A thread that loads the AWS SDK with all else that verifying needs, and ends. */
  readonly sdk: number;
}

async function runThread(code: string): Promise<void> {
  const worker = new Worker(`${code}; require('node:worker_threads').parentPort.postMessage(0)`, {
    eval: true,
  });
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  await worker.terminate();
}

async function runEngine(): Promise<void> {
  const engine = await embedded();
  await engine.close();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The bundles that are loaded. */
export const engineBundles: readonly string[] = [engineFile, verifyFile];

export async function timeEngineStart(): Promise<EngineStart> {
  const rounds: EngineStart[] = [];
  // In turns, so that what else the machine does falls on all of them.
  for (let i = 0; i < 7; i++)
    rounds.push({
      nothing: await timed(() => runThread('')),
      engine: await timed(runEngine),
      sdk: await timed(() => runThread(`require(${JSON.stringify(verifyFile)})`)),
    });
  const least = (of: (round: EngineStart) => number): number => Math.min(...rounds.map(of));
  return {
    nothing: least(({ nothing }) => nothing),
    engine: least(({ engine }) => engine),
    sdk: least(({ sdk }) => sdk),
  };
}
