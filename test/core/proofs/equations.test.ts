// The solver beside brute force: every problem over small finite languages has the answer that trying all values has.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Automaton } from '../../../src/core/analysis/proofs/automata/automaton.ts';
import { compile } from '../../../src/core/analysis/proofs/automata/compile.ts';
import { lengthsWithin } from '../../../src/core/analysis/proofs/automata/plain.ts';
import { parsePattern } from '../../../src/core/analysis/proofs/automata/regexp.ts';
import type { Constraint, Problem, Term } from '../../../src/core/analysis/proofs/equations/problem.ts';
import { isSolution, solve } from '../../../src/core/analysis/proofs/equations/solve.ts';

const symbols = ['a', 'b', '#'];
const longest = 3;

const words: readonly string[] = (() => {
  const all = [''];
  for (let i = 0; all.length < 1 + 3 + 9 + 27; i++)
    for (const symbol of symbols) all.push((all[i] ?? '') + symbol);
  return all;
})();

function language(source: string): Automaton {
  const pattern = parsePattern(source);
  const automaton = pattern && compile(pattern);
  assert.ok(automaton, source);
  return automaton;
}

/** Languages of every shape: with and without the separator, the empty text, one word only, a step of two. */
const sources = ['[ab]+', '[ab#]*', '[ab#]+', 'a*', '(ab|b)?', '(aa)*', 'a|b|#', '[ab]*#?', 'ab', '[ab#]{2}'];
const short = lengthsWithin(0, longest);
const domains = sources.map((source) => ({
  source,
  languages: [language(source), short],
  values: words.filter((word) => new RegExp(`^(?:${source})$`).test(word)),
}));

interface Case {
  readonly problem: Problem;
  readonly values: readonly (readonly string[])[];
  readonly shown: string;
}

const termOf = (variables: number): fc.Arbitrary<Term> =>
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.nat({ max: variables - 1 }) },
      { weight: 2, arbitrary: fc.constantFrom('a', 'b', '#', 'a#', '#b', 'ab') },
    ),
    { maxLength: 4 },
  );

const constraintOf = (variables: number): fc.Arbitrary<Constraint> =>
  fc.record({
    relation: fc.constantFrom<Constraint['relation'][]>('=', '=', '<', '<='),
    left: termOf(variables),
    right: termOf(variables),
  });

type Domain = (typeof domains)[number];

/** So many choices of values that trying them all takes no time. */
const isSmall = (chosen: readonly Domain[]): boolean =>
  chosen.reduce((product, { values }) => product * values.length, 1) <= 3_000;

const cases: fc.Arbitrary<Case> = fc
  .array(fc.constantFrom(...domains), { minLength: 1, maxLength: 4 })
  .filter(isSmall)
  .chain((chosen) =>
    fc.array(constraintOf(chosen.length), { minLength: 1, maxLength: 2 }).map((constraints) => ({
      problem: { variables: chosen.map(({ languages }) => ({ languages, namesOf: undefined })), constraints },
      values: chosen.map(({ values }) => values),
      shown: `${chosen.map(({ source }) => source).join('  ')}\n${constraints
        .map(({ relation, left, right }) => `${left.join('·')} ${relation} ${right.join('·')}`)
        .join('\n')}`,
    })),
  );

/** Whether some choice of values is a solution. */
function bySearch({ problem, values }: Case): boolean {
  const languages: Problem = {
    ...problem,
    variables: problem.variables.map(() => ({ languages: [], namesOf: undefined })),
  };
  const go = (chosen: readonly string[]): boolean =>
    chosen.length === values.length
      ? isSolution(languages, chosen)
      : (values[chosen.length] ?? []).some((value) => go([...chosen, value]));
  return go([]);
}

/** Only then may the search end without an answer: a word equation of this kind can go on for ever. */
const recurs = ({ problem }: Case): boolean => {
  const parts = problem.constraints.flatMap(({ left, right }) => [...left, ...right]);
  const variables = parts.filter((part) => typeof part === 'number');
  return new Set(variables).size < variables.length;
};

interface Seen {
  found: number;
  none: number;
  undecided: number;
}

/** Compares so many problems; counts the answers. */
function compareWithSearch(numRuns: number, seed: number, asSolved = (problem: Problem) => problem): Seen {
  const seen: Seen = { found: 0, none: 0, undecided: 0 };
  fc.assert(
    fc.property(cases, (each) => {
      const solution = solve(asSolved(each.problem));
      seen[solution.kind]++;
      if (solution.kind === 'undecided') return assert.ok(recurs(each), each.shown);
      if (solution.kind === 'found')
        assert.ok(isSolution(each.problem, solution.values), `${each.shown}\n${solution.values}`);
      assert.equal(solution.kind === 'found', bySearch(each), each.shown);
    }),
    { numRuns, seed },
  );
  return seen;
}

/** The same automaton without the first move of its first state. */
function withoutMove(automaton: Automaton): Automaton {
  return {
    ...automaton,
    moves: (state) => (state === automaton.start ? automaton.moves(state).slice(1) : automaton.moves(state)),
  };
}

const withBrokenLanguage = (problem: Problem): Problem => ({
  ...problem,
  variables: problem.variables.map((variable) => ({
    ...variable,
    languages: variable.languages.map(withoutMove),
  })),
});

describe('word equations', () => {
  it('have the answer that trying all values has', function () {
    this.timeout(120_000);
    const { found, none, undecided } = compareWithSearch(2_200, 20_261_125);
    const told = `${found} with a solution, ${none} without, ${undecided} undecided`;
    assert.ok(found >= 550 && none >= 550 && undecided <= 60, told);
  });

  it('differ from that as soon as one transition is broken', () => {
    assert.throws(() => compareWithSearch(2_200, 20_261_125, withBrokenLanguage), /Property failed/);
  });
});
