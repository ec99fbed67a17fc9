// A YAML trap: a text that YAML reads in another way than its author, with what else is wrong only because of it.
// Deliberately without a list of the traps: each is found in the file of its rule, and consequences.ts drops what they explain.
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, Problem, Related } from '../rule.ts';

/** What makes other findings superfluous. */
export interface Explaining {
  /** Whatever else is wrong and begins in one of these is a consequence, and not to be reported. */
  readonly explains: readonly Span[];
  /** Keys, and entities, whose value is missing because of it; their names may still be wrong. */
  readonly explainsValueOf?: readonly Span[];
}

export interface Trap extends Explaining {
  readonly span: Span;
  readonly message: string;
  readonly fix: { readonly title: string; readonly edits: readonly TextEdit[] } | undefined;
  readonly related?: readonly Related[];
}

/** The traps of one rule, as its problems; the trap itself is their data. */
export const trapProblems = (traps: readonly Trap[]): readonly Problem<Trap>[] =>
  traps.map((trap) => ({
    span: trap.span,
    message: trap.message,
    data: trap,
    ...(trap.related && { related: trap.related }),
  }));

export const trapFixes = ({ data }: Problem<Trap>): readonly Fix[] =>
  data.fix === undefined ? [] : [{ ...data.fix, preferred: true }];

/** True for the data of a finding that explains others, as that of every trap does. */
export const isExplaining = (data: unknown): data is Explaining =>
  typeof data === 'object' && data !== null && 'explains' in data;
