// Key templates as data: `ORDER#${orderId | pad(10)}` is a literal and a placeholder with a function.
// Deliberately knows no entities and no values; parse-template.ts reads, print-template.ts writes, match-template.ts matches.
import type { Span } from '../text/span.ts';

export interface Literal {
  readonly kind: 'literal';
  /** Decoded: `$${` has become `${`. */
  readonly text: string;
  readonly span: Span;
}

export interface FunctionCall {
  readonly name: string;
  readonly nameSpan: Span;
  /** Arguments as written, trimmed: `pad(10)` has `10`, `date(yyyy-MM)` has `yyyy-MM`. */
  readonly args: readonly string[];
  readonly span: Span;
}

export interface Placeholder {
  readonly kind: 'placeholder';
  /** The attribute (or key, or parameter) named; empty where nothing is written yet. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly functions: readonly FunctionCall[];
  /** From `$` to `}`. */
  readonly span: Span;
}

export type TemplatePart = Literal | Placeholder;

export interface Template {
  readonly parts: readonly TemplatePart[];
  readonly span: Span;
}

export const placeholdersIn = ({ parts }: Template): readonly Placeholder[] =>
  parts.filter((part) => part.kind === 'placeholder');

/** The names in its placeholders, as often as they stand there. */
export const namesIn = (template: Template): readonly string[] =>
  placeholdersIn(template).map(({ name }) => name);

/** What is wrong with the text of a template or clause. */
export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  /** The text that should stand in place of the span, where it is safe to say. */
  readonly suggestion?: string;
}

export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly SyntaxProblem[];
}

/** Where the n-th UTF-16 unit of a decoded scalar stands in the text; also defined for n = length. */
export type OffsetMap = (index: number) => number;
