// What a target holds of an item beside its keys, and what a pattern needs of it.
// Deliberately by top-level attributes, as DynamoDB projects them.

import type { Entity, Target } from '../../model/design.ts';
import { tableLayout } from '../../model/layouts.ts';
import type { Action } from '../../model/model.ts';
import type { Obstacle } from './route.ts';

const filteredBy = ({ filter }: Action, name: string): boolean =>
  filter.some((decl) => decl.clause?.attribute === name);

/** The attributes of the entity that a read needs: those selected and filtered by, or all that are stored. */
export function neededOf(entity: Entity, action: Action): readonly string[] {
  const selected = action.select && new Set(action.select.map((name) => name.value));
  const needed: string[] = [];
  for (const [name, { decl }] of entity.attributes) {
    if (decl.stored && (selected === undefined || selected.has(name) || filteredBy(action, name)))
      needed.push(name);
  }
  return needed;
}

/** The names of all attributes that the target holds, keys among them; undefined where it holds all. */
function heldNames(target: Target, table: Target): ReadonlySet<string> | undefined {
  if (target.projection === 'all') return undefined;
  const keys = [...table.partitionKey, ...table.sortKey, ...target.partitionKey, ...target.sortKey];
  const projected = target.projection === 'keys-only' ? [] : target.projection;
  return new Set([...keys.map((key) => key.name), ...projected]);
}

/** The attributes that an index lacks of those needed. */
export function missingFrom(target: Target, table: Target, needed: readonly string[]): readonly string[] {
  const held = heldNames(target, table);
  return held === undefined ? [] : needed.filter((name) => !held.has(name));
}

/** Whether a key is nothing but the value of the attribute, as in `alarmAt: "${at}"`, and is held. */
const heldAs = (entity: Entity, attribute: string, held: ReadonlySet<string>): string | undefined =>
  entity.layouts
    .flatMap((layout) => [...layout.partition, ...layout.sort])
    .find(({ key, template: { parts } }) => {
      const [part] = parts;
      const isBare = part?.kind === 'placeholder' && parts.length === 1 && part.functions.length === 0;
      const isSame = isBare && part.name === attribute && entity.attributes.get(attribute)?.type === key.type;
      return isSame && held.has(key.name);
    })?.key.name;

/** The name under which a read of the target gives the attribute: its own, or that of a key which is nothing but its value. */
export function nameIn(target: Target, entity: Entity, attribute: string): string {
  const table = tableLayout(entity)?.target ?? target;
  const held = heldNames(target, table);
  if (held === undefined || held.has(attribute)) return attribute;
  return heldAs(entity, attribute, held) ?? attribute;
}

/** The attributes that the read needs and the target gives under no name; a filter goes by an attribute's own name only. */
export function lackedBy(
  target: Target,
  table: Target,
  entities: readonly Entity[],
  action: Action,
): readonly string[] {
  const held = heldNames(target, table);
  if (held === undefined) return [];
  const lacked = entities.flatMap((entity) =>
    missingFrom(target, table, neededOf(entity, action)).filter(
      (name) => filteredBy(action, name) || heldAs(entity, name, held) === undefined,
    ),
  );
  return [...new Set(lacked)];
}

/** A global index gives no more than it projects; a local one fetches the rest. */
export const projectionObstacle = (target: Target, lacked: readonly string[]): readonly Obstacle[] =>
  lacked.length > 0 && target.kind === 'global' ? [{ kind: 'not-projected', attributes: lacked }] : [];
