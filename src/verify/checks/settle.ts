// Asking again where indexes follow the table after a while, until the answer is as it should be or time is up.
// Deliberately at most ten seconds in all: what is wrong then is wrong.
import { pause } from '../pause.ts';
import type { Session } from '../session.ts';

/** Milliseconds before each further question. */
const pauses = [100, 400, 1_000, 2_500, 6_000] as const;

export async function settled<T>(
  { engine, signal }: Session,
  ask: () => Promise<T>,
  isGood: (answer: T) => boolean,
): Promise<T> {
  let answer = await ask();
  if (!engine.profile.indexesLag) return answer;
  for (const ms of pauses) {
    if (isGood(answer)) break;
    await pause(ms, signal);
    answer = await ask();
  }
  return answer;
}
