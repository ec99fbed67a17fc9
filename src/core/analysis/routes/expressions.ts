// Expressions of a request: aliases for names and values, and the clauses of a filter.
// Deliberately aliases every name: then reserved words and signs such as `#` or `-` in names never matter.
import type { AttributeType } from '../../model/model.ts';
import type { Clause, Operand } from '../../syntax/clause.ts';
import type { RequestValue } from '../requests/request-value.ts';
import { boundNames } from './known.ts';

/** The names and values of all expressions of one request, each under an alias of its own. */
export interface Aliases {
  /** By alias: `#PK` → `PK`. */
  readonly names: ReadonlyMap<string, string>;
  /** By alias: `:PK` → the value. */
  readonly values: ReadonlyMap<string, RequestValue>;
  /** The alias of an attribute, the same each time. */
  readonly name: (attribute: string) => string;
  /** A new alias of a value, like the name where that is free. */
  readonly value: (like: string, value: RequestValue) => string;
}

/** An alias may hold letters, digits and underscores only. Source: expression attribute names, DynamoDB developer guide, 2026. */
const aliasOf = (name: string): string => name.replace(/[^A-Za-z0-9_]/g, '_');

export function createAliases(): Aliases {
  const byName = new Map<string, string>();
  const names = new Map<string, string>();
  const values = new Map<string, RequestValue>();
  const free = (sign: '#' | ':', like: string, taken: ReadonlyMap<string, unknown>): string => {
    let alias = `${sign}${aliasOf(like)}`;
    while (taken.has(alias)) alias += '_';
    return alias;
  };
  return {
    names,
    values,
    name(attribute) {
      const alias = byName.get(attribute) ?? free('#', attribute, names);
      byName.set(attribute, alias);
      names.set(alias, attribute);
      return alias;
    },
    value(like, value) {
      const alias = free(':', like, values);
      values.set(alias, value);
      return alias;
    },
  };
}

/** One clause of a filter, as DynamoDB's expression; the type is that of its attribute. */
export function filterText(clause: Clause, type: AttributeType | undefined, aliases: Aliases): string {
  const { attribute, operator, operands } = clause;
  const name = aliases.name(attribute);
  const value = (operand: Operand | undefined, like: string): string =>
    aliases.value(like, {
      kind: 'operand',
      operand: operand ?? { kind: 'parameter', name: like, span: clause.span },
      type,
    });
  switch (operator) {
    case 'exists':
      return `attribute_exists(${name})`;
    case 'not-exists':
      return `attribute_not_exists(${name})`;
    case 'between': {
      const [from, to] = boundNames(clause);
      const [first, second] = operands.length > 1 ? operands : [];
      return `${name} BETWEEN ${value(first, from)} AND ${value(second, to)}`;
    }
    case 'begins_with':
    case 'contains':
      return anyOf(operands.map((operand) => `${operator}(${name}, ${value(operand, attribute)})`));
    default: {
      const all = operands.map((operand) => value(operand, attribute));
      if (operator === '=' && all.length > 1) return `${name} IN (${all.join(', ')})`;
      return anyOf(all.map((each) => `${name} ${operator} ${each}`));
    }
  }
}

const anyOf = (texts: readonly string[]): string =>
  texts.length === 1 ? texts.join() : `(${texts.join(' OR ')})`;
