// Sizes, counts and shares of one design, each computed once: what units are made of.
// Deliberately holds nothing beyond one analysis.
import type { Design, Entity, Layout } from '../../model/design.ts';
import { once } from '../../text/once.ts';
import { type Counts, createCounts } from '../counts/counts.ts';
import { entrySize, itemSizeWith, noSize, partsOf, type Size } from './item-size.ts';
import type { Quantity } from './quantity.ts';
import { keyAttributesOf } from './touched.ts';
import { type VectorEntry, vectorEntriesOf } from './vector-entries.ts';

export interface Sizes {
  readonly design: Design;
  readonly counts: Counts;
  /** An item of the entity. */
  readonly item: (entity: Entity) => Size;
  /** An item that carries these attributes, optional or not, and lacks those. */
  readonly itemWith: (entity: Entity, carried: readonly string[], lacking: readonly string[]) => Size;
  /** What an index keeps of an item that lies in it as the layout says. */
  readonly entry: (entity: Entity, layout: Layout) => Size;
  /** The attributes of which its keys are made, and the key attributes themselves, each once. */
  readonly keyAttributes: (layout: Layout) => readonly string[];
  /** The share of the entity's items that lie so. */
  readonly share: (entity: Entity, layout: Layout) => Quantity;
  /** Its entries in vector indexes. */
  readonly vectorEntries: (entity: Entity) => readonly VectorEntry[];
}

export function createSizes(design: Design): Sizes {
  const parts = once((entity: Entity) => partsOf(design, entity));
  const entries = once((layout: Layout) => {
    const entity = design.entities.get(layout.entity);
    return entity ? entrySize(design, parts(entity), layout) : noSize;
  });
  const counts = createCounts(design);
  return {
    design,
    counts,
    item: (entity) => parts(entity).whole(),
    itemWith: (entity, carried, lacking) => itemSizeWith(parts(entity), carried, lacking),
    entry: (_, layout) => entries(layout),
    keyAttributes: once(keyAttributesOf),
    share: (_, layout) => counts.share(layout),
    vectorEntries: once((entity: Entity) => vectorEntriesOf(design, counts, parts(entity))),
  };
}
