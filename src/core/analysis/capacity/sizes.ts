// Sizes, counts and shares of one design, each computed once: what units are made of.
// Deliberately holds nothing beyond one analysis.
import type { Design, Entity, Layout } from '../../model/design.ts';
import { type Counts, createCounts } from '../counts/counts.ts';
import { layoutShare } from '../counts/membership.ts';
import { rowsOf } from './item-rows.ts';
import { entrySize, itemSize, type Size } from './item-size.ts';
import { type Quantity, zero } from './quantity.ts';

export interface Sizes {
  readonly design: Design;
  readonly counts: Counts;
  /** An item of the entity. */
  readonly item: (entity: Entity) => Size;
  /** An item that carries these attributes, optional or not. */
  readonly itemWith: (entity: Entity, attributes: readonly string[]) => Size;
  /** What an index keeps of an item that lies in it as the layout says. */
  readonly entry: (entity: Entity, layout: Layout) => Size;
  /** The share of the entity's items that lie so. */
  readonly share: (entity: Entity, layout: Layout) => Quantity;
}

function once<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const done = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const known = done.get(key) ?? { value: compute(key) };
    done.set(key, known);
    return known.value;
  };
}

export function createSizes(design: Design): Sizes {
  const entityOf = (layout: Layout): Entity | undefined => design.entities.get(layout.entity);
  const none: Size = { rows: [], total: zero, outcomes: [] };
  const rows = once((entity: Entity) => rowsOf(design, entity));
  const entries = once((layout: Layout) => {
    const entity = entityOf(layout);
    return entity ? entrySize(design, entity, rows(entity), layout) : none;
  });
  const shares = once((layout: Layout) => {
    const entity = entityOf(layout);
    return entity ? layoutShare(entity, layout) : none.total;
  });
  return {
    design,
    counts: createCounts(design),
    item: once((entity: Entity) => itemSize(entity, rows(entity))),
    itemWith: (entity, attributes) => itemSize(entity, rows(entity), attributes),
    entry: (_, layout) => entries(layout),
    share: (_, layout) => shares(layout),
  };
}
