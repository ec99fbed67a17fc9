// Word equations with regular constraints: terms of bytes and variables, and what must hold between them.
// Deliberately knows no entities and no keys; solve.ts finds values or shows that there are none.
import type { Automaton } from '../automata/automaton.ts';

/** Bytes, each as one character of U+0000 to U+00FF, and variables by their number. */
export type Term = readonly (string | number)[];

export interface Variable {
  /** Its value lies in all of them. */
  readonly languages: readonly Automaton[];
  /**
   * Where every item has a value of its own, such as a uuid: what the values are names of. Two variables with names of
   * different things never have the same value.
   */
  readonly namesOf: ReadonlySet<string> | undefined;
}

export interface Constraint {
  readonly relation: '=' | '<' | '<=';
  readonly left: Term;
  readonly right: Term;
}

/** Of two texts that are drawn apart by one byte: the byte of the first, which is the smaller, and that of the second. */
export type Smaller = readonly [smaller: Term, larger: Term];

export interface Problem {
  readonly variables: readonly Variable[];
  /** All of them hold. */
  readonly constraints: readonly Constraint[];
}

export type Solution =
  /** The bytes of each variable: among the shortest that were found. */
  | { readonly kind: 'found'; readonly values: readonly string[] }
  /** Proved: no values of the variables meet the constraints. */
  | { readonly kind: 'none' }
  /** The search was ended after so many steps. */
  | { readonly kind: 'undecided'; readonly steps: number };
