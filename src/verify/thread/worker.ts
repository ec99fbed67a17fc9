// The thread in which an editor verifies: models come in as text, what came of each pattern goes out as it is found.
// Deliberately one engine for all jobs, opened with the first that is a table, and gone when the thread ends.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { refusals } from '../../core/generate/refusals.ts';
import { createSnapshot } from '../../core/snapshot.ts';
import type { Engine } from '../engines/engine.ts';
import type { Verifier } from '../main.ts';
import type { Ending, FromThread, Job, ThreadData, ToThread } from './messages.ts';
import { endingOf, failureOf, outcomeOf, refusalOf } from './outcome.ts';

function serve(port: MessagePort, { engineFile, endpoint }: ThreadData): void {
  const cancelling = new AbortController();
  const { signal } = cancelling;
  const tell = (message: FromThread): void => port.postMessage(message);
  let engine: Promise<Engine> | undefined;
  let working: Promise<void> = Promise.resolve();

  const open = (verifier: Verifier): Promise<Engine> =>
    endpoint === undefined
      ? verifier.startEmbedded({ file: engineFile })
      : verifier.openEndpoint(endpoint, signal);

  async function verify({ text, patterns, hostile }: Job): Promise<Ending> {
    const snapshot = createSnapshot(text);
    const reasons = refusals(snapshot);
    if (reasons.length > 0) return refusalOf(reasons);
    const { verifier } = await import('../main.ts');
    engine ??= open(verifier);
    const done = await verifier.verify(snapshot, {
      engine: await engine,
      signal,
      hostile,
      ...(patterns && { patterns }),
      onStart: (pattern) => tell({ type: 'started', pattern }),
      onDone: (result) => tell({ type: 'outcome', outcome: outcomeOf(result) }),
    });
    return done.kind === 'done' ? endingOf(done) : refusalOf(done.reasons);
  }

  async function close(): Promise<void> {
    await working;
    await engine?.then((opened) => opened.close()).catch(() => undefined);
    port.close();
  }

  port.on('message', (message: ToThread) => {
    switch (message.type) {
      case 'verify':
        working = working.then(() => verify(message.job).catch(failureOf).then(tell));
        return;
      case 'cancel':
        cancelling.abort();
        return;
      case 'close':
        void close();
    }
  });
}

if (parentPort) serve(parentPort, workerData as ThreadData);
