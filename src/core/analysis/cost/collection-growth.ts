// Item collections against 10 GB: the items of one partition key with their entries in local indexes, now and a year on.
// Deliberately only in tables with a local index: without one, DynamoDB sets a collection no limit.

import { limits } from '../../facts/limits.ts';
import type { Entity, Layout } from '../../model/design.ts';
import { namesOfParts } from '../../model/layouts.ts';
import type { Analysis } from '../analysis.ts';
import { type Quantity, quotient } from '../capacity/quantity.ts';
import { added, given, multiplied, type Step } from '../capacity/step.ts';
import { type Counts, createCounts } from '../counts/counts.ts';
import { collectionsOf, createKeyValues, type KeyValues } from './heat/collections.ts';
import { itemsLater, secondsPerYear } from './later.ts';

export interface CollectionGrowth {
  readonly partitionKey: string;
  readonly layouts: readonly Layout[];
  /** Its mean, and as its greatest what the largest counts give. */
  readonly bytes: Quantity;
  readonly step: Step;
  /** A year on, by what patterns put and delete. */
  readonly afterAYear: Step;
  readonly limit: number;
}

/** How many there are at one time. */
interface Census {
  readonly counts: Counts;
  readonly keyValues: KeyValues;
}

const censusOf = (counts: Counts): Census => ({ counts, keyValues: createKeyValues(counts) });

/** Items of the entity under one partition key: the mean over all, the greatest by what counts say of it. */
function itemsPerKey({ counts, keyValues }: Census, entity: Entity, layout: Layout): Quantity {
  const mean = quotient(counts.items(entity), keyValues(entity, layout));
  const names = new Set(namesOfParts(layout.partition));
  const per = entity.decl.counts.find((count) => {
    const by = counts.countedBy(entity, count);
    return by !== undefined && by.length > 0 && by.every((name) => names.has(name));
  });
  const max = mean.max === 1 ? 1 : per?.max;
  return { ...mean, min: 0, max: max === undefined ? undefined : Math.max(max, mean.mean ?? 0) };
}

/** A collection that is there does not shrink because others are added, only because items are deleted. */
function itemsPerKeyLater(now: Census, later: Census, entity: Entity, layout: Layout): Quantity {
  const before = itemsPerKey(now, entity, layout);
  const after = itemsPerKey(later, entity, layout);
  const isShrinking = later.counts.items(entity).atLeast < now.counts.items(entity).atLeast;
  const isSmaller = before.mean !== undefined && after.mean !== undefined && after.mean < before.mean;
  return isSmaller && !isShrinking ? before : after;
}

export function collectionGrowth(analysis: Analysis): readonly CollectionGrowth[] {
  const { design, sizes } = analysis;
  if (!design.targets.some(({ kind }) => kind === 'local')) return [];
  const now = censusOf(sizes.counts);
  const later = censusOf(createCounts(design, { items: itemsLater(analysis), seconds: secondsPerYear }));
  const partOf = (layout: Layout, items: (entity: Entity) => Quantity): readonly Step[] => {
    const entity = design.entities.get(layout.entity);
    if (entity === undefined) return [];
    const isTable = layout.target.kind === 'table';
    const size = isTable ? sizes.item(entity).total : sizes.entry(entity, layout).total;
    const share = isTable ? [] : [given('share in the index', sizes.share(entity, layout), 'share')];
    return [
      multiplied(`${entity.name} in ${isTable ? 'the table' : layout.target.name}`, 'B', [
        given('items', items(entity), 'items'),
        given(isTable ? 'item' : 'entry', size, 'B'),
        ...share,
      ]),
    ];
  };
  return collectionsOf(design)
    .filter(({ target }) => target.kind === 'table')
    .map(({ partitionKey, layouts }): CollectionGrowth => {
      const label = `items of ${partitionKey}`;
      const parts = layouts.flatMap((layout) => partOf(layout, (entity) => itemsPerKey(now, entity, layout)));
      const partsLater = layouts.flatMap((layout) =>
        partOf(layout, (entity) => itemsPerKeyLater(now, later, entity, layout)),
      );
      const step = added(label, 'B', parts);
      const afterAYear = added(`${label} after a year`, 'B', partsLater);
      const limit = limits.itemCollectionBytes.value;
      return { partitionKey, layouts, bytes: step.value, step, afterAYear, limit };
    });
}
