// What a target holds of an item beside its keys, and what a pattern needs of it.
// Deliberately by top-level attributes, as DynamoDB projects them.
import type { Entity, Target } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';

/** The attributes of the entity that a read needs: those selected and filtered by, or all that are stored. */
export function neededOf(entity: Entity, action: Action): readonly string[] {
  const stored = [...entity.attributes.values()].filter((attribute) => attribute.decl.stored);
  const filtered = new Set(action.filter.flatMap((decl) => decl.clause?.attribute ?? []));
  const selected = action.select && new Set(action.select.map((name) => name.value));
  return stored
    .filter(
      (attribute) => selected === undefined || selected.has(attribute.name) || filtered.has(attribute.name),
    )
    .map((attribute) => attribute.name);
}

/** The attributes that an index lacks of those needed. */
export function missingFrom(target: Target, table: Target, needed: readonly string[]): readonly string[] {
  if (target.projection === 'all') return [];
  const held = new Set([
    ...[...table.partitionKey, ...table.sortKey, ...target.partitionKey, ...target.sortKey].map(
      (key) => key.name,
    ),
    ...(target.projection === 'keys-only' ? [] : target.projection),
  ]);
  return needed.filter((name) => !held.has(name));
}
