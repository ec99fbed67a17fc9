// Values for variables that only languages bind: each term must lie in its language, and variables recur in several terms.
// Deliberately exact: variables are read left to right in all their terms at once; where one begins is guessed only if need be.
import { lazy } from '../../../text/lazy.ts';
import { run } from '../automata/automaton.ts';
import { outlineOf } from '../automata/outline.ts';
import type { Term } from './problem.ts';
import { type Preference, shortestWords, type Track } from './shortest-words.ts';
import type { Member, State } from './state.ts';

/** A count of steps that several searches share. */
export interface Budget {
  left: number;
}

/** A term with the states between its parts, as far as they are known: one more than there are parts. */
interface Reading extends Member {
  readonly states: readonly (number | undefined)[];
}

type Values = ReadonlyMap<number, string>;
export type Assignment = Values | 'none' | 'too-far';

interface Occurrence {
  readonly reading: number;
  readonly index: number;
}

function occurrences(readings: readonly Reading[], variable: number): readonly Occurrence[] {
  return readings.flatMap(({ term }, reading) =>
    term.flatMap((part, index) => (part === variable ? [{ reading, index }] : [])),
  );
}

/** The reading with the state behind a part set, and read on over bytes; undefined where that leads nowhere. */
function settle(reading: Reading, index: number, state: number): Reading | undefined {
  const states = [...reading.states];
  let current: number | undefined = state;
  for (let i = index; ; i++) {
    if (current === undefined) return undefined;
    if (states[i] !== undefined && states[i] !== current) return undefined;
    states[i] = current;
    const part = reading.term[i];
    if (typeof part !== 'string') break;
    current = run(reading.automaton, current, part);
  }
  const end = states[reading.term.length];
  return end === undefined || reading.automaton.accepts(end) ? { ...reading, states } : undefined;
}

/** All states that can stand before a part, whatever the variables before it are. */
function reachable({ term, automaton, state }: Reading, index: number): readonly number[] {
  let states = new Set([state]);
  for (const part of term.slice(0, index)) {
    const next = new Set<number>();
    if (typeof part === 'string') {
      for (const each of states) {
        const end = run(automaton, each, part);
        if (end !== undefined) next.add(end);
      }
    } else {
      for (const each of states) next.add(each);
      for (const each of next) for (const { to } of automaton.moves(each)) next.add(to);
    }
    states = next;
  }
  return [...states];
}

function trackOf(reading: Reading, index: number): Track | undefined {
  const start = reading.states[index];
  if (start === undefined) return undefined;
  const wanted = reading.states[index + 1];
  const isLast = index === reading.term.length - 1;
  return {
    automaton: reading.automaton,
    start,
    ends: (state) =>
      (wanted === undefined || state === wanted) && (!isLast || reading.automaton.accepts(state)),
    // The last part's end decides nothing further.
    matters: !isLast && wanted === undefined,
  };
}

/** The variable that can be read now, in all its terms; with it the place whose state must be guessed, where none can be. */
function nextVariable(
  readings: readonly Reading[],
  open: ReadonlySet<number>,
): readonly [number, Occurrence?] {
  let guess: readonly [number, Occurrence] | undefined;
  for (const variable of open) {
    const unknown = occurrences(readings, variable).find(
      ({ reading, index }) => readings[reading]?.states[index] === undefined,
    );
    if (unknown === undefined) return [variable];
    guess ??= [variable, unknown];
  }
  return guess ?? [-1];
}

interface Order {
  readonly smaller: State['smaller'];
  /** Among these a byte that lies between two others can always be found, if there is one. */
  readonly between: () => ReadonlySet<number>;
}

