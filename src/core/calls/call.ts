// A call of DynamoDB's API that a pattern makes, as data: what any language needs to write it down.
// Deliberately of names, templates and types; calls-of.ts makes it, one file for each language prints it.

import type { RequestValue } from '../analysis/requests/request-value.ts';
import { literal, parameter, rendering } from '../analysis/routes/rendering.ts';
import type { KeyRequest } from '../analysis/routes/request.ts';
import type { Term } from '../analysis/routes/terms.ts';
import type { Arguments } from '../analysis/runs/run.ts';
import type { FormatOf } from '../analysis/runs/values.ts';
import type { AttributeType } from '../model/model.ts';
import type { Template } from '../syntax/template.ts';
import { span } from '../text/span.ts';

export type Operation =
  | 'GetItem'
  | 'Query'
  | 'Scan'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchGetItem'
  | 'BatchWriteItem'
  | 'TransactGetItems'
  | 'TransactWriteItems';

/** A value as texts and parameters, whatever it came from; a lone placeholder without functions is the parameter itself. */
export interface ValueTemplate {
  readonly template: Template;
  /** Undefined where the model does not say: then it is a text. */
  readonly type: AttributeType | undefined;
}

export function templateOf(value: RequestValue): ValueTemplate {
  if (value.kind === 'key') return value;
  const { operand, type } = value;
  if (operand.kind === 'parameter') return { template: rendering([parameter(operand.name)]), type };
  // A constant in quotes is a text, whatever the attribute is.
  const isBare = !operand.quoted && (type === 'number' || type === 'boolean');
  return { template: rendering([literal(operand.text)]), type: isBare ? type : 'string' };
}

/** A constant text or number, as a value of a request. */
export const constantValue = (text: string, type: AttributeType | undefined): RequestValue => ({
  kind: 'operand',
  operand: { kind: 'constant', text, quoted: type === 'string', span: span(0, 0) },
  type,
});

/** Values by attribute, in the order in which they are written. */
export type Fields = ReadonlyMap<string, RequestValue>;

/** What an update does to one attribute. */
export type Assignment =
  | { readonly change: 'set' | 'add' | 'append'; readonly attribute: string; readonly value: RequestValue }
  | { readonly change: 'remove'; readonly attribute: string };

interface ReadPart {
  readonly kind: 'get' | 'query' | 'scan';
  readonly request: KeyRequest;
  /** The sort key by which a query is in order; undefined for the others. */
  readonly orderedBy: string | undefined;
}

interface PutPart {
  readonly kind: 'put';
  readonly item: Fields;
  readonly conditions: readonly Term[];
}

interface UpdatePart {
  readonly kind: 'update';
  readonly key: Fields;
  readonly assignments: readonly Assignment[];
  readonly conditions: readonly Term[];
}

interface KeyPart {
  readonly kind: 'delete' | 'check';
  readonly key: Fields;
  readonly conditions: readonly Term[];
}

/** One read or write: a call of its own, or a leg of a batch or transaction. */
export type Part = ReadPart | PutPart | UpdatePart | KeyPart;
export type WritePart = Exclude<Part, ReadPart>;

export interface Call {
  readonly operation: Operation;
  readonly tableName: string;
  readonly parts: readonly Part[];
  /** Values of the parameters, from sample items; those that no sample tells are missing. */
  readonly args: Arguments;
  readonly formatOf: FormatOf;
  /** What the call alone does not say: `one of 4 queries, by seenAt`. */
  readonly remarks: readonly string[];
}

/** The types of DynamoDB's own JSON. */
export const attributeLetters = {
  string: 'S',
  number: 'N',
  binary: 'B',
  boolean: 'BOOL',
  null: 'NULL',
  list: 'L',
  map: 'M',
  'string-set': 'SS',
  'number-set': 'NS',
  'binary-set': 'BS',
} as const;
