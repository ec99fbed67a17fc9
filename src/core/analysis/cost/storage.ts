// What is stored: the items of every entity and their entries in every index, in bytes and in money.
// Deliberately as billed: 100 bytes more for each item and entry, and 48 for each item of a global table.
import { freeTier } from '../../facts/prices/allowances.ts';
import type { PriceName } from '../../facts/prices/price.ts';
import { itemBytes } from '../../facts/units.ts';
import type { Entity, Target } from '../../model/design.ts';
import type { Analysis } from '../analysis.ts';
import { type Quantity, rising, sum } from '../capacity/quantity.ts';
import { added, given, multiplied, type Remark, type Step } from '../capacity/step.ts';
import { type Charge, charge } from './charge.ts';
import { type Pricing, perGigabyte } from './pricing.ts';

/** What an entity takes in the table or in one index. */
export interface Stored {
  readonly entity: Entity;
  readonly target: Target;
  /** Of the items, the share that has an entry; none for the table. */
  readonly share: readonly Step[];
  /** Of one, the overhead of storage included. */
  readonly bytes: Step;
  readonly perGigabyte: Step;
  /** Of all, in GB. */
  readonly gigabytes: Step;
}

const overhead = itemBytes.storageOverhead.value;
const replicaOverhead = itemBytes.storageOverheadOfReplicas.value;

/** Of vector indexes, AWS says what they store and not what it bills beside. */
const overheadRemark = ({ decl }: Target): Remark =>
  decl?.kind === 'vector' ? { note: 'as in other indexes', provenance: 'assumed' } : {};

function stored(
  entity: Entity,
  target: Target,
  items: Quantity,
  share: readonly Step[],
  size: Quantity,
  { regions, options }: Pricing,
): Stored {
  const isTable = target.kind === 'table';
  const what = isTable ? 'item' : 'entry';
  const bytes = added(`an ${what} as it is billed`, 'B', [
    given(`${what} of ${entity.name}`, size, 'B'),
    given('kept with each by DynamoDB', overhead, 'B', overheadRemark(target)),
    ...(isTable && regions.length > 1 ? [given('more in a global table', replicaOverhead, 'B')] : []),
  ]);
  const gigabyte = perGigabyte(options);
  const gigabytes = multiplied(`${entity.name} in ${isTable ? 'the table' : target.name}`, 'GB', [
    given('items', items, 'items'),
    ...share,
    bytes,
    gigabyte,
  ]);
  return { entity, target, share, bytes, perGigabyte: gigabyte, gigabytes };
}

const shareStep = (inside: Quantity): readonly Step[] =>
  inside.min === 1 && inside.max === 1 ? [] : [given('share in the index', inside, 'share')];

/** Everything that is stored in one Region. */
export function storedOf({ design, sizes }: Analysis, pricing: Pricing): readonly Stored[] {
  const table = design.table?.target;
  return [...design.entities.values()].flatMap((entity) => {
    const items = sizes.counts.items(entity);
    const isStored = table !== undefined && entity.layouts.some((layout) => layout.target === table);
    const whole = isStored ? [stored(entity, table, items, [], sizes.item(entity).total, pricing)] : [];
    const entries = entity.layouts
      .filter((layout) => layout.target.kind !== 'table')
      .map((layout) => {
        const share = shareStep(sizes.share(entity, layout));
        return stored(entity, layout.target, items, share, sizes.entry(entity, layout).total, pricing);
      });
    const inVectors = sizes.vectorEntries(entity).map((entry) => {
      const share = shareStep(entry.share);
      return stored(entity, entry.target, items, share, entry.size.total, pricing);
    });
    return [...whole, ...entries, ...inVectors];
  });
}

export const storagePriceName = ({ tableClass }: Pricing): PriceName =>
  tableClass === 'standard' ? 'storage.standard' : 'storage.infrequent-access';

/** The share of the storage that the free tier leaves to be paid. */
function beyondFree(all: readonly Stored[], { options, tableClass }: Pricing): readonly Step[] {
  if (!options.freeTier || tableClass !== 'standard') return [];
  const { value, unit } = freeTier.storage;
  const total = sum(all.map(({ gigabytes }) => gigabytes.value));
  const share = rising(total, (size) => Math.max(0, 1 - value / Math.max(size, value)));
  return [given(`beyond the free ${value} ${unit}`, share, 'share')];
}

/** What storage costs in every Region. */
export function storageCharges(all: readonly Stored[], pricing: Pricing): readonly Charge[] {
  const free = beyondFree(all, pricing);
  return pricing.regions.flatMap((region) => {
    const price = pricing.price(storagePriceName(pricing), region);
    const isHome = region === pricing.home;
    return all.map(({ entity, target, gigabytes }) => {
      const label = `storage of ${gigabytes.label}${isHome ? '' : ` in ${region}`}`;
      const step = multiplied(label, 'USD/month', [gigabytes, price, ...free]);
      return charge(isHome ? 'storage' : 'replicas', region, step, { entity, target });
    });
  });
}
