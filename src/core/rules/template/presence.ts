// Whether an optional attribute is in every item for which a key with a `when` is written.
// Deliberately takes references to one entity as a group: an issue's owner and repository are there together.
import type { Attribute, Entity } from '../../model/design.ts';
import type { KeyVariantDecl } from '../../model/model.ts';

export function isPresent(entity: Entity, variant: KeyVariantDecl | undefined, name: string): boolean {
  const attribute = entity.attributes.get(name);
  if (variant === undefined || attribute === undefined) return false;
  // What is not stored is in no item for a `when` to ask after: it exists where a key is made of it.
  if (!attribute.decl.stored && variant.when.length > 0) return true;
  return presentNames(entity, variant).some((present) => {
    const other = entity.attributes.get(present);
    return present === name || (other !== undefined && holdTogether(attribute, other));
  });
}

/** What the clauses of the variant speak of as there, and what an earlier one has excluded as missing. */
function presentNames(entity: Entity, variant: KeyVariantDecl): readonly string[] {
  const group = entity.decl.conditionalKeys.find(({ variants }) => variants.includes(variant));
  const earlier = group?.variants.slice(0, group.variants.indexOf(variant)) ?? [];
  const required = variant.when.flatMap(({ clause }) =>
    clause === undefined || clause.operator === 'not-exists' ? [] : [clause.attribute],
  );
  const excluded = earlier.flatMap(({ when }) => {
    const [only] = when;
    return when.length === 1 && only?.clause?.operator === 'not-exists' ? [only.clause.attribute] : [];
  });
  return [...required, ...excluded];
}

const holdTogether = (a: Attribute, b: Attribute): boolean =>
  a.references.some(({ entity }) => b.references.some((other) => other.entity === entity));
