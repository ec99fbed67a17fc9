// Finds values that meet a problem's constraints, or shows that there are none: a search over what variables stand for.
// Deliberately ends by a number of steps and not by a clock, so that the same problem always has the same answer.
import { acceptsWord } from '../automata/automaton.ts';
import { assign, type Budget } from './assign.ts';
import type { Problem, Solution } from './problem.ts';
import { initialState, type Member, type State } from './state.ts';
import { branchesOf } from './step.ts';

/** Far more steps than a problem of any published design needs; one whose variables recur can go on for ever. */
export const mostSteps = 12_000;

/** False only where no values of the variables put one of the terms into its language, each term looked at by itself. */
function isPossible(state: State, member: Member, budget: Budget): boolean {
  const variables = new Set(member.term);
  const own = state.members.filter(
    (each) => each !== member && each.term.length === 1 && variables.has(each.term[0] ?? ''),
  );
  return assign({ ...state, members: [member, ...own], smaller: [] }, budget) !== 'none';
}

const values = ({ bindings }: State, assigned: ReadonlyMap<number, string>): readonly string[] =>
  bindings.map((term) =>
    term.map((part) => (typeof part === 'string' ? part : (assigned.get(part) ?? ''))).join(''),
  );

/** Once only order is left to decide: false if no values at all lie in the languages, whatever their order. */
const hasValues = (state: State, budget: Budget): boolean =>
  state.constraints.some(({ relation }) => relation === '=') ||
  assign({ ...state, constraints: [] }, budget) !== 'none';

/** A prune before branching further: of what has just changed, every term can still lie in its language. */
const isAlive = (state: State, before: State, budget: Budget): boolean =>
  state.members.every((member) => before.members.includes(member) || isPossible(state, member, budget));

/** Spends of the budget, which several problems may share, and at most `mostSteps` of it. */
export function solve(problem: Problem, shared: Budget = { left: mostSteps }): Solution {
  const first = initialState(problem);
  if (first === undefined) return { kind: 'none' };
  const steps = Math.min(mostSteps, shared.left);
  const budget: Budget = { left: steps };
  const solution = search(first, budget);
  shared.left -= steps - Math.max(0, budget.left);
  return solution === 'too-far' ? { kind: 'undecided', steps } : solution;
}

function search(first: State, budget: Budget): Solution | 'too-far' {
  const open: State[] = [first];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    // A long term is dear to look at, and a term whose variables recur can grow with every step.
    budget.left -= 1 + state.members.reduce((parts, { term }) => parts + term.length, 0);
    if (budget.left <= 0) break;
    if (state.constraints.length === 0) {
      const assigned = assign(state, budget);
      if (assigned === 'too-far') break;
      if (assigned !== 'none') return { kind: 'found', values: values(state, assigned) };
      continue;
    }
    if (!hasValues(state, budget)) continue;
    const from = state;
    const branches = branchesOf(state).filter((branch) => isAlive(branch, from, budget));
    // The last is looked at first: what is simplest stands first in the list of branches.
    open.push(...branches.toReversed());
  }
  return budget.left <= 0 ? 'too-far' : { kind: 'none' };
}

/** Whether the values meet all constraints and languages: the check of a solution, by reading it. */
export function isSolution({ variables, constraints }: Problem, values: readonly string[]): boolean {
  const textOf = (term: readonly (string | number)[]): string =>
    term.map((part) => (typeof part === 'string' ? part : (values[part] ?? ''))).join('');
  return (
    variables.every(({ languages }, i) => languages.every((each) => acceptsWord(each, values[i] ?? ''))) &&
    constraints.every(({ relation, left, right }) => {
      const [a, b] = [textOf(left), textOf(right)];
      return relation === '=' ? a === b : relation === '<' ? a < b : a <= b;
    })
  );
}
