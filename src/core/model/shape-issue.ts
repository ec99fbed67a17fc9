// What can be wrong with the shape of a model file, as typed data: rules and quick fixes read this, never messages.
// Deliberately without words for people; shape-message.ts has them.
import type { Path, ScalarValue } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

export type Found = 'nothing' | 'text' | 'number' | 'boolean' | 'map' | 'list';

/** A key that means nothing in its map. `path` is the map's, `span` the key's. */
export interface UnknownKey {
  readonly kind: 'unknown-key';
  readonly key: string;
  /** What the map is: `an index`, `a query`. */
  readonly owner: string;
  /** The key that is likely meant, of those not yet written. */
  readonly nearest: string | undefined;
  /** The operations that do have this key. */
  readonly elsewhere: readonly string[];
  readonly known: readonly string[];
}

/** `path` is that of the map, `span` that of the map's own key. */
export interface MissingKey {
  readonly kind: 'missing-key';
  readonly key: string;
  readonly owner: string;
  /** What belongs under it. */
  readonly expected: string;
}

/** A map, a list or a scalar where another of them belongs, or nothing at all. */
export interface WrongType {
  readonly kind: 'wrong-type';
  readonly expected: string;
  readonly found: Found;
  /** The scalar as written. */
  readonly value: string | undefined;
  /** True where the same value in quotes would do. */
  readonly quotes: boolean;
}

/** A scalar that is none of the allowed words. */
export interface UnknownValue {
  readonly kind: 'unknown-value';
  readonly value: string;
  readonly allowed: readonly ScalarValue[];
  readonly nearest: string | undefined;
  /** All that may stand here, allowed words included. */
  readonly expected: string;
}

/** A scalar that is not written as such a value is. */
export interface WrongForm {
  readonly kind: 'wrong-form';
  readonly value: string;
  readonly expected: string;
}

/** A number, or the length of a list, outside its bounds. */
export interface OutOfRange {
  readonly kind: 'out-of-range';
  readonly value: number;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly of: 'number' | 'list';
}

/** An access pattern, leg or step that says nothing of what is done. */
export interface NoOperation {
  readonly kind: 'no-operation';
  /** Those that are possible here. */
  readonly operations: readonly string[];
}

/** `span` is that of the second one. */
export interface SeveralOperations {
  readonly kind: 'several-operations';
  /** Those written, in the order of the file. */
  readonly operations: readonly string[];
}

/** A word of CloudFormation, the API or another tool. */
export interface AwsWord {
  readonly kind: 'aws-word';
  readonly word: string;
  /** As it is written in YAML, if `replaces`; else what the language calls it. */
  readonly ours: string;
  readonly isKey: boolean;
  readonly replaces: boolean;
  readonly advice: string | undefined;
  /** The key under which `ours` belongs, where the value stands under another. */
  readonly key: string | undefined;
}

export type ShapeProblem =
  | UnknownKey
  | MissingKey
  | WrongType
  | UnknownValue
  | WrongForm
  | OutOfRange
  | NoOperation
  | SeveralOperations
  | AwsWord;

export type ShapeIssue = ShapeProblem & { readonly path: Path; readonly span: Span };
