// The parts of a preview that are made when someone looks at them, and how they are asked for.
// Deliberately named by data: the page asks the same of a language server and of what was written into a file.
import type { CostView } from './cost.ts';
import type { HeatView } from './heat.ts';
import type { PatternsView, PatternView } from './patterns.ts';
import type { RelationsView } from './relations.ts';
import type { TableView } from './table.ts';

export type Question =
  | { readonly kind: 'table' }
  | { readonly kind: 'patterns' }
  | { readonly kind: 'pattern'; readonly name: string }
  | { readonly kind: 'cost' }
  | { readonly kind: 'heat' }
  | { readonly kind: 'relations' };

/** What is known of a text; of patterns, the one asked for last. A pattern that is gone is null. */
export interface Answers {
  readonly table?: TableView;
  readonly patterns?: PatternsView;
  readonly pattern?: PatternView | null;
  readonly cost?: CostView;
  readonly heat?: HeatView;
  readonly relations?: RelationsView;
}

/** Tells questions apart. */
export const questionId = (question: Question): string =>
  question.kind === 'pattern' ? `pattern ${question.name}` : question.kind;
