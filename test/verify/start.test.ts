// How long the embedded engine takes to be there, beside a thread that does nothing, and that it leaves nothing behind.
// Deliberately a ratio within one run: milliseconds tell more of the machine than of the code.
import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { Worker } from 'node:worker_threads';
import { embedded } from './support.ts';

const emptyThread = "require('node:worker_threads').parentPort.postMessage(0)";

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function startNothing(): Promise<void> {
  const worker = new Worker(emptyThread, { eval: true });
  await new Promise((resolve) => worker.once('message', resolve));
  await worker.terminate();
}

async function startEngine(): Promise<void> {
  const engine = await embedded();
  await engine.close();
}

/** Of five, as a busy machine makes any single one slow. */
async function least(work: () => Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) best = Math.min(best, await timed(work));
  return best;
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

describe('the embedded engine', function () {
  this.timeout(60_000);

  it('is there in a few times what an empty thread takes', async () => {
    const [nothing, engine] = [await least(startNothing), await least(startEngine)];
    console.log(`      ${(engine / nothing).toFixed(1)} times an empty thread`);
    assert.ok(engine < 10 * nothing, `${(engine / nothing).toFixed(1)} times an empty thread`);
  });

  it('is gone when it is closed', async () => {
    const engine = await embedded();
    const endpoint = await engine.client.config.endpoint?.();
    assert.ok(endpoint?.port !== undefined && (await isListening(endpoint.port)));
    await engine.close();
    assert.equal(await isListening(endpoint.port), false);
  });
});
