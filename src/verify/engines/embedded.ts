// The embedded engine: dynalite in a thread of its own, started for one run and gone after it.
// Deliberately reached over the loopback interface, by the same SDK as any other engine.
import { Worker } from 'node:worker_threads';
import { VerifyFailure } from '../failure.ts';
import { dynalite } from './capabilities.ts';
import { emulatorClients } from './clients.ts';
import type { Ready } from './embedded-worker.ts';
import type { Engine } from './engine.ts';

export interface EmbeddedOptions {
  /** The bundle of embedded-worker.ts. */
  readonly file: string;
  /** Milliseconds. */
  readonly patience?: number;
}

const startLimit = 20_000;

export async function startEmbedded({ file, patience = 20_000 }: EmbeddedOptions): Promise<Engine> {
  // Its messages would stand between those of the command line.
  const worker = new Worker(file, { stdout: true, stderr: true });
  let isClosed = false;
  const died = new Promise<never>((_, reject) => {
    const end = (why: string): void => {
      if (!isClosed) reject(new VerifyFailure('died', `The embedded engine ended by itself: ${why}.`));
    };
    worker.once('error', (error) => end(error instanceof Error ? error.message : String(error)));
    worker.once('exit', (code) => end(`exit code ${code}`));
  });
  // Who is not waiting for it now asks at the next request.
  died.catch(() => undefined);
  const close = async (): Promise<void> => {
    isClosed = true;
    await worker.terminate();
  };
  try {
    const port = await Promise.race([portOf(worker), died, tooLate()]);
    const clients = emulatorClients(`http://127.0.0.1:${port}`);
    return {
      profile: dynalite,
      place: 'the embedded engine',
      client: clients.client,
      once: clients.once,
      patience,
      died,
      tags: {},
      async close() {
        clients.destroy();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const portOf = (worker: Worker): Promise<number> =>
  new Promise((resolve) => worker.once('message', ({ port }: Ready) => resolve(port)));

const tooLate = (): Promise<never> =>
  new Promise((_, reject) => {
    const seconds = startLimit / 1000;
    const message = `The embedded engine did not start within ${seconds} s.`;
    setTimeout(() => reject(new VerifyFailure('hangs', message)), startLimit).unref();
  });
