// One step of the search, after Levi's lemma: of two terms that begin with different parts, what the first variable can be.
// Deliberately complete: every solution of the state is a solution of one of the branches, and no branch adds any.

import { type Automaton, run } from '../automata/automaton.ts';
import { beginsWithin, nonEmpty, oneByte } from '../automata/plain.ts';
import type { Constraint, Term } from './problem.ts';
import { bind, type State, withMember } from './state.ts';

type Branches = readonly (State | undefined)[];

/** The state without this constraint: it is met. */
const without = (state: State, constraint: Constraint): State => ({
  ...state,
  constraints: state.constraints.filter((each) => each !== constraint),
});

const member = (state: State | undefined, term: Term, automaton: Automaton): State | undefined =>
  state && automaton.start !== undefined
    ? withMember(state, { term, automaton, state: automaton.start })
    : undefined;

const isVariable = (part: string | number | undefined): part is number => typeof part === 'number';

/** Both name something, and never the same. */
function namesDiffer({ namesOf }: State, x: number, y: number): boolean {
  const [a, b] = [namesOf.get(x), namesOf.get(y)];
  return a !== undefined && b !== undefined && ![...a].some((name) => b.has(name));
}

/** They are the same, or one goes on where the other has ended. */
function compareVariables(state: State, x: number, y: number): Branches {
  const rest = state.next;
  const grown: State = { ...state, next: rest + 1 };
  const longer = (long: number, short: number) => member(bind(grown, long, [short, rest]), [rest], nonEmpty);
  const same = namesDiffer(state, x, y) ? undefined : bindNames(state, x, y);
  return [same, longer(x, y), longer(y, x)];
}

/** One variable in the place of another keeps both names. */
function bindNames(state: State, x: number, y: number): State | undefined {
  const names = state.namesOf.get(x);
  const namesOf = names && !state.namesOf.has(y) ? new Map([...state.namesOf, [y, names]]) : state.namesOf;
  return bind({ ...state, namesOf }, x, [y]);
}

/** The variable ends within the bytes, or begins with all of them. */
function compareToBytes(state: State, x: number, bytes: string): Branches {
  const rest = state.next;
  const branches: (State | undefined)[] = [bind({ ...state, next: rest + 1 }, x, [bytes, rest])];
  for (let length = Math.min(bytes.length - 1, longestLead(state, x, bytes)); length >= 0; length--)
    branches.push(bind(state, x, [bytes.slice(0, length)]));
  return branches;
}

/** How many of the bytes a value of the variable can begin with, by the languages that read it first. */
function longestLead({ members }: State, x: number, bytes: string): number {
  let longest = bytes.length;
  for (const { term, automaton, state } of members) {
    if (term[0] !== x) continue;
    while (longest > 0 && run(automaton, state, bytes.slice(0, longest)) === undefined) longest--;
  }
  return longest;
}

/** Every variable of the term is empty. */
const allEmpty = (state: State, term: Term): State | undefined =>
  term.reduce<State | undefined>(
    (current, part) => (current && isVariable(part) ? bind(current, part, []) : undefined),
    state,
  );

/** One side is a variable by itself, so it is the other side: the one branch there is. */
function replaceWhole(state: State, x: number, by: Term): Branches {
  const [y] = by;
  if (by.length === 1 && isVariable(y)) return namesDiffer(state, x, y) ? [] : [bindNames(state, x, y)];
  if (!by.includes(x)) return [bind(state, x, by)];
  // It is part of itself, so all the rest is empty.
  const others = by.toSpliced(by.indexOf(x), 1);
  return others.some((part) => !isVariable(part)) ? [] : [allEmpty(state, others)];
}

const isWhole = (term: Term): term is readonly [number] => term.length === 1 && isVariable(term[0]);

function stepEquation(state: State, { left, right }: Constraint): Branches {
  const [x, y] = [left[0], right[0]];
  if (x === undefined) return [allEmpty(state, right)];
  if (y === undefined) return [allEmpty(state, left)];
  if (isWhole(left)) return replaceWhole(state, left[0], right);
  if (isWhole(right)) return replaceWhole(state, right[0], left);
  if (isVariable(x)) return isVariable(y) ? compareVariables(state, x, y) : compareToBytes(state, x, y);
  return isVariable(y) ? compareToBytes(state, y, x) : [];
}

function stepOrder(state: State, constraint: Constraint): Branches {
  const { relation, left, right } = constraint;
  const met = without(state, constraint);
  const [x, y] = [left[0], right[0]];
  if (x === undefined) return relation === '<=' ? [met] : [member(met, right, nonEmpty)];
  if (y === undefined)
    return relation === '<' ? [] : [left.some((part) => !isVariable(part)) ? undefined : allEmpty(met, left)];
  const rest = state.next;
  if (isVariable(x) && isVariable(y)) return [...compareVariables(state, x, y), ...apart(met, x, y)];
  if (isVariable(x) && !isVariable(y)) {
    const byte = y.charCodeAt(0);
    return [
      member(met, [x], beginsWithin(0, byte - 1)),
      bind({ ...state, next: rest + 1 }, x, [y.slice(0, 1), rest]),
      bind(state, x, []),
    ];
  }
  if (isVariable(y) && !isVariable(x)) {
    const byte = x.charCodeAt(0);
    return [
      member(met, [y], beginsWithin(byte + 1, 255)),
      bind({ ...state, next: rest + 1 }, y, [x.slice(0, 1), rest]),
      bind(state, y, []),
    ];
  }
  // Stripped, so the first bytes differ.
  return !isVariable(x) && !isVariable(y) && x < y ? [met] : [];
}

/** The two have a common beginning, then x has the smaller byte, and both go on as they like. */
function apart(state: State, x: number, y: number): Branches {
  const lead = state.next;
  const [small, large, tailOfX, tailOfY] = [lead + 1, lead + 2, lead + 3, lead + 4];
  let next: State | undefined = { ...state, next: lead + 5, smaller: [...state.smaller, [[small], [large]]] };
  next = bind(next, x, [lead, small, tailOfX]);
  next = next && bind(next, y, [lead, large, tailOfY]);
  return [member(member(next, [small], oneByte), [large], oneByte)];
}

/** The lower, the fewer branches: one side empty or a variable by itself, then an equation that begins with bytes, then any, then order. */
function weight({ relation, left, right }: Constraint): number {
  if (left.length === 0 || right.length === 0) return 0;
  if (relation === '=' && (isWhole(left) || isWhole(right))) return 0;
  const heads = isVariable(left[0]) && isVariable(right[0]) ? 1 : 0;
  return (relation === '=' ? 1 : 3) + heads;
}

/** The branches of the constraint that decides most. Empty where nothing can hold. */
export function branchesOf(state: State): readonly State[] {
  const [first, ...others] = state.constraints;
  if (first === undefined) return [state];
  const chosen = others.reduce((best, each) => (weight(each) < weight(best) ? each : best), first);
  const branches = chosen.relation === '=' ? stepEquation(state, chosen) : stepOrder(state, chosen);
  return branches.filter((branch) => branch !== undefined);
}
