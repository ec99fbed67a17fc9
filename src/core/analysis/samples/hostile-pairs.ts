// Pairs of items that differ, and whose keys may not: what stands between two parts of a key is moved into one of them.
// Deliberately of texts that reference nothing: those that reference take what the items they name have.
import type { Layout } from '../../model/design.ts';
import type { Placeholder } from '../../syntax/template.ts';
import type { DynamoValue } from '../capacity/item.ts';
import type { Family } from './family.ts';
import { fitting } from './hostile.ts';

export type Values = ReadonlyMap<string, DynamoValue>;

/** Two placeholders of one key with nothing but text between them. */
interface Neighbours {
  readonly first: Placeholder;
  readonly between: string;
  readonly second: Placeholder;
}

function neighboursIn({ partition, sort }: Layout): readonly Neighbours[] {
  return [...partition, ...sort].flatMap(({ template: { parts } }) =>
    parts.flatMap((first, i): readonly Neighbours[] => {
      const next = parts[i + 1];
      const after = next?.kind === 'literal' ? parts[i + 2] : next;
      if (first.kind !== 'placeholder' || after?.kind !== 'placeholder') return [];
      return [{ first, between: next?.kind === 'literal' ? next.text : '', second: after }];
    }),
  );
}

/** The values of the one item, all of whose keyed attributes that reference nothing are in it. */
function baseOf({ entity, keyed, own, dealt }: Family): Values {
  const base = new Map<string, DynamoValue>();
  for (const name of keyed) {
    const attribute = entity.attributes.get(name);
    if (attribute === undefined || attribute.references.length > 0) continue;
    const value = attribute.decl.enumeration ? dealt(attribute)[0] : own(attribute)(0);
    if (value) base.set(name, value);
  }
  return base;
}

/**
 * Values for the two items of each pair, of all that their primary key is made of and that references nothing: of
 * `${first}#${second}`, `a` and `a#b` stand beside `a#a` and `b`. None where what is declared rules such texts out.
 */
export function ambiguousPairs(family: Family, layout: Layout): readonly (readonly [Values, Values])[] {
  const { entity } = family;
  const base = baseOf(family);
  const withText = (name: string, value: string): Values | undefined => {
    const attribute = entity.attributes.get(name);
    const isFree = attribute && !attribute.decl.enumeration && !attribute.decl.constant;
    return isFree && fitting(attribute)(value)
      ? new Map([...base, [name, { type: 'string', value }]])
      : undefined;
  };
  return neighboursIn(layout).flatMap(({ first, between, second }) => {
    const [a, b] = [base.get(first.name), base.get(second.name)];
    const isPlain = first.functions.length === 0 && second.functions.length === 0;
    if (!isPlain || first.name === second.name || a?.type !== 'string' || b?.type !== 'string') return [];
    const longSecond = withText(second.name, a.value + between + b.value);
    const longFirst = withText(first.name, a.value + between + a.value);
    return longFirst && longSecond ? [[longSecond, longFirst] as const] : [];
  });
}
