// Unique attributes and the items that guard them: which entity guards which attribute, and by which of its attributes.
// Deliberately by references: the guard's key must be made of an attribute that repeats the guarded one.

import { primaryKeyOf } from '../../analysis/writes/primary-key.ts';
import type { Attribute, Design, Entity } from '../../model/design.ts';

export interface Guarded {
  readonly entity: Entity;
  readonly attribute: Attribute;
  /** The entity named in `guards`; undefined where none is, or there is no such entity. */
  readonly guard: Entity | undefined;
}

/** Every attribute that is said to be unique and that DynamoDB does not keep so by itself. */
export function guardedAttributes(design: Design): readonly Guarded[] {
  const found: Guarded[] = [];
  for (const entity of design.entities.values()) {
    for (const attribute of entity.attributes.values()) {
      const { unique, guards } = attribute.decl;
      if (!unique && guards === undefined) continue;
      // What is in the key, or made anew for each item, tells the item apart already.
      if (primaryKeyOf(design, entity)?.attributes.has(attribute.name)) continue;
      if (attribute.format?.distinctPerItem === true && guards === undefined) continue;
      found.push({ entity, attribute, guard: guards && design.entities.get(guards.value) });
    }
  }
  return found;
}

/** What the guard's key is made of: the guarded attribute, or something else beside it. */
export interface GuardKey {
  readonly holdsIt: boolean;
  /** Attributes by which two items with the same value would have two guards. */
  readonly others: readonly string[];
}

/** Undefined where the guard has no full primary key. */
export function guardKey(design: Design, guard: Entity, attribute: Attribute): GuardKey | undefined {
  const primary = primaryKeyOf(design, guard);
  if (primary === undefined) return undefined;
  const names = [...primary.attributes.keys()].filter((name) => guard.attributes.has(name));
  const repeats = (name: string): boolean =>
    [...(guard.attributes.get(name)?.origins ?? [])].some((origin) => attribute.origins.has(origin));
  return { holdsIt: names.some(repeats), others: names.filter((name) => !repeats(name)) };
}
