// A YAML trap: a text that YAML reads in another way than its author, with what else is wrong only because of it.
// Deliberately without a list of the traps; traps.ts gathers them, and each is found in the file of its rule.
import type { Analysis } from '../../analysis/analysis.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { Fix, Problem, Related } from '../rule.ts';

export interface Trap {
  readonly span: Span;
  readonly message: string;
  readonly fix: { readonly title: string; readonly edits: readonly TextEdit[] } | undefined;
  readonly related?: readonly Related[];
  /** Whatever else is wrong and begins in one of these is a consequence of the trap, and not to be reported. */
  readonly explains: readonly Span[];
  /** Keys whose value is missing or odd because of the trap; the key itself may still be wrong. */
  readonly explainsValueOf?: readonly Span[];
}

/** Finds the traps of one kind. Cheap where the text has none. */
export type TrapFinder = (analysis: Analysis) => readonly Trap[];

export interface TrapData {
  readonly fix: Trap['fix'];
}

export const trapProblems = (traps: readonly Trap[]): readonly Problem<TrapData>[] =>
  traps.map(({ span, message, fix, related }) => ({
    span,
    message,
    data: { fix },
    ...(related && { related }),
  }));

export const trapFixes = ({ data }: Problem<TrapData>): readonly Fix[] =>
  data.fix === undefined ? [] : [{ ...data.fix, preferred: true }];
