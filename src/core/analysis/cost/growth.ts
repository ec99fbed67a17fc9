// What grows until a limit stops it: items against 400 KB, collections against 10 GB, pages against 1 MB, and the table.
// Deliberately figures only; rules say which of them is a problem.
import { limits } from '../../facts/limits.ts';
import type { Entity, Layout, Pattern, ResolvedAction, Target } from '../../model/design.ts';
import { lazy } from '../../text/lazy.ts';
import type { Analysis } from '../analysis.ts';
import { type Quantity, sum } from '../capacity/quantity.ts';
import { given, multiplied, type Step } from '../capacity/step.ts';
import { type CollectionGrowth, collectionGrowth } from './collection-growth.ts';
import { itemsLater } from './later.ts';
import type { CostOptions } from './options.ts';
import { createPricing } from './pricing.ts';
import { storedOf } from './storage.ts';

/** An item against 400 KB; with a local index, the item and its entry there together. */
export interface ItemGrowth {
  readonly entity: Entity;
  /** The local index that counts, too. */
  readonly index: Target | undefined;
  readonly bytes: Quantity;
  readonly limit: number;
}

/** How many pages of 1 MB one query or scan has before it. A call may be several queries. */
export interface PageGrowth {
  readonly pattern: Pattern;
  readonly resolved: ResolvedAction;
  readonly target: Target;
  readonly items: Quantity;
  readonly bytes: Quantity;
  readonly pages: Quantity;
  /** False where the caller takes the first page and no more: `pages: first`, or a `limit`. */
  readonly isFollowed: boolean;
}

/** The size of the table in one Region as it is billed, indexes included, now and a year on by what is put and deleted. */
export interface TableGrowth {
  readonly now: Quantity;
  readonly afterAYear: Quantity;
  /** In GB; they add up to `afterAYear`. */
  readonly steps: readonly Step[];
  /** The same of the table alone and of each index. */
  readonly byTarget: ReadonlyMap<Target, { readonly now: Quantity; readonly afterAYear: Quantity }>;
}

export interface Growth {
  readonly items: readonly ItemGrowth[];
  /** Only in tables with a local index. */
  readonly collections: readonly CollectionGrowth[];
  readonly pages: readonly PageGrowth[];
  readonly table: TableGrowth;
}

const localLayouts = (entity: Entity): readonly Layout[] =>
  entity.layouts.filter(({ target }) => target.kind === 'local');

function itemGrowth({ design, sizes }: Analysis): readonly ItemGrowth[] {
  return [...design.entities.values()].flatMap((entity): readonly ItemGrowth[] => {
    const bytes = sizes.item(entity).total;
    const withEntries = localLayouts(entity).map((layout) => ({
      entity,
      index: layout.target,
      bytes: sum([bytes, sizes.entry(entity, layout).total]),
      limit: limits.itemBytesWithLocalIndexes.value,
    }));
    return withEntries.length > 0
      ? withEntries
      : [{ entity, index: undefined, bytes, limit: limits.itemBytes.value }];
  });
}

const pageGrowth = ({ design, units }: Analysis): readonly PageGrowth[] =>
  design.patterns.flatMap((pattern) =>
    units.get(pattern).parts.flatMap(({ resolved, once: { range } }): readonly PageGrowth[] => {
      if (range === undefined) return [];
      const { firstPageOnly, limit } = resolved.action;
      const { target, items, bytes, pages } = range;
      const isFollowed = !firstPageOnly && limit === undefined;
      return [{ pattern, resolved, target, items, bytes, pages, isFollowed }];
    }),
  );

function tableGrowth(analysis: Analysis, options: CostOptions): TableGrowth {
  const later = itemsLater(analysis);
  const all = storedOf(analysis, createPricing(analysis.design, options)).map((stored) => {
    const { entity, target, share, bytes, gigabytes, perGigabyte } = stored;
    const parts = [given('items', later(entity), 'items'), ...share, bytes, perGigabyte];
    return { target, now: gigabytes, step: multiplied(`${gigabytes.label} after a year`, 'GB', parts) };
  });
  const totals = (own: typeof all) => ({
    now: sum(own.map(({ now }) => now.value)),
    afterAYear: sum(own.map(({ step }) => step.value)),
  });
  return {
    ...totals(all),
    steps: all.map(({ step }) => step),
    byTarget: new Map(
      [...analysis.design.targets, ...analysis.design.vectorTargets].map((target) => [
        target,
        totals(all.filter((each) => each.target === target)),
      ]),
    ),
  };
}

/** How far the model is from DynamoDB's limits, now and by what its patterns put. Each part is computed when asked for. */
export function growthOf(analysis: Analysis, options: CostOptions = {}): Growth {
  const items = lazy(() => itemGrowth(analysis));
  const collections = lazy(() => collectionGrowth(analysis));
  const pages = lazy(() => pageGrowth(analysis));
  const table = lazy(() => tableGrowth(analysis, options));
  return {
    get items() {
      return items();
    },
    get collections() {
      return collections();
    },
    get pages() {
      return pages();
    },
    get table() {
      return table();
    },
  };
}
