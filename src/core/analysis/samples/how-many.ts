// How many items are shown: few, but in the proportions that `count` tells.
// Deliberately uneven where a parent has several: the first item collection is full, the later ones are short.

import type { Design, Entity } from '../../model/design.ts';
import { namesOfParts, tableLayout } from '../../model/layouts.ts';
import type { Family } from './family.ts';
import type { Group } from './groups.ts';

/** The bounds of how many items are made. */
export interface Scale {
  /** No entity has more, however many parents there are. */
  readonly items: number;
  /** Of one parent. */
  readonly children: number;
  /** Different values of an attribute of which the items have few. */
  readonly values: number;
  /** Items of an entity that has no parent, where its count allows. */
  readonly roots: number;
}

/** What a picture of the table can show. */
export const shownScale: Scale = { items: 8, children: 4, values: 3, roots: 3 };

/** What the number of an entity's items follows from. */
export type Origin =
  /** So many for each item that the group can name. */
  | { readonly kind: 'group'; readonly group: Group; readonly mean: number }
  /** So many for each of a few values of a plain attribute. */
  | { readonly kind: 'attribute'; readonly name: string; readonly mean: number }
  | { readonly kind: 'total'; readonly items: number };

/** Children of each parent in turn, for a mean number of children. */
export function childrenOfEach(mean: number, parents: number, scale: Scale): readonly number[] {
  const children: number[] = [];
  let left = scale.items;
  for (let parent = 0; parent < parents; parent++) {
    const spread = Math.ceil((parent + 1) * mean - 1e-9) - Math.ceil(parent * mean - 1e-9);
    const falling = Math.max(1, Math.min(scale.children, Math.round(mean)) - parent);
    const number = Math.min(left, mean < 2 ? spread : falling);
    children.push(number);
    left -= number;
  }
  return children;
}

/** The number without `per`, where one is written. */
const totalOf = (entity: Entity | undefined): number | undefined =>
  entity?.decl.counts.find((count) => count.per === undefined)?.mean;

export function originOf(design: Design, { entity, groups, keyed, scale }: Family): Origin {
  if (design.table && keyed.size === 0) return { kind: 'total', items: 1 };
  for (const { per, mean } of entity.decl.counts) {
    if (per === undefined) continue;
    const group =
      groups.find((each) => each.attributes.some((attribute) => attribute.name === per.value)) ??
      groups.find((each) => each.entities.includes(per.value));
    if (group) return { kind: 'group', group, mean };
    if (entity.attributes.has(per.value)) return { kind: 'attribute', name: per.value, mean };
  }
  return unwrittenOrigin(design, entity, groups, scale);
}

/** Where `count` names no parent: what the partition key is made of. */
function unwrittenOrigin(design: Design, entity: Entity, groups: readonly Group[], scale: Scale): Origin {
  const total = totalOf(entity);
  for (const name of namesOfParts(tableLayout(entity)?.partition ?? [])) {
    const attribute = entity.attributes.get(name);
    const group = groups.find((each) => each.attributes.some((other) => other.name === name));
    if (group && !group.entities.includes(entity.name)) {
      const parents = group.entities.reduce(
        (sum, each) => sum + (totalOf(design.entities.get(each)) ?? 0),
        0,
      );
      return { kind: 'group', group, mean: total && parents ? total / parents : 2 };
    }
    if (attribute && isRepeated(entity, name)) {
      return {
        kind: 'attribute',
        name,
        mean: total ? total / (attribute.decl.distinct ?? 1) : scale.children,
      };
    }
  }
  if (total !== undefined && total <= 3) return { kind: 'total', items: Math.max(1, Math.round(total)) };
  const values = [...entity.attributes.values()].map((attribute) => attribute.decl.enumeration?.length ?? 0);
  const few = total !== undefined && total < 1_000 ? scale.roots - 1 : scale.roots;
  const most = Math.max(few, Math.min(scale.roots + 2, Math.max(0, ...values)));
  return { kind: 'total', items: total === undefined ? most : Math.min(most, Math.round(total)) };
}

/** True where the items have few different values of the attribute, by `distinct`. */
export function isRepeated(entity: Entity, name: string): boolean {
  const distinct = entity.attributes.get(name)?.decl.distinct;
  if (distinct === undefined) return false;
  const total = totalOf(entity);
  return total === undefined || total / Math.max(1, distinct) >= 2;
}

/** How many different values of a repeated attribute are shown. */
export const shownValues = (entity: Entity, name: string, { values }: Scale): number =>
  Math.max(1, Math.min(values, Math.round(entity.attributes.get(name)?.decl.distinct ?? values)));
