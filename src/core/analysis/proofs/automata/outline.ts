// What can be told of all words of an automaton at once: which bytes they hold, and whether all are of one length.
// Deliberately a quick look that visits each state once; what it leaves open is for the solver.
import type { Automaton } from './automaton.ts';

export interface Outline {
  readonly mayHold: (byte: number) => boolean;
  /** Of all bytes of all words the smallest; undefined where there is none. */
  readonly leastByte: number | undefined;
  readonly isFixedLength: boolean;
  /** The bytes at which some move begins or ends: those between two of them lead the same way everywhere. */
  readonly bounds: ReadonlySet<number>;
}

export function outlineOf(automaton: Automaton): Outline {
  const held = new Uint8Array(256);
  const depths = new Map<number, number>();
  const ends = new Set<number>();
  const bounds = new Set<number>();
  let isUneven = false;
  if (automaton.start !== undefined) depths.set(automaton.start, 0);
  for (const [state, depth] of depths) {
    if (automaton.accepts(state)) ends.add(depth);
    for (const { low, high, to } of automaton.moves(state)) {
      held.fill(1, low, high + 1);
      bounds.add(low).add(high);
      const known = depths.get(to);
      if (known === undefined) depths.set(to, depth + 1);
      else if (known !== depth + 1) isUneven = true;
    }
  }
  const least = held.indexOf(1);
  return {
    mayHold: (byte) => held[byte] === 1,
    leastByte: least < 0 ? undefined : least,
    isFixedLength: !isUneven && ends.size <= 1,
    bounds,
  };
}
