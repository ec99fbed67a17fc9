// Binds the clauses of `where` to the attributes of one entity: by name, or by what references what.
// Deliberately decides nothing about keys; fit-layout.ts does.
import type { Attribute, Entity } from '../../model/design.ts';
import type { Clause } from '../../syntax/clause.ts';

/** A clause and the attribute of this entity for which it speaks. */
export interface Given {
  readonly attribute: Attribute;
  readonly clause: Clause;
}

export interface Binding {
  readonly entity: Entity;
  readonly givens: readonly Given[];
  /** Clauses for which the entity has no attribute. */
  readonly unbound: readonly Clause[];
  /** Clauses for which more than one attribute fits, by references. */
  readonly ambiguous: readonly { readonly clause: Clause; readonly attributes: readonly string[] }[];
}

/** The attributes of an entity that a name in `where` can stand for: its own of that name, else those that reference the same. */
export function attributesFor(name: string, entity: Entity, among: readonly Entity[]): readonly Attribute[] {
  const own = entity.attributes.get(name);
  if (own) return [own];
  const origins = new Set(among.flatMap((other) => [...(other.attributes.get(name)?.origins ?? [])]));
  return [...entity.attributes.values()].filter((attribute) =>
    [...attribute.origins].some((origin) => origins.has(origin)),
  );
}

export function bind(clauses: readonly Clause[], entity: Entity, among: readonly Entity[]): Binding {
  const givens: Given[] = [];
  const unbound: Clause[] = [];
  const ambiguous: { clause: Clause; attributes: readonly string[] }[] = [];
  for (const clause of clauses) {
    const attributes = attributesFor(clause.attribute, entity, among);
    const [attribute] = attributes;
    if (attribute === undefined) {
      // An entity without the attribute has it in no item, which is all that not-exists asks.
      if (clause.operator !== 'not-exists') unbound.push(clause);
    } else if (attributes.length > 1) ambiguous.push({ clause, attributes: attributes.map((a) => a.name) });
    else givens.push({ attribute, clause });
  }
  return { entity, givens, unbound, ambiguous };
}
