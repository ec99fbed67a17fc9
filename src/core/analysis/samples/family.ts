// What the sample items of one entity have in common: their references, and how values and absence are dealt out.
// Deliberately dealt once for the whole family, so that the shares are those of all its items.

import type { Attribute, Design, Entity } from '../../model/design.ts';
import { primaryKeyAttributes } from '../../model/layouts.ts';
import type { KeyDecl } from '../../model/model.ts';
import { once } from '../../text/once.ts';
import type { DynamoValue } from '../capacity/item.ts';
import type { Draft } from './draft.ts';
import { type Group, groupsOf } from './groups.ts';
import { hostilityOf } from './hostile.ts';
import type { Scale } from './how-many.ts';
import { shuffled } from './mixed.ts';
import { type OwnValues, ownValues } from './own-values.ts';
import { scalarValue } from './scalar-value.ts';

/** What all drafts of an entity share. */
export interface Family {
  readonly entity: Entity;
  readonly scale: Scale;
  readonly groups: readonly Group[];
  /** The group of each attribute that is in one, by its name. */
  readonly groupByName: ReadonlyMap<string, number>;
  /** The lines of keys that all its items have, by the key's name. */
  readonly keyLines: ReadonlyMap<string, KeyDecl>;
  readonly own: (attribute: Attribute) => OwnValues;
  /** Whether the items carry an optional attribute, where nothing demands it. */
  readonly carries: (attribute: Attribute) => Carries;
  /** The values of an enumeration in the order in which the items have them, each in its share. */
  readonly dealt: (attribute: Attribute) => readonly (DynamoValue | undefined)[];
  /** Attributes that the primary key is made of. */
  readonly keyed: ReadonlySet<string>;
  /** All its items are there, so that they can refer to each other. */
  complete: boolean;
  /** The number of items planned; shares of values and of absence are of it. */
  size: number;
  readonly drafts: Draft[];
}

/** By the item's index. */
export type Carries = (index: number) => boolean;

export interface SampleOptions {
  readonly scale: Scale;
  /** With values that break keys which only look right: separators inside, equal numbers, other letters. */
  readonly hostile: boolean;
  /** Make items beside those that the user wrote, too. */
  readonly beside: boolean;
}

/** The family of an entity, without items yet. */
export function familyOf(design: Design, entity: Entity, { scale, hostile }: SampleOptions): Family {
  const keyed = new Set(primaryKeyAttributes(entity));
  const timeToLive = design.table?.decl.timeToLive?.value;
  const groups = groupsOf(entity);
  const hostility = hostile ? hostilityOf(entity) : undefined;
  const family: Family = {
    entity,
    scale,
    groups,
    groupByName: new Map(groups.flatMap(({ attributes }, i) => attributes.map(({ name }) => [name, i]))),
    keyLines: new Map(entity.decl.keys.map((key) => [key.name, key])),
    own: once((attribute) => {
      const { name } = attribute;
      const use = { inPrimaryKey: keyed.has(name), timeToLive: name === timeToLive, hostility };
      return ownValues(attribute, use);
    }),
    carries: once((attribute) => carriesOf(family, attribute)),
    dealt: once((attribute) => dealtOf(family, attribute)),
    keyed,
    complete: false,
    size: 0,
    drafts: [],
  };
  return family;
}

export const groupIndex = (family: Family, name: string): number => family.groupByName.get(name) ?? -1;

/** The optional attributes of one group, which come and go together. */
export function companions({ groups, groupByName }: Family, attribute: Attribute): readonly Attribute[] {
  const group = groups[groupByName.get(attribute.name) ?? -1];
  return group?.attributes.filter((other) => other.decl.optional) ?? [attribute];
}

function carriesOf(family: Family, attribute: Attribute): Carries {
  const together = companions(family, attribute);
  const { size, entity } = family;
  const share = together.find((other) => other.decl.present !== undefined)?.decl.present ?? 0.5;
  if (share <= 0 || share >= 1) return () => share >= 1;
  if (size < 2) return () => true;
  const number = Math.max(1, Math.min(size - 1, Math.round(share * size)));
  const seed = `${entity.name}.${together[0]?.name ?? attribute.name}`;
  const carrying = new Set(shuffled(size, seed).slice(0, number));
  return (index) => carrying.has(index % size);
}

/** Every value at least once where there are items enough, the rest by the shares. */
function dealtOf({ entity, size }: Family, attribute: Attribute): readonly (DynamoValue | undefined)[] {
  const values = attribute.decl.enumeration ?? [];
  const even = 1 / Math.max(1, values.length);
  const byShare = values
    .map(({ value, share }) => ({ value, share: share ?? even }))
    .toSorted((a, b) => b.share - a.share);
  const dealt = byShare.map(({ value }) => value);
  const wanted = (value: (typeof dealt)[number]): number =>
    (byShare.find((each) => each.value === value)?.share ?? 0) * size;
  while (dealt.length < size && byShare.length > 0) {
    const lack = (value: (typeof dealt)[number]): number =>
      wanted(value) - dealt.filter((each) => each === value).length;
    const most = byShare.reduce((a, b) => (lack(b.value) > lack(a.value) ? b : a));
    dealt.push(most.value);
  }
  const order = shuffled(Math.min(dealt.length, size), `${entity.name}.${attribute.name}`);
  return (order.length > 0 ? order : [0]).map((at) => {
    const value = dealt[at];
    return value === undefined ? undefined : scalarValue(String(value), attribute.type);
  });
}
