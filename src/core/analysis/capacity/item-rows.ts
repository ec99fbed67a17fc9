// What an item of an entity is made of: one row for each attribute, each key and the type attribute, with its bytes.
// Deliberately adds nothing up; item-size.ts does.
import type { Design, Entity, KeyAttribute, Target } from '../../model/design.ts';
import type { KeyDecl, KeyType, KeyVariantDecl } from '../../model/model.ts';
import { utf8Length } from '../../text/utf8.ts';
import { missingPresence, presentShare } from '../counts/worlds.ts';
import { keyBytes } from './key-bytes.ts';
import { exact, type Quantity, sum, unknown } from './quantity.ts';
import { valueBytes } from './value-bytes.ts';

/** When an item carries a row. */
export type Presence =
  | { readonly kind: 'always' }
  | { readonly kind: 'optional'; readonly share: Quantity }
  /** With one alternative of an index's keys. */
  | { readonly kind: 'variant'; readonly index: string; readonly variant: KeyVariantDecl };

export interface Row {
  readonly name: string;
  readonly role: 'key' | 'attribute' | 'type';
  readonly nameBytes: number;
  readonly valueBytes: Quantity;
  /** Both. */
  readonly bytes: Quantity;
  readonly presence: Presence;
}

export const always: Presence = { kind: 'always' };

const keyOf = ({ partitionKey, sortKey }: Target, name: string): KeyAttribute | undefined =>
  partitionKey.find((key) => key.name === name) ?? sortKey.find((key) => key.name === name);

function row(name: string, role: Row['role'], valueBytes: Quantity, presence: Presence): Row {
  const nameBytes = utf8Length(name);
  return { name, role, nameBytes, valueBytes, bytes: sum([exact(nameBytes), valueBytes]), presence };
}

function keyType(design: Design, name: string): KeyType {
  for (const target of design.targets) {
    const key = keyOf(target, name);
    if (key) return key.type;
  }
  return 'string';
}

function attributePresence(entity: Entity, name: string): Presence {
  const attribute = entity.attributes.get(name);
  if (attribute === undefined || !attribute.decl.optional) return always;
  const share = presentShare(attribute);
  return {
    kind: 'optional',
    share: share === undefined ? unknown([missingPresence(attribute)], 0, 1) : exact(share),
  };
}

/** All that an item may carry, keys first. A key that is a plain attribute stands once, as the attribute. */
export function rowsOf(design: Design, entity: Entity): readonly Row[] {
  const rows: Row[] = [];
  const { keys, conditionalKeys } = entity.decl;
  const add = (key: KeyDecl, presence: Presence, beside: readonly KeyDecl[]) => {
    const bytes = keyBytes(key.template, keyType(design, key.name), entity, beside);
    rows.push(row(key.name, 'key', bytes, presence));
  };
  for (const key of keys) add(key, always, keys);
  for (const { name, variants } of conditionalKeys) {
    for (const variant of variants) {
      for (const key of variant.keys) {
        add(key, { kind: 'variant', index: name, variant }, [...variant.keys, ...keys]);
      }
    }
  }
  const typeAttribute = design.table?.decl.typeAttribute?.value;
  const taken = new Set(rows.map((each) => each.name));
  if (typeAttribute !== undefined && !taken.has(typeAttribute) && !entity.attributes.has(typeAttribute)) {
    rows.push(row(typeAttribute, 'type', exact(utf8Length(entity.name)), always));
  }
  for (const attribute of entity.attributes.values()) {
    if (!attribute.decl.stored || taken.has(attribute.name)) continue;
    rows.push(
      row(attribute.name, 'attribute', valueBytes(attribute), attributePresence(entity, attribute.name)),
    );
  }
  return rows;
}

/** True for what the target keeps of an item: all of it, or its own keys, the table's, and what it projects. */
export function isProjected(design: Design, target: Target, name: string): boolean {
  const { projection } = target;
  if (projection === 'all' || keyOf(target, name)) return true;
  if (design.table && keyOf(design.table.target, name)) return true;
  return projection !== 'keys-only' && projection.includes(name);
}
