// Automata that need no expression: any bytes, one byte within bounds, lengths within bounds.
// Deliberately over raw bytes: whether they are UTF-8 is for the language of an attribute to say.
import type { Automaton, Move } from './automaton.ts';

const everyNext: readonly Move[] = [{ low: 0, high: 255, to: 1 }];
const none: readonly Move[] = Object.freeze([]);

/** Words of at least one byte. */
export const nonEmpty: Automaton = {
  start: 0,
  moves: () => everyNext,
  accepts: (state) => state > 0,
};

/** One byte of `low` to `high`, then any. */
export function beginsWithin(low: number, high: number): Automaton {
  const first: readonly Move[] = [{ low, high, to: 1 }];
  return {
    start: low <= high ? 0 : undefined,
    moves: (state) => (state === 0 ? first : everyNext),
    accepts: (state) => state > 0,
  };
}

/** One byte, whichever. */
export const oneByte: Automaton = {
  start: 0,
  moves: (state) => (state === 0 ? everyNext : none),
  accepts: (state) => state === 1,
};

/** Words of `least` to `most` bytes; a state is the bytes read, and beyond what matters it stays the same. */
export function lengthsWithin(least: number, most: number): Automaton {
  const isBounded = most !== Number.POSITIVE_INFINITY;
  return {
    start: least <= most ? 0 : undefined,
    moves: (state) => {
      if (state < most && (isBounded || state < least)) return [{ low: 0, high: 255, to: state + 1 }];
      return isBounded ? none : [{ low: 0, high: 255, to: state }];
    },
    accepts: (state) => state >= least,
  };
}
