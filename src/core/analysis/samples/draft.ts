// An item in the making: which items it refers to, and the value of each of its attributes.
// Deliberately computes a value when it is asked for, so that references may run in circles between entities.
import type { Attribute } from '../../model/design.ts';
import type { MapNode } from '../../syntax/tree.ts';
import type { DynamoValue } from '../capacity/item.ts';
import { companions, type Family, groupIndex } from './family.ts';
import { isRepeated, shownValues } from './how-many.ts';
import { mixed } from './mixed.ts';

/** The item that a group names, and by which of the group's entities. */
export interface Parent {
  readonly draft: Draft;
  readonly option: number;
}

export interface Draft {
  readonly family: Family;
  /** Among the items of its entity, from 0. */
  readonly index: number;
  /** Among those of the same parent, from 0. */
  readonly ordinal: number;
  /** By group; undefined where nothing is named. */
  parents: readonly (Parent | undefined)[];
  /** Slots of attributes that several items share. */
  readonly slots: ReadonlyMap<string, number>;
  /** Values that are set, and are not to be made. */
  readonly set: ReadonlyMap<string, DynamoValue>;
  /** Attributes that must be there, or must not. */
  readonly presence: ReadonlyMap<string, boolean>;
  /** Where the user wrote the item. */
  readonly written: MapNode | undefined;
  /** How often it was made anew because its key was taken. */
  attempt: number;
}

/** The attribute's value; undefined where it is absent, or where none could be made. */
export function attributeValue(draft: Draft, name: string): DynamoValue | undefined {
  const set = draft.set.get(name);
  if (set !== undefined) return set;
  const { family } = draft;
  const attribute = family.entity.attributes.get(name);
  if (attribute === undefined || !isPresent(draft, attribute)) return undefined;
  if (attribute.decl.enumeration) return enumValue(draft, attribute);
  if (attribute.decl.constant) return family.own(attribute)(0);
  const group = groupIndex(family, name);
  if (group < 0) return family.own(attribute)(slotOf(draft, attribute));
  const parent = draft.parents[group];
  if (parent) {
    const reference = attribute.references[parent.option];
    return reference && attributeValue(parent.draft, reference.name);
  }
  // The first of its kind refers to itself: there is nothing else to refer to.
  const final = family.complete || family.keyed.has(name);
  const itself = attribute.references.find((reference) => reference.entity === family.entity.name);
  return final && itself ? attributeValue(draft, itself.name) : undefined;
}

function slotOf({ family, index, attempt, slots }: Draft, attribute: Attribute): number {
  const { entity, scale } = family;
  const slot = slots.get(attribute.name);
  if (slot !== undefined) return slot + (attempt > 6 ? attempt : 0);
  if (!isRepeated(entity, attribute.name)) return index + attempt * 16;
  const shift = mixed(`${entity.name}.${attribute.name}`);
  return (shift + index + attempt) % shownValues(entity, attribute.name, scale);
}

function isPresent({ family, index, presence, set, written }: Draft, attribute: Attribute): boolean {
  if (!attribute.decl.optional) return true;
  if (presence.size > 0) {
    for (const { name } of companions(family, attribute)) {
      const demanded = presence.get(name);
      if (demanded !== undefined) return demanded;
    }
  }
  if (written) return companions(family, attribute).some(({ name }) => set.has(name));
  return family.carries(attribute)(index);
}

function enumValue({ family, index, attempt }: Draft, attribute: Attribute): DynamoValue | undefined {
  const dealt = family.dealt(attribute);
  return dealt[(index + attempt) % dealt.length];
}