/** The bytes at which anything changes, and as many beside each as there are bytes to put in order. */
function bytesBetween({ members, smaller }: State): ReadonlySet<number> {
  const fixed = [...smaller.flat(2), ...members.flatMap(({ term }) => term)].flatMap((part) =>
    typeof part === 'string' ? [...part].map((byte) => byte.charCodeAt(0)) : [],
  );
  const automata = new Set(members.map(({ automaton }) => automaton));
  const anchors = [...fixed, ...[...automata].flatMap((each) => [...outlineOf(each).bounds])];
  const bytes = new Set<number>();
  for (const anchor of anchors)
    for (let byte = anchor - smaller.length; byte <= anchor + smaller.length; byte++) bytes.add(byte);
  return bytes;
}

/** A byte that must be smaller than another is best as small as can be; one between two can be any. All else is as people read it. */
function preferenceFor({ smaller, between }: Order, variable: number): Preference {
  const isSmall = smaller.some(([small]) => small.includes(variable));
  const isLarge = smaller.some(([, large]) => large.includes(variable));
  if (isSmall && isLarge) return between();
  return isSmall ? 'low' : isLarge ? 'high' : 'readable';
}

/** Of what is known so far. */
const inOrder = (smaller: State['smaller'], values: Values): boolean =>
  smaller.every(([small, large]) => {
    const [a, b] = [textOf(small, values), textOf(large, values)];
    return a === undefined || b === undefined || a < b;
  });

function textOf(term: Term, values: Values): string | undefined {
  let text = '';
  for (const part of term) {
    const next = typeof part === 'string' ? part : values.get(part);
    if (next === undefined) return undefined;
    text += next;
  }
  return text;
}

/** The shortest values for the variables in reading order; 'none' only where there are none. */
export function assign(state: State, budget: Budget): Assignment {
  const { members, smaller } = state;
  const readings: Reading[] = [];
  for (const member of members) {
    const reading = settle(
      { ...member, states: Array(member.term.length + 1).fill(undefined) },
      0,
      member.state,
    );
    if (reading === undefined) return 'none';
    readings.push(reading);
  }
  const open = new Set(members.flatMap(({ term }) => term.filter((part) => typeof part === 'number')));
  return search(readings, open, new Map(), { smaller, between: lazy(() => bytesBetween(state)) }, budget);
}

function search(
  readings: readonly Reading[],
  open: ReadonlySet<number>,
  values: Values,
  order: Order,
  budget: Budget,
): Assignment {
  if (open.size === 0) return values;
  if (budget.left-- <= 0) return 'too-far';
  const [variable, guess] = nextVariable(readings, open);
  if (guess) return searchGuessing(readings, open, values, order, budget, guess);
  const places = occurrences(readings, variable);
  const tracks = places.flatMap(({ reading, index }) => {
    const of = readings[reading];
    return (of && trackOf(of, index)) ?? [];
  });
  const rest = new Set([...open].filter((each) => each !== variable));
  for (const { word, ends } of shortestWords(tracks, preferenceFor(order, variable), budget)) {
    const next = settleAll(readings, places, ends);
    const known = new Map([...values, [variable, word]]);
    if (next === undefined || !inOrder(order.smaller, known)) continue;
    const found = search(next, rest, known, order, budget);
    if (found !== 'none') return found;
  }
  return budget.left <= 0 ? 'too-far' : 'none';
}

function settleAll(
  readings: readonly Reading[],
  places: readonly Occurrence[],
  ends: readonly number[],
): readonly Reading[] | undefined {
  const next = [...readings];
  for (const [i, { reading, index }] of places.entries()) {
    const [of, end] = [next[reading], ends[i]];
    const settled = of && end !== undefined ? settle(of, index + 1, end) : undefined;
    if (settled === undefined) return undefined;
    next[reading] = settled;
  }
  return next;
}

function searchGuessing(
  readings: readonly Reading[],
  open: ReadonlySet<number>,
  values: Values,
  order: Order,
  budget: Budget,
  { reading, index }: Occurrence,
): Assignment {
  const of = readings[reading];
  if (of === undefined) return 'none';
  for (const state of reachable(of, index)) {
    const settled = settle(of, index, state);
    if (settled === undefined) continue;
    const found = search(readings.with(reading, settled), open, values, order, budget);
    if (found !== 'none') return found;
  }
  return 'none';
}
