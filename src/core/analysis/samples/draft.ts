// An item in the making: which items it refers to, and the value of each of its attributes.
// Deliberately computes a value when it is asked for, so that references may run in circles between entities.
import type { Attribute, Entity } from '../../model/design.ts';
import type { MapNode } from '../../syntax/tree.ts';
import type { DynamoValue } from '../capacity/item.ts';
import type { Group } from './groups.ts';
import { isRepeated, shownValues } from './how-many.ts';
import { mixed, shuffled } from './mixed.ts';
import type { OwnValues } from './own-values.ts';
import { scalarValue } from './scalar-value.ts';

/** The item that a group names, and by which of the group's entities. */
export interface Parent {
  readonly draft: Draft;
  readonly option: number;
}

/** What all drafts of an entity share. */
export interface Family {
  readonly entity: Entity;
  readonly groups: readonly Group[];
  readonly own: (attribute: Attribute) => OwnValues;
  /** Attributes that the primary key is made of. */
  readonly keyed: ReadonlySet<string>;
  /** All its items are there, so that they can refer to each other. */
  complete: boolean;
  /** The number of items planned; shares of values and of absence are of it. */
  size: number;
  readonly drafts: Draft[];
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

export const groupIndex = (family: Family, name: string): number =>
  family.groups.findIndex((group) => group.attributes.some((attribute) => attribute.name === name));

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
  const { entity } = family;
  const slot = slots.get(attribute.name);
  if (slot !== undefined) return slot + (attempt > 6 ? attempt : 0);
  if (!isRepeated(entity, attribute.name)) return index + attempt * 16;
  const shift = mixed(`${entity.name}.${attribute.name}`);
  return (shift + index + attempt) % shownValues(entity, attribute.name);
}

/** Attributes of one group come and go together. */
function isPresent(draft: Draft, attribute: Attribute): boolean {
  const { family, index, presence } = draft;
  const group = family.groups[groupIndex(family, attribute.name)];
  const together = group?.attributes.filter((other) => other.decl.optional) ?? [attribute];
  for (const { name } of together) {
    const demanded = presence.get(name);
    if (demanded !== undefined) return demanded || !attribute.decl.optional;
  }
  if (!attribute.decl.optional) return true;
  if (draft.written) return together.some((other) => draft.set.has(other.name));
  const share = together.find((other) => other.decl.present !== undefined)?.decl.present ?? 0.5;
  if (share <= 0 || share >= 1) return share >= 1;
  if (family.size < 2) return true;
  const number = Math.max(1, Math.min(family.size - 1, Math.round(share * family.size)));
  const seed = `${family.entity.name}.${together[0]?.name ?? attribute.name}`;
  return shuffled(family.size, seed).indexOf(index % family.size) < number;
}

/** Every value at least once where there are items enough, the rest by the shares. */
function enumValue(draft: Draft, attribute: Attribute): DynamoValue | undefined {
  const values = attribute.decl.enumeration ?? [];
  const { family, index, attempt } = draft;
  const even = 1 / Math.max(1, values.length);
  const byShare = values
    .map(({ value, share }) => ({ value, share: share ?? even }))
    .toSorted((a, b) => b.share - a.share);
  const dealt = byShare.map(({ value }) => value);
  const wanted = (value: (typeof dealt)[number]): number =>
    (byShare.find((each) => each.value === value)?.share ?? 0) * family.size;
  while (dealt.length < family.size && byShare.length > 0) {
    const lack = (value: (typeof dealt)[number]): number =>
      wanted(value) - dealt.filter((each) => each === value).length;
    const most = byShare.reduce((a, b) => (lack(b.value) > lack(a.value) ? b : a));
    dealt.push(most.value);
  }
  const seed = `${family.entity.name}.${attribute.name}`;
  const order = shuffled(Math.min(dealt.length, family.size), seed);
  const value = dealt[order[(index + attempt) % Math.max(1, order.length)] ?? 0];
  return value === undefined ? undefined : scalarValue(String(value), attribute.type);
}
