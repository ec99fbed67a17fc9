// The names and values of a request's expressions, each under an alias.
// Deliberately aliases every name: then reserved words and signs such as `#` or `-` in names never matter.
import type { RequestValue } from '../requests/request-value.ts';

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
