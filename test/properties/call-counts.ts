// Counts how often each function of ours is called while some work is done, by the engine's own coverage counters.
// Deliberately not a clock: the same work has the same counts on every machine.
import { readFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';

const ask = <T>(session: Session, method: string, params: object = {}): Promise<T> =>
  new Promise((resolve, reject) => {
    session.post(method, params, (error, result) => (error ? reject(error) : resolve(result as T)));
  });

/** Calls by function, each named with its first line and its offset in the built file. Packages do not count. */
export async function countCalls(work: () => void): Promise<ReadonlyMap<string, number>> {
  const session = new Session();
  session.connect();
  try {
    await ask(session, 'Profiler.enable');
    await ask(session, 'Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    work();
    const taken = await ask<Profiler.TakePreciseCoverageReturnType>(session, 'Profiler.takePreciseCoverage');
    const read = new Map<string, string>();
    const sourceOf = (url: string): string => {
      const known = read.get(url) ?? readFileSync(fileURLToPath(url), 'utf8');
      read.set(url, known);
      return known;
    };
    const counts = new Map<string, number>();
    for (const { url, functions } of taken.result) {
      if (!url.startsWith('file:') || url.includes('/node_modules/')) continue;
      for (const { functionName, ranges } of functions) {
        const [whole] = ranges;
        if (whole === undefined || whole.count === 0) continue;
        const code = sourceOf(url).slice(whole.startOffset, whole.endOffset).split('\n')[0] ?? '';
        const name = `${functionName} ${code.slice(0, 80)} (${url.split('/').at(-1)}:${whole.startOffset})`;
        counts.set(name, (counts.get(name) ?? 0) + whole.count);
      }
    }
    return counts;
  } finally {
    await ask(session, 'Profiler.stopPreciseCoverage');
    session.disconnect();
  }
}
