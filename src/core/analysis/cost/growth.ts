// What grows until a limit stops it: items against 400 KB, collections against 10 GB, pages against 1 MB, and the table.
// Deliberately figures only; rules say which of them is a problem.
import { limits } from '../../facts/limits.ts';
import type { Entity, Layout, Pattern, Target } from '../../model/design.ts';
import { secondsPerMonth } from '../../syntax/quantity.ts';
import { lazy } from '../../text/lazy.ts';
import type { Analysis } from '../analysis.ts';
import {
  exact,
  type Missing,
  product,
  type Quantity,
  quotient,
  rising,
  scale,
  sum,
  unknown,
} from '../capacity/quantity.ts';
import { added, given, multiplied, type Step } from '../capacity/step.ts';
import { overwriteShare } from '../capacity/write-units.ts';
import { callsPerSecond } from './flows.ts';
import { collectionsOf, createKeyValues, type KeyValues, placeholdersOf } from './heat/collections.ts';
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

/** The items of one partition key with their entries in local indexes, against 10 GB. Only in tables with a local index. */
export interface CollectionGrowth {
  readonly partitionKey: string;
  readonly layouts: readonly Layout[];
  /** Its mean, and as its greatest what the largest counts give. */
  readonly bytes: Quantity;
  readonly step: Step;
  readonly limit: number;
}

/** How many pages of 1 MB one query or scan of a call reads. */
export interface PageGrowth {
  readonly pattern: Pattern;
  readonly bytes: Quantity;
  readonly pages: Quantity;
}

/** The size of the table in one Region as it is billed, indexes included, now and a year on by what is put and deleted. */
export interface TableGrowth {
  readonly now: Quantity;
  readonly afterAYear: Quantity;
  /** In GB; they add up to `afterAYear`. */
  readonly steps: readonly Step[];
}

