// The contract of a rule: one file holds its id, its reference, its check and its fixes.
// Deliberately the only way to report something to the user: a finding without a rule does not exist.
import type { Analysis } from '../analysis/analysis.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import type { Uses } from './uses.ts';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
/** From the gravest to the least. */
export type Severity = (typeof severities)[number];

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a rule's check yields; `data` is for its own fixes and for tools, never for people: small, and no more than JSON can hold. */
export interface Problem<D> {
  readonly span: Span;
  /** What is wrong, why it matters, what to do. */
  readonly message: string;
  readonly data: D;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** Shown faded: code that has no effect. */
  readonly unnecessary?: boolean;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that is plainly meant: at most one for each finding. */
  readonly preferred?: boolean;
}

/** What a rule is given: the stages of one text, and the lists that rules walk, made once for all of them. */
export interface RuleContext extends Analysis {
  readonly uses: Uses;
}

export interface Rule<D = unknown> {
  /** `group/name`, kebab-case. */
  readonly id: string;
  /** One line, as a heading. */
  readonly title: string;
  /** Why it matters: what goes wrong in DynamoDB or in the application. Markdown; facts with source and date. */
  readonly why: string;
  /** What to do about it. Markdown. */
  readonly remedy: string;
  readonly severity: Severity;
  check(context: RuleContext): Iterable<Problem<D>>;
  fixes?(problem: Problem<D>, context: RuleContext): readonly Fix[];
}

/** Keeps the type of `data` between `check` and `fixes`, and forgets it for the catalogue. */
export const defineRule = <D>(rule: Rule<D>): Rule => rule as Rule;
