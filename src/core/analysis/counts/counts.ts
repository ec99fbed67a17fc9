// How many items an entity has, and how many different values its attributes have.
// Deliberately only the totals of a model; matches.ts says how many of them a query reads.

import { truncationsIn } from '../../facts/dates.ts';
import type { Attribute, Design, Entity, Layout } from '../../model/design.ts';
import { tableLayout } from '../../model/layouts.ts';
import type { CountDecl } from '../../model/model.ts';
import type { FunctionCall } from '../../syntax/template.ts';
import { once } from '../../text/once.ts';
import {
  between,
  exact,
  type Missing,
  product,
  type Quantity,
  scale,
  sum,
  unknown,
  zero,
} from '../capacity/quantity.ts';
import { identityOf, naming, referencedEntities } from './identity.ts';
import { areSparseAlike, layoutShare, type Memberships, membershipsOf, unconditional } from './membership.ts';
import { presentShare, valuesOf } from './worlds.ts';

export interface Counts {
  /** The items of the entity. */
  readonly items: (entity: Entity) => Quantity;
  /** On what it depends whether items lie as the layout says. */
  readonly memberships: (layout: Layout) => Memberships;
  /** The share of its entity's items that lie as the layout says. */
  readonly share: (layout: Layout) => Quantity;
  /** The names of the attributes that tell two items of the entity apart. */
  readonly identity: (entity: Entity) => readonly string[];
  /** The different values that these attributes have together, never more than there are items. */
  readonly distinct: (entity: Entity, names: readonly string[]) => Quantity;
  /** The different values that the attribute has behind a function that loses some: dates and shards. */
  readonly distinctBehind: (attribute: Attribute, calls: readonly FunctionCall[]) => Quantity;
  /** The attributes of the entity that name one of what the count is per; undefined for a total. */
  readonly countedBy: (entity: Entity, count: CountDecl) => readonly string[] | undefined;
}

const missingCount = (entity: Entity): Missing => ({
  what: `how many ${entity.name} items there are`,
  write: 'count: 1M',
  span: entity.decl.nameSpan,
});

const missingDistinct = (attribute: Attribute, namesItem = false): Missing => ({
  what: `how many different values ${attribute.name} of ${attribute.entity} has`,
  write: namesItem ? 'unique: true' : 'distinct: 400',
  span: attribute.decl.nameSpan,
});

const missingSpan = (attribute: Attribute): Missing => ({
  what: `what time the values of ${attribute.name} of ${attribute.entity} cover`,
  write: 'span: 3 years',
  span: attribute.decl.nameSpan,
});

/** Counts of a later time: how many items there are then, and how much longer their dates go on, in seconds. */
export interface Later {
  readonly items: (entity: Entity) => Quantity;
  readonly seconds: number;
}

function distinctBehind(attribute: Attribute, calls: readonly FunctionCall[], longer: number): Quantity {
  const call = calls.find((each) => each.name === 'date' || each.name === 'shard' || each.name === 'hash');
  if (call === undefined) return unknown([missingDistinct(attribute)]);
  const width = Number(call.args[0]);
  if (call.name === 'shard' && width > 0) return exact(width);
  if (call.name === 'hash' && width > 0) return exact(16 ** width);
  const seconds = attribute.sources.find((source) => source.timeSpan !== undefined)?.timeSpan;
  const added = attribute.format?.risesWithTime ? longer : 0;
  const values = seconds === undefined ? undefined : truncationsIn(seconds + added, call.args[0] ?? '');
  return values === undefined ? unknown([missingSpan(attribute)]) : exact(values);
}

