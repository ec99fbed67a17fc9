// Verifying in a thread of its own, from outside: one thread, its jobs one after the other, and its end.
// Deliberately loads neither SDK nor engine: the thread does, so that the caller's own thread is never kept busy.
import { Worker } from 'node:worker_threads';
import type { Ending, FromThread, Job, Outcome, ThreadData, ToThread } from './messages.ts';

export interface Listener {
  started(pattern: string): void;
  outcome(outcome: Outcome): void;
}

export interface VerifyThread {
  /** One job at a time. Never rejects: a thread that ends by itself is a failure as any other. */
  verify(job: Job, listener: Listener): Promise<Ending>;
  /** Ends the present job, and all that follow, as cancelled. */
  cancel(): void;
  /** Resolves when thread and engine are gone. */
  close(): Promise<void>;
}

export interface ThreadOptions extends ThreadData {
  /** The bundle of worker.ts. */
  readonly file: string;
  /** Milliseconds that closing may take before the thread is ended from outside; tables on an endpoint are deleted first. */
  readonly patience?: number;
}

export function startThread({ file, patience = 30_000, ...data }: ThreadOptions): VerifyThread {
  const worker = new Worker(file, { workerData: data, stdout: true, stderr: true });
  const post = (message: ToThread): void => worker.postMessage(message);
  let job: { readonly listener: Listener; readonly end: (ending: Ending) => void } | undefined;
  let gone: Ending | undefined;
  const finish = (ending: Ending): void => {
    job?.end(ending);
    job = undefined;
  };
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', (code) => {
      gone ??= { type: 'failed', kind: 'died', message: `Verifying ended by itself with exit code ${code}.` };
      finish(gone);
      resolve();
    });
  });
  worker.once('error', (error) => {
    const said = error instanceof Error ? error.message : String(error);
    gone = { type: 'failed', kind: 'died', message: `Verifying ended by itself: ${said}.` };
  });
  worker.on('message', (message: FromThread) => {
    switch (message.type) {
      case 'started':
        job?.listener.started(message.pattern);
        return;
      case 'outcome':
        job?.listener.outcome(message.outcome);
        return;
      default:
        finish(message);
    }
  });

  async function close(): Promise<void> {
    post({ type: 'close' });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([exited, late]);
    clearTimeout(timer);
    await worker.terminate();
  }

  return {
    verify(next, listener) {
      if (gone) return Promise.resolve(gone);
      return new Promise((end) => {
        job = { listener, end };
        post({ type: 'verify', job: next });
      });
    },
    cancel: () => post({ type: 'cancel' }),
    close,
  };
}
