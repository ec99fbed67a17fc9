// Words that several automata read at once, the shortest first: one for each way in which they can end.
// Deliberately breadth first over the tuples of their states, so that no shorter word is missed.
import { type Automaton, type Move, step } from '../automata/automaton.ts';
import type { Budget } from './assign.ts';

export interface Track {
  readonly automaton: Automaton;
  readonly start: number;
  /** Whether the word may end here. */
  readonly ends: (state: number) => boolean;
  /** Whether what follows depends on where it ends. */
  readonly matters: boolean;
}

export interface Word {
  readonly word: string;
  /** The state in which each track ends. */
  readonly ends: readonly number[];
}

/** Bytes that people can read, and that are no separators, before all others. */
const favourites = [...'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((char) =>
  char.charCodeAt(0),
);

type Wish = 'low' | 'high' | 'readable';

/** Which byte to take where several lead the same way; of a set all that are in it, as it matters which. */
export type Preference = Wish | ReadonlySet<number>;

function* picks(low: number, high: number, preference: Preference): Iterable<number> {
  if (typeof preference === 'string') yield pick(low, high, preference);
  else for (let byte = low; byte <= high; byte++) if (preference.has(byte)) yield byte;
}

function pick(low: number, high: number, preference: Wish): number {
  if (preference === 'low') return low;
  if (preference === 'high') return high;
  return favourites.find((byte) => low <= byte && byte <= high) ?? low;
}

interface Tuple {
  readonly states: readonly number[];
  readonly word: string;
}

/** The moves that all tracks can make with the same byte; their own moves cut each other into pieces. */
function* commonMoves(
  tracks: readonly Track[],
  states: readonly number[],
  preference: Preference,
): Iterable<Tuple> {
  const lists = tracks.map(({ automaton }, i) => automaton.moves(states[i] ?? 0));
  const [first = [], ...others] = lists;
  const pieces: { readonly byte: number; readonly to: readonly number[] }[] = [];
  for (const move of first) {
    for (const { low, high } of piecesOf(move, others)) {
      for (const byte of picks(low, high, preference)) {
        const to = tracks.map(({ automaton }, i) => step(automaton, states[i] ?? 0, byte));
        if (to.every((state) => state !== undefined)) pieces.push({ byte, to });
      }
    }
  }
  const rank = ({ byte }: { readonly byte: number }): number => {
    const at = favourites.indexOf(byte);
    return preference === 'readable' ? (at < 0 ? 256 + byte : at) : preference === 'high' ? -byte : byte;
  };
  pieces.sort((a, b) => rank(a) - rank(b));
  for (const { byte, to } of pieces) yield { states: to, word: String.fromCharCode(byte) };
}

function piecesOf(
  move: Move,
  others: readonly (readonly Move[])[],
): readonly { low: number; high: number }[] {
  let pieces = [{ low: move.low, high: move.high }];
  for (const moves of others) {
    pieces = pieces.flatMap(({ low, high }) =>
      moves.flatMap((other) => {
        const from = Math.max(low, other.low);
        const to = Math.min(high, other.high);
        return from <= to ? [{ low: from, high: to }] : [];
      }),
    );
  }
  return pieces;
}

/** Ends when all ways are found; with the budget spent it ends before. */
export function* shortestWords(
  tracks: readonly Track[],
  preference: Preference,
  budget: Budget,
): Iterable<Word> {
  const start: Tuple = { states: tracks.map((track) => track.start), word: '' };
  const seen = new Set([start.states.join()]);
  const given = new Set<string>();
  const open = [start];
  const isAnyOf = typeof preference !== 'string';
  const anyMatters = tracks.some((track) => track.matters);
  for (let next = 0; next < open.length; next++) {
    const tuple = open[next];
    if (tuple === undefined || budget.left-- <= 0) return;
    if (tracks.every((track, i) => track.ends(tuple.states[i] ?? 0))) {
      const isEach = isAnyOf && tuple.word.length === 1;
      const way = `${isEach ? tuple.word : ''} ${tuple.states.filter((_, i) => tracks[i]?.matters).join()}`;
      if (!given.has(way)) {
        given.add(way);
        yield { word: tuple.word, ends: tuple.states };
        if (!anyMatters && !isAnyOf) return;
      }
    }
    // Only of one byte does it matter which it is: none that is compared is longer.
    const isFirst = isAnyOf && tuple.word === '';
    const wish = isAnyOf && !isFirst ? 'readable' : preference;
    for (const { states, word } of commonMoves(tracks, tuple.states, wish)) {
      const key = `${isFirst ? word : ''} ${states.join()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      open.push({ states, word: tuple.word + word });
    }
  }
}