/** Of now, or of `later`. */
export function createCounts(design: Design, later?: Later): Counts {
  const counted = new Map<Entity, Quantity>();
  const open = new Set<Entity>();
  const identity = once((entity: Entity) => identityOf(entity));
  const memberships = once((layout: Layout): Memberships => {
    const { target, sparse } = layout;
    const entity = design.entities.get(layout.entity);
    if (entity === undefined) return unconditional;
    // Alternatives of one index depend on the same.
    const first = entity.layouts.find((each) => each.target === target && areSparseAlike(each, layout));
    return first === undefined || first === layout
      ? membershipsOf(entity, [target.name], sparse)
      : memberships(first);
  });
  const share = once((layout: Layout) => {
    const entity = design.entities.get(layout.entity);
    return entity ? layoutShare(entity, layout, memberships(layout)) : zero;
  });

  function items(entity: Entity): Quantity {
    const known = counted.get(entity);
    if (known) return known;
    // Counts that depend on each other tell nothing.
    if (open.has(entity)) return unknown([missingCount(entity)]);
    open.add(entity);
    const result = later ? later.items(entity) : itemsByDeclaration(entity);
    open.delete(entity);
    counted.set(entity, result);
    return result;
  }

  function itemsByDeclaration(entity: Entity): Quantity {
    const totals = entity.decl.counts.map((count) => totalOf(entity, count));
    const total = totals.find((each) => each.mean !== undefined) ?? totals[0];
    if (total !== undefined) return total;
    return tableLayout(entity) !== undefined && identity(entity).length === 0
      ? exact(1)
      : unknown([missingCount(entity)]);
  }

  function totalOf(entity: Entity, count: CountDecl): Quantity {
    if (count.per === undefined) return between(count.mean, count.mean, count.max ?? count.mean);
    const owner = design.entities.get(count.per.value);
    if (owner !== undefined) return scale(items(owner), count.mean);
    return entity.attributes.has(count.per.value)
      ? scale(distinct(entity, [count.per.value]), count.mean)
      : unknown([missingCount(entity)]);
  }

  const counting = new Map<CountDecl, readonly string[] | undefined>();

  function countedBy(entity: Entity, count: CountDecl): readonly string[] | undefined {
    if (count.per === undefined) return undefined;
    if (!counting.has(count)) counting.set(count, namesCounted(entity, count.per.value));
    return counting.get(count);
  }

  function namesCounted(entity: Entity, per: string): readonly string[] | undefined {
    const owner = design.entities.get(per);
    if (owner !== undefined) return naming(entity, [...entity.attributes.keys()], owner, identity(owner));
    return entity.attributes.has(per) ? [per] : undefined;
  }

  function distinct(entity: Entity, names: readonly string[]): Quantity {
    if (names.length === 0) return exact(1);
    const identifying = identity(entity);
    if (identifying.length > 0 && identifying.every((name) => names.includes(name))) return items(entity);
    const groups: Quantity[] = [];
    let rest = names;
    for (;;) {
      const named = largestNamed(entity, rest);
      if (named === undefined) break;
      groups.push(product([items(named.other), presenceOf(entity, named.by)]));
      rest = rest.filter((name) => !named.by.includes(name));
    }
    for (const name of rest) {
      const attribute = entity.attributes.get(name);
      if (attribute) groups.push(distinctValues(entity, attribute));
    }
    const together = product(groups);
    // While the entity itself is being counted there is no total yet to stay below.
    const all = open.has(entity) ? undefined : items(entity).mean;
    return all !== undefined && together.mean !== undefined && together.mean > all ? exact(all) : together;
  }

  /** The other entity of which the most of these attributes name one item. */
  function largestNamed(entity: Entity, names: readonly string[]) {
    const attributes = names.flatMap((name) => entity.attributes.get(name) ?? []);
    const perEntities = entity.decl.counts.flatMap(
      (count) => design.entities.get(count.per?.value ?? '') ?? [],
    );
    let best: { readonly other: Entity; readonly by: readonly string[] } | undefined;
    for (const other of new Set([...referencedEntities(design, attributes), ...perEntities])) {
      const by = naming(entity, names, other, identity(other));
      if (by && by.length > (best?.by.length ?? 0)) best = { other, by };
    }
    return best;
  }

  const presenceOf = (entity: Entity, names: readonly string[]): Quantity =>
    exact(
      Math.min(
        1,
        ...names.flatMap((name) => {
          const attribute = entity.attributes.get(name);
          return (attribute && presentShare(attribute)) ?? [];
        }),
      ),
    );

  function distinctValues(entity: Entity, attribute: Attribute): Quantity {
    const written = attribute.decl.distinct;
    if (written !== undefined) return exact(written);
    const present = presenceOf(entity, [attribute.name]);
    if (attribute.references.length > 0) {
      const each = attribute.references.map((reference) => {
        const owner = design.entities.get(reference.entity);
        return owner ? distinct(owner, [reference.name]) : unknown([missingDistinct(attribute)]);
      });
      return product([sum(each), present]);
    }
    if (attribute.decl.unique || attribute.format?.distinctPerItem === true) {
      return product([items(entity), present]);
    }
    const values = valuesOf(attribute);
    return values
      ? exact(values.length)
      : unknown([missingDistinct(attribute, mayNameItem(entity, attribute))]);
  }

  /** True if it may well be what tells items apart: all others of the identity name other things. */
  function mayNameItem(entity: Entity, attribute: Attribute): boolean {
    const names = identity(entity);
    return (
      names.every((name) => {
        const other = entity.attributes.get(name);
        return name === attribute.name ? true : (other?.references.length ?? 0) > 0;
      }) && names.includes(attribute.name)
    );
  }

  return {
    items,
    memberships,
    share,
    identity,
    distinct,
    distinctBehind: (attribute, calls) => distinctBehind(attribute, calls, later?.seconds ?? 0),
    countedBy,
  };
}
