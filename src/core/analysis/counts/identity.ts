// What makes two items of an entity the same thing, and which attributes of others stand for that.
// Deliberately takes an unwritten identity from the primary key; rules ask for it to be written.

import type { Attribute, Design, Entity } from '../../model/design.ts';
import { keyParts, tableLayout } from '../../model/layouts.ts';
import { placeholdersIn } from '../../syntax/template.ts';

const loses: ReadonlySet<string> = new Set(['date', 'shard', 'hash']);

/** The names of the attributes that tell two items apart; none for an entity that is a single item. */
export function identityOf(entity: Entity): readonly string[] {
  if (entity.decl.identity !== undefined) return entity.decl.identity.map((name) => name.value);
  const layout = tableLayout(entity);
  const names = (layout ? keyParts(layout) : []).flatMap(({ template }) =>
    placeholdersIn(template).flatMap(({ name, functions }) =>
      functions.some((call) => loses.has(call.name)) ? [] : [name],
    ),
  );
  return [...new Set(names.filter((name) => entity.attributes.has(name)))];
}

const sameOrigins = (a: Attribute, b: Attribute): boolean =>
  a.origins.size === b.origins.size && [...a.origins].every((origin) => b.origins.has(origin));

/** True if the attribute repeats the other, directly or by what it references. */
const repeats = (attribute: Attribute, other: Attribute): boolean =>
  attribute === other ||
  (attribute.references.length === 1 && attribute.references.some((reference) => repeats(reference, other)));

/** How well the attribute stands for another: 0 the best; undefined where it does not. */
function standsFor(attribute: Attribute, target: Attribute): number | undefined {
  if (!repeats(attribute, target) && !sameOrigins(attribute, target)) return undefined;
  if (attribute.references.includes(target)) return 0;
  return attribute.name === target.name ? 1 : 2;
}

/**
 * Of these attributes, those that together name one item of the other entity, each standing for one attribute of its
 * identity; undefined where they do not. A direct reference is taken first, then a name, then whatever has the same origin.
 */
export function naming(
  entity: Entity,
  names: readonly string[],
  other: Entity,
  identity: readonly string[],
): readonly string[] | undefined {
  const taken: string[] = [];
  for (const wanted of identity) {
    const target = other.attributes.get(wanted);
    let best: { readonly name: string; readonly rank: number } | undefined;
    for (const name of names) {
      const attribute = entity.attributes.get(name);
      if (!attribute || !target || taken.includes(name)) continue;
      const rank = standsFor(attribute, target);
      if (rank !== undefined && rank < (best?.rank ?? 3)) best = { name, rank };
    }
    if (best === undefined) return undefined;
    taken.push(best.name);
  }
  return taken.length > 0 ? taken : undefined;
}

/** The entities that the attributes reference, directly or by others, the nearest first. */
export function referencedEntities(design: Design, attributes: readonly Attribute[]): readonly Entity[] {
  const found = new Set<Entity>();
  let level: readonly Attribute[] = attributes;
  // A circle of references never resolves, so the walk ends.
  while (level.length > 0) {
    level = level.flatMap((attribute) => attribute.references);
    for (const attribute of level) {
      const entity = design.entities.get(attribute.entity);
      if (entity) found.add(entity);
    }
  }
  return [...found];
}
