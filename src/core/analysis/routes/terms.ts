// What a request asks of one attribute: an operator and values, of a key condition, a filter or a condition.
// Deliberately apart from any expression language; `termText` writes DynamoDB's, src/core/calls has PartiQL's.
import type { AttributeType } from '../../model/model.ts';
import type { Clause, Operator } from '../../syntax/clause.ts';
import { span } from '../../text/span.ts';
import type { RequestValue } from '../requests/request-value.ts';
import type { Aliases } from './expressions.ts';
import { boundNames } from './known.ts';
import type { KeyCondition } from './route.ts';

export interface Term {
  readonly attribute: string;
  readonly operator: Operator;
  /** Alternatives; two for `between`, none for `exists` and `not-exists`. */
  readonly values: readonly RequestValue[];
}

export const termOfKey = ({ key, operator, values }: KeyCondition): Term => ({
  attribute: key.name,
  operator,
  values: values.map((template) => ({ kind: 'key', template, type: key.type })),
});

/** What one value of the attribute has as its type: that of a member where the attribute is a set or a list. */
function memberType(operator: Operator, type: AttributeType | undefined): AttributeType | undefined {
  if (type === 'string-set') return 'string';
  if (type === 'number-set') return 'number';
  if (type === 'binary-set') return 'binary';
  return operator === 'contains' && type === 'list' ? undefined : type;
}

export const parameterValue = (name: string, type: AttributeType | undefined): RequestValue => ({
  kind: 'operand',
  operand: { kind: 'parameter', name, span: span(0, 0) },
  type,
});

/** The type is that of the clause's attribute. */
export function termOfClause(clause: Clause, type: AttributeType | undefined): Term {
  const { attribute, operator, operands } = clause;
  const own = memberType(operator, type);
  // Without values of its own, `between` is of two parameters.
  const isOpenRange = operator === 'between' && operands.length < 2;
  const values = isOpenRange
    ? boundNames(clause).map((name) => parameterValue(name, own))
    : operands.map((operand): RequestValue => ({ kind: 'operand', operand, type: own }));
  return { attribute, operator, values };
}

/** The term as DynamoDB's expressions have it. */
export function termText({ attribute, operator, values }: Term, aliases: Aliases): string {
  const name = aliases.name(attribute);
  switch (operator) {
    case 'exists':
      return `attribute_exists(${name})`;
    case 'not-exists':
      return `attribute_not_exists(${name})`;
    case 'between': {
      const ends = values.map((value, i) => aliases.value(`${attribute}${i === 0 ? 'From' : 'To'}`, value));
      return `${name} BETWEEN ${ends.join(' AND ')}`;
    }
    case 'begins_with':
    case 'contains':
      return anyOf(values.map((value) => `${operator}(${name}, ${aliases.value(attribute, value)})`));
    default: {
      const all = values.map((value) => aliases.value(attribute, value));
      if (operator === '=' && all.length > 1) return `${name} IN (${all.join(', ')})`;
      return anyOf(all.map((each) => `${name} ${operator} ${each}`));
    }
  }
}

const anyOf = (texts: readonly string[]): string =>
  texts.length === 1 ? texts.join() : `(${texts.join(' OR ')})`;
