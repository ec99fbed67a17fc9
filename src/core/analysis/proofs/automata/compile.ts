// From an expression to an automaton: a graph with empty edges, then its subsets, each made when a run first comes by.
// Deliberately refuses what would grow beyond reason; of such a language nothing is claimed.
import { toBytes } from '../../../text/utf8.ts';
import type { Automaton, Move } from './automaton.ts';
import type { Pattern } from './pattern.ts';
import { type ByteRange, utf8Ranges } from './utf8-ranges.ts';

/** More than any published format needs; a pattern such as `(.{1,1000}){1,1000}` is beyond it. */
const mostNodes = 20_000;

interface Graph {
  readonly moves: Move[][];
  readonly free: number[][];
}

function addNode({ moves, free }: Graph): number {
  moves.push([]);
  free.push([]);
  return moves.length - 1;
}

/** Adds the language between two nodes; false where the graph would grow too large. */
function add(graph: Graph, pattern: Pattern, from: number, to: number): boolean {
  if (graph.moves.length > mostNodes) return false;
  switch (pattern.kind) {
    case 'text':
      addBytes(graph, bytesOf(pattern.text), from, to);
      return true;
    case 'class':
      for (const [low, high] of pattern.ranges)
        for (const bytes of utf8Ranges(low, high)) addBytes(graph, bytes, from, to);
      return true;
    case 'sequence': {
      let at = from;
      for (const [i, part] of pattern.parts.entries()) {
        const next = i === pattern.parts.length - 1 ? to : addNode(graph);
        if (!add(graph, part, at, next)) return false;
        at = next;
      }
      if (pattern.parts.length === 0) graph.free[from]?.push(to);
      return true;
    }
    case 'choice':
      return pattern.parts.every((part) => add(graph, part, from, to));
    case 'repeat':
      return addRepeat(graph, pattern, from, to);
  }
}

const bytesOf = (text: string): readonly ByteRange[] =>
  [...toBytes(text)].map((byte): ByteRange => [byte.charCodeAt(0), byte.charCodeAt(0)]);

function addBytes(graph: Graph, bytes: readonly ByteRange[], from: number, to: number): void {
  let at = from;
  for (const [i, [low, high]] of bytes.entries()) {
    const next = i === bytes.length - 1 ? to : addNode(graph);
    graph.moves[at]?.push({ low, high, to: next });
    at = next;
  }
  if (bytes.length === 0) graph.free[from]?.push(to);
}

function addRepeat(
  graph: Graph,
  { of, min, max }: Extract<Pattern, { kind: 'repeat' }>,
  from: number,
  to: number,
): boolean {
  let at = from;
  const once = (): boolean => {
    const next = addNode(graph);
    const fits = add(graph, of, at, next);
    at = next;
    return fits;
  };
  for (let i = 0; i < min; i++) if (!once()) return false;
  if (max === Number.POSITIVE_INFINITY) {
    // A node of its own, so that no way from outside leads into the loop.
    const loop = addNode(graph);
    graph.free[at]?.push(loop);
    graph.free[loop]?.push(to);
    return add(graph, of, loop, loop);
  }
  for (let i = min; i < max; i++) {
    graph.free[at]?.push(to);
    if (!once()) return false;
  }
  graph.free[at]?.push(to);
  return true;
}

/** The nodes from which the last one can be reached. */
function alive({ moves, free }: Graph, last: number): readonly boolean[] {
  const before: number[][] = moves.map(() => []);
  for (const [from, list] of moves.entries()) for (const { to } of list) before[to]?.push(from);
  for (const [from, list] of free.entries()) for (const to of list) before[to]?.push(from);
  const isAlive = moves.map(() => false);
  const open = [last];
  isAlive[last] = true;
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const from of before[node] ?? []) {
      if (isAlive[from]) continue;
      isAlive[from] = true;
      open.push(from);
    }
  return isAlive;
}

/** Undefined where the language is too large to follow. */
export function compile(pattern: Pattern): Automaton | undefined {
  const graph: Graph = { moves: [], free: [] };
  const first = addNode(graph);
  const last = addNode(graph);
  if (!add(graph, pattern, first, last)) return undefined;
  const isAlive = alive(graph, last);
  if (!isAlive[first]) return { start: undefined, moves: () => [], accepts: () => false };
  return subsets(graph, isAlive, first, last);
}

function subsets(graph: Graph, isAlive: readonly boolean[], first: number, last: number): Automaton {
  const sets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const moves: (readonly Move[] | undefined)[] = [];

  const closure = (nodes: readonly number[]): readonly number[] => {
    const seen = new Set(nodes);
    for (const node of seen) for (const to of graph.free[node] ?? []) if (isAlive[to]) seen.add(to);
    // Only what has moves of its own, or ends a word, tells one set from another.
    return [...seen]
      .filter((node) => node === last || (graph.moves[node] ?? []).length > 0)
      .sort((a, b) => a - b);
  };
  const stateOf = (nodes: readonly number[]): number => {
    const set = closure(nodes);
    const key = set.join();
    const state = known.get(key) ?? sets.length;
    if (state === sets.length) {
      sets.push(set);
      known.set(key, state);
    }
    return state;
  };
  const movesOf = (state: number): readonly Move[] => {
    const all = (sets[state] ?? []).flatMap((node) =>
      (graph.moves[node] ?? []).filter(({ to }) => isAlive[to]),
    );
    const cuts = [...new Set(all.flatMap(({ low, high }) => [low, high + 1]))].sort((a, b) => a - b);
    const found: Move[] = [];
    for (const [i, low] of cuts.entries()) {
      const high = (cuts[i + 1] ?? 0) - 1;
      const targets = all.filter((move) => move.low <= low && high <= move.high).map(({ to }) => to);
      if (high < low || targets.length === 0) continue;
      const to = stateOf(targets);
      const before = found.at(-1);
      if (before?.to === to && before.high + 1 === low) found[found.length - 1] = { ...before, high };
      else found.push({ low, high, to });
    }
    return found;
  };
  return {
    start: stateOf([first]),
    moves: (state) => {
      moves[state] ??= movesOf(state);
      return moves[state];
    },
    accepts: (state) => (sets[state] ?? []).includes(last),
  };
}
