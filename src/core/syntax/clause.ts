// Clauses as data: `status = PLACED`, `placedAt between`, `createdAt | date(yyyy-MM)`.
// Deliberately knows no entities; parse-clause.ts reads, print-clause.ts writes.
import type { Span } from '../text/span.ts';
import type { FunctionCall } from './template.ts';

export const operators = [
  '=',
  '<>',
  '<',
  '<=',
  '>',
  '>=',
  'between',
  'begins_with',
  'contains',
  'exists',
  'not-exists',
] as const;
export type Operator = (typeof operators)[number];

export type Operand =
  /** A value that the caller gives: named after the attribute, or by `:name`. */
  | { readonly kind: 'parameter'; readonly name: string; readonly span: Span }
  /** A constant; `text` is decoded, `quoted` tells `'42'` from `42`. */
  | { readonly kind: 'constant'; readonly text: string; readonly quoted: boolean; readonly span: Span };

export interface Clause {
  /** Empty for the whole item, as in `condition: exists`. */
  readonly attribute: string;
  readonly attributeSpan: Span;
  /** Only the value after these functions is given: `createdAt | date(yyyy-MM)`. */
  readonly functions: readonly FunctionCall[];
  readonly operator: Operator;
  /** Undefined where the operator is implied. */
  readonly operatorSpan: Span | undefined;
  /** Alternatives joined by `or`; two for `between` with values (`between 1 and 9`); never empty but for exists and not-exists. */
  readonly operands: readonly Operand[];
  readonly span: Span;
}
