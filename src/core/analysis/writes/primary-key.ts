// What the primary key of an entity is made of, for all that hold a pattern against it.
// Deliberately by the names of attributes; the functions around them do not matter there.
import type { Design, Entity } from '../../model/design.ts';

export interface PrimaryKey {
  /** The key attributes themselves. */
  readonly keys: readonly string[];
  /** Of each attribute in their templates, the key attribute that it is in. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Undefined where the entity has no full primary key. */
export function primaryKeyOf(design: Design, entity: Entity): PrimaryKey | undefined {
  const table = design.table?.target;
  const layout = table && entity.layouts.find(({ target }) => target === table);
  if (layout === undefined) return undefined;
  const attributes = new Map<string, string>();
  const keys: string[] = [];
  for (const { key, template } of [...layout.partition, ...layout.sort]) {
    keys.push(key.name);
    for (const part of template.parts) {
      if (part.kind === 'placeholder' && !attributes.has(part.name)) attributes.set(part.name, key.name);
    }
  }
  return { keys, attributes };
}
