// References that hold together: an Issue's `owner` and `repo` name one Repository.
// Deliberately by structure only; which item is named is chosen in parents.ts.
import type { Attribute, Entity } from '../../model/design.ts';
import type { Family } from './family.ts';

/** Attributes of one entity that together name one item of another. */
export interface Group {
  readonly attributes: readonly Attribute[];
  /** One for each way to follow the references: `[User.name, Organization.name]` has two. */
  readonly entities: readonly string[];
}

/** A second reference to the same attribute begins a second group. */
export function groupsOf(entity: Entity): readonly Group[] {
  const groups: { attributes: Attribute[]; entities: readonly string[] }[] = [];
  for (const attribute of entity.attributes.values()) {
    if (attribute.references.length === 0) continue;
    const entities = attribute.references.map((reference) => reference.entity);
    const open = groups.find(
      (group) =>
        group.entities.join('\n') === entities.join('\n') &&
        !group.attributes.some((other) => other.references[0] === attribute.references[0]),
    );
    if (open) open.attributes.push(attribute);
    else groups.push({ attributes: [attribute], entities });
  }
  return groups;
}

/**
 * Families in an order in which entities that are referenced come first. In a circle the references that primary keys are
 * made of count more than others.
 */
export function inReferenceOrder(families: readonly Family[]): readonly Family[] {
  const waiting = new Map(families.map((family) => [family.entity.name, family]));
  const isReady = ({ entity, groups, keyed }: Family, onlyKeys: boolean): boolean =>
    groups.every(
      ({ entities, attributes }) =>
        entities.every((name) => name === entity.name || !waiting.has(name)) ||
        (onlyKeys && !attributes.some((attribute) => keyed.has(attribute.name))),
    );
  const firstReady = (onlyKeys: boolean): Family | undefined => {
    for (const family of waiting.values()) if (isReady(family, onlyKeys)) return family;
    return undefined;
  };
  const ordered: Family[] = [];
  while (waiting.size > 0) {
    const next = firstReady(false) ?? firstReady(true) ?? waiting.values().next().value;
    if (next === undefined) break;
    waiting.delete(next.entity.name);
    ordered.push(next);
  }
  return ordered;
}