export interface Growth {
  readonly items: readonly ItemGrowth[];
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

/** Items of the entity under one partition key: the mean over all, the greatest by what counts say of it. */
function itemsPerKey({ sizes }: Analysis, keyValues: KeyValues, entity: Entity, layout: Layout): Quantity {
  const { counts } = sizes;
  const mean = quotient(counts.items(entity), keyValues(entity, layout));
  const names = new Set(placeholdersOf(layout.partition).map(({ name }) => name));
  const per = entity.decl.counts.find((count) => {
    const by = counts.countedBy(entity, count);
    return by !== undefined && by.length > 0 && by.every((name) => names.has(name));
  });
  const max = mean.max === 1 ? 1 : per?.max;
  return { ...mean, min: 0, max: max === undefined ? undefined : Math.max(max, mean.mean ?? 0) };
}

function collectionGrowth(analysis: Analysis): readonly CollectionGrowth[] {
  const { design, sizes } = analysis;
  if (!design.targets.some(({ kind }) => kind === 'local')) return [];
  const keyValues = createKeyValues(sizes.counts);
  return collectionsOf(design)
    .filter(({ target }) => target.kind === 'table')
    .map(({ partitionKey, layouts }) => {
      const parts = layouts.flatMap((layout) => {
        const entity = design.entities.get(layout.entity);
        if (entity === undefined) return [];
        const isTable = layout.target.kind === 'table';
        const size = isTable ? sizes.item(entity).total : sizes.entry(entity, layout).total;
        const share = isTable ? [] : [given('share in the index', sizes.share(entity, layout), 'share')];
        return [
          multiplied(`${entity.name} in ${isTable ? 'the table' : layout.target.name}`, 'B', [
            given('items', itemsPerKey(analysis, keyValues, entity, layout), 'items'),
            given(isTable ? 'item' : 'entry', size, 'B'),
            ...share,
          ]),
        ];
      });
      const step = added(`items of ${partitionKey}`, 'B', parts);
      return { partitionKey, layouts, bytes: step.value, step, limit: limits.itemCollectionBytes.value };
    });
}

function pageGrowth({ design, units, routes }: Analysis): readonly PageGrowth[] {
  return design.patterns.flatMap((pattern) =>
    (units.get(pattern)?.parts ?? []).flatMap(({ resolved, once }): readonly PageGrowth[] => {
      const result = routes.get(resolved.action);
      if (result?.kind !== 'served' || result.route.operation === 'GetItem') return [];
      const queries = result.route.fanOut.reduce((all, each) => all * (each.queries ?? 1), 1);
      const bytes = quotient(once.bytes, exact(queries));
      const pages = rising(bytes, (size) => Math.max(1, Math.ceil(size / limits.pageBytes.value)));
      return [{ pattern, bytes, pages }];
    }),
  );
}

const secondsPerYear = 12 * secondsPerMonth;

/** Items of each entity that a second adds, less those that it takes away. */
function netPuts({ design, units }: Analysis): ReadonlyMap<Entity, readonly Quantity[]> {
  const found = new Map<Entity, Quantity[]>();
  for (const pattern of design.patterns) {
    for (const { resolved, perCall } of units.get(pattern)?.parts ?? []) {
      const [entity] = resolved.entities;
      const { action } = resolved;
      const sign = action.kind === 'put' ? 1 - overwriteShare(action) : action.kind === 'delete' ? -1 : 0;
      if (entity === undefined || sign === 0) continue;
      const succeeding = sign * (1 - (action.fails ?? 0));
      const perSecond = product([perCall.items, callsPerSecond(pattern, 'rate')]);
      const own = sign < 0 ? negative(scale(perSecond, -succeeding)) : scale(perSecond, succeeding);
      const known = found.get(entity);
      if (known) known.push(own);
      else found.set(entity, [own]);
    }
  }
  return found;
}

/** What is taken away: the most of it is the least that is left. */
const negative = ({ min, mean, max, missing }: Quantity): Quantity => ({
  min: max === undefined ? Number.NEGATIVE_INFINITY : -max,
  mean: mean === undefined ? undefined : -mean,
  max: -min,
  atLeast: mean === undefined ? (max === undefined ? Number.NEGATIVE_INFINITY : -max) : -mean,
  missing,
});

function missingLifetime(entity: Entity, attribute: string): Missing {
  return {
    what: `how long ${entity.name} items live until ${attribute} deletes them`,
    write: undefined,
    span: entity.decl.nameSpan,
  };
}

/** The items of an entity after a year: no fewer than none. Those that expire leave open how many remain. */
function itemsAfterAYear(analysis: Analysis, entity: Entity, net: readonly Quantity[]): Quantity {
  const now = analysis.sizes.counts.items(entity);
  const grown = sum([now, ...net.map((each) => scale(each, secondsPerYear))]);
  const left = (value: number): number => Math.max(0, value);
  const later: Quantity = {
    min: left(grown.min),
    mean: grown.mean === undefined ? undefined : left(grown.mean),
    max: grown.max === undefined ? undefined : left(grown.max),
    atLeast: left(grown.atLeast),
    missing: grown.missing,
  };
  const expires = analysis.design.model.table?.timeToLive?.value;
  const isExpiring = expires !== undefined && entity.attributes.has(expires) && net.length > 0;
  return isExpiring ? unknown([missingLifetime(entity, expires)], 0, later.max) : later;
}

function tableGrowth(analysis: Analysis, options: CostOptions): TableGrowth {
  const all = storedOf(analysis, createPricing(analysis.design, options));
  const net = netPuts(analysis);
  const later = new Map(
    [...analysis.design.entities.values()].map((entity) => [
      entity,
      itemsAfterAYear(analysis, entity, net.get(entity) ?? []),
    ]),
  );
  const steps = all.map(({ entity, share, bytes, gigabytes, perGigabyte }) =>
    multiplied(`${gigabytes.label} after a year`, 'GB', [
      given('items', later.get(entity) ?? exact(0), 'items'),
      ...share,
      bytes,
      perGigabyte,
    ]),
  );
  return {
    now: sum(all.map(({ gigabytes }) => gigabytes.value)),
    afterAYear: sum(steps.map(({ value }) => value)),
    steps,
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
