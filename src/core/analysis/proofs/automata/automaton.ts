// Finite automata over bytes as an interface: what the solver runs, whatever they were made from.
// Deliberately without dead states: from every state that moves lead to, some word is accepted.

/** Over the bytes `low` to `high`, both included. */
export interface Move {
  readonly low: number;
  readonly high: number;
  readonly to: number;
}

export interface Automaton {
  /** Undefined where no word is accepted at all. */
  readonly start: number | undefined;
  /** Disjoint, in ascending order. */
  readonly moves: (state: number) => readonly Move[];
  readonly accepts: (state: number) => boolean;
}

/** Where the byte leads; undefined where no accepted word goes on with it. */
export function step(automaton: Automaton, state: number, byte: number): number | undefined {
  for (const { low, high, to } of automaton.moves(state)) {
    if (byte < low) return undefined;
    if (byte <= high) return to;
  }
  return undefined;
}

/** Where a word of bytes leads, each character of the text a byte. */
export function run(automaton: Automaton, state: number, word: string): number | undefined {
  let current: number | undefined = state;
  for (let i = 0; i < word.length && current !== undefined; i++)
    current = step(automaton, current, word.charCodeAt(i));
  return current;
}

export function acceptsWord(automaton: Automaton, word: string): boolean {
  const end = automaton.start === undefined ? undefined : run(automaton, automaton.start, word);
  return end !== undefined && automaton.accepts(end);
}
