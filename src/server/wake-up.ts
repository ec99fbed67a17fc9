// A bell for requests that wait until there is something new to say.
// Deliberately tells no reason: who wakes up looks for itself.
import type { CancellationToken } from 'vscode-languageserver/node';

export interface WakeUp {
  /** Counts the rings, so that one that came while nobody listened is not missed. */
  readonly count: number;
  ring(): void;
  /** Resolves at the first ring after that count, and when the request is cancelled. */
  after(count: number, token: CancellationToken): Promise<void>;
}

/** `unheard` is called for a ring while nobody waits. */
export function createWakeUp(unheard: () => void): WakeUp {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    get count() {
      return count;
    },
    ring() {
      count++;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
      if (woken.length === 0) unheard();
    },
    after(seen, token) {
      if (seen !== count || token.isCancellationRequested) return Promise.resolve();
      return new Promise((resolve) => {
        const cancelled = token.onCancellationRequested(() => wake());
        const wake = (): void => {
          cancelled.dispose();
          waiting = waiting.filter((other) => other !== wake);
          resolve();
        };
        waiting.push(wake);
      });
    },
  };
}
