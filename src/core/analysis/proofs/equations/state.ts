// What the search knows at one point: constraints that are left, languages in which terms must lie, and what stands for what.
// Deliberately a value: a branch makes a new one, and a branch in which nothing can hold makes none.
import { type Automaton, run } from '../automata/automaton.ts';
import type { Constraint, Problem, Smaller, Term } from './problem.ts';
import { dropBytes, replaceIn, strip } from './terms.ts';

/** The term, read from this state on, ends in a state that accepts. */
export interface Member {
  readonly term: Term;
  readonly automaton: Automaton;
  readonly state: number;
}

export interface State {
  readonly constraints: readonly Constraint[];
  readonly members: readonly Member[];
  readonly smaller: readonly Smaller[];
  /** What stands for each variable of the problem, in variables that are still open. */
  readonly bindings: readonly Term[];
  readonly namesOf: ReadonlyMap<number, ReadonlySet<string>>;
  /** The number of the next new variable. */
  readonly next: number;
}

/** With the bytes that the term begins with read; undefined where no word goes on so, `met` where nothing is left to ask. */
export function readMember({ term, automaton, state }: Member): Member | 'met' | undefined {
  const [first] = term;
  if (typeof first !== 'string') {
    if (first !== undefined) return { term, automaton, state };
    return automaton.accepts(state) ? 'met' : undefined;
  }
  const end = run(automaton, state, first);
  return end === undefined
    ? undefined
    : readMember({ term: dropBytes(term, first.length), automaton, state: end });
}

/** True where the bytes at one end of an equation show that it cannot hold. */
function conflicts({ relation, left, right }: Constraint): boolean {
  if (relation !== '=') return false;
  const isClash = (a: string | number | undefined, b: string | number | undefined) =>
    typeof a === 'string' && typeof b === 'string';
  const isLonger = (a: Term, b: Term) => a.length === 0 && b.some((part) => typeof part === 'string');
  return (
    isClash(left[0], right[0]) ||
    isClash(left.at(-1), right.at(-1)) ||
    isLonger(left, right) ||
    isLonger(right, left)
  );
}

/** Undefined where a constraint cannot hold; without those that always do. */
export function withConstraints(state: State, constraints: readonly Constraint[]): State | undefined {
  const open: Constraint[] = [];
  for (const each of constraints) {
    const left = strip(each);
    if (conflicts(left)) return undefined;
    if (
      left.relation !== '<' &&
      left.left.length === 0 &&
      (left.relation === '<=' || left.right.length === 0)
    )
      continue;
    open.push(left);
  }
  return contradict(open) ? undefined : { ...state, constraints: open };
}

const sameTerm = (a: Term, b: Term): boolean => a.length === b.length && a.every((part, i) => part === b[i]);

/** One is before the other, and the other not behind the one. */
const contradict = (constraints: readonly Constraint[]): boolean =>
  constraints.some(
    (one, i) =>
      one.relation === '<' &&
      constraints.some(
        (other, j) =>
          i !== j &&
          other.relation !== '=' &&
          sameTerm(one.left, other.right) &&
          sameTerm(one.right, other.left),
      ),
  );

export function withMember(state: State, member: Member): State | undefined {
  const left = readMember(member);
  if (left === undefined) return undefined;
  return left === 'met' ? state : { ...state, members: [...state.members, left] };
}

/** What stands fixed shows that the first is not the smaller: they are the same, or differ first in bytes of another order. */
function isImpossible([small, large]: Smaller): boolean {
  let at = 0;
  while (at < small.length && small[at] === large[at]) at++;
  const [a, b] = [small[at], large[at]];
  // All of the larger is the beginning of the smaller.
  if (b === undefined) return true;
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  return a > b && !a.startsWith(b);
}

/** The state in which the term stands in the place of the variable; undefined where that cannot be. */
export function bind(state: State, variable: number, by: Term): State | undefined {
  const members: Member[] = [];
  for (const member of state.members) {
    const term = replaceIn(member.term, variable, by);
    const left = term === member.term ? member : readMember({ ...member, term });
    if (left === undefined) return undefined;
    if (left !== 'met') members.push(left);
  }
  const smaller = state.smaller.map(
    ([a, b]): Smaller => [replaceIn(a, variable, by), replaceIn(b, variable, by)],
  );
  if (smaller.some(isImpossible)) return undefined;
  const bindings = state.bindings.map((each) => replaceIn(each, variable, by));
  const constraints = state.constraints.map((each) => ({
    relation: each.relation,
    left: replaceIn(each.left, variable, by),
    right: replaceIn(each.right, variable, by),
  }));
  return withConstraints({ ...state, members, smaller, bindings }, constraints);
}

/** Undefined where a constraint or a language rules everything out at once. */
export function initialState({ variables, constraints }: Problem): State | undefined {
  let state: State | undefined = {
    constraints: [],
    members: [],
    smaller: [],
    bindings: variables.map((_, i) => [i]),
    namesOf: new Map(variables.flatMap(({ namesOf }, i) => (namesOf ? [[i, namesOf]] : []))),
    next: variables.length,
  };
  for (const [i, { languages }] of variables.entries()) {
    for (const automaton of languages) {
      if (automaton.start === undefined || state === undefined) return undefined;
      state = withMember(state, { term: [i], automaton, state: automaton.start });
    }
  }
  return state && withConstraints(state, constraints);
}
