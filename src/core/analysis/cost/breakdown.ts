// The same charges by pattern, by index and by entity.
// Deliberately sums only: no figure here is computed anew, but for what a cache saves.
import type { Design, Entity, Pattern, Target } from '../../model/design.ts';
import { secondsPerMonth } from '../../syntax/quantity.ts';
import type { Analysis } from '../analysis.ts';
import { type Quantity, scale, sum, unknown } from '../capacity/quantity.ts';
import { added, multiplied, type Step } from '../capacity/step.ts';
import { type Charge, chargesBy, totalOf } from './charge.ts';
import { callsPerSecond, type Flow } from './flows.ts';
import { millionSeconds, type Pricing } from './pricing.ts';
import { readPrice } from './requests.ts';
import type { Stored } from './storage.ts';

/** What one pattern costs a month. In provisioned mode: its part of the capacity that is paid for. */
export interface PatternCost {
  readonly usd: Quantity;
  /** Million units a month, those of all indexes included. */
  readonly readUnits: Quantity;
  readonly writeUnits: Quantity;
  /** In USD a month; they add up to `usd`. */
  readonly steps: readonly Step[];
  /** What its cache saves, in USD a month: reads that DynamoDB does not answer. Undefined without a cache. */
  readonly saved: Step | undefined;
}

/** What one index costs a month. */
export interface IndexCost {
  readonly storage: Quantity;
  readonly writes: Quantity;
  readonly reads: Quantity;
  /** What it costs to have it, whoever reads it: storage and writes. */
  readonly keep: Quantity;
  /** They add up to `keep`. */
  readonly steps: readonly Step[];
}

/** What the items of one entity take a month, their entries included. */
export interface EntityCost {
  readonly items: Quantity;
  /** Bytes of an item as it is metered, without the overhead of storage. */
  readonly itemBytes: Quantity;
  readonly gigabytes: Quantity;
  readonly usd: Quantity;
  /** They add up to `usd`. */
  readonly steps: readonly Step[];
}

const millions = (steps: readonly (Step | undefined)[]): Quantity =>
  scale(sum(steps.flatMap((step) => step?.value ?? [])), secondsPerMonth / 1e6);

/** The charges of patterns, and those of parts of them of which nothing is known. */
export interface PatternCharges {
  readonly metered: readonly Charge[];
  readonly unmetered: readonly Charge[];
  readonly pricing: Pricing;
}

export function patternCosts(
  { patterns }: Design,
  flows: readonly Flow[],
  { metered, unmetered, pricing }: PatternCharges,
): ReadonlyMap<Pattern, PatternCost> {
  const byPattern = chargesBy([...metered, ...unmetered], (each) => each.pattern);
  const openPatterns = new Set(unmetered.map(({ pattern }) => pattern));
  const flowsByPattern = new Map<Pattern, Flow[]>(patterns.map((pattern) => [pattern, []]));
  for (const flow of flows) flowsByPattern.get(flow.pattern)?.push(flow);
  return new Map(
    patterns.map((pattern) => {
      const own = byPattern.get(pattern) ?? [];
      const flow = flowsByPattern.get(pattern) ?? [];
      const isOpen = flow.length === 0 && openPatterns.has(pattern);
      const open = unknown(callsPerSecond(pattern, 'rate').missing);
      const cached = flow.flatMap((each) => each.cached ?? []);
      const saved =
        cached.length === 0
          ? undefined
          : multiplied('saved by the cache', 'USD/month', [
              added('answered by the cache', 'RCU/s', cached),
              millionSeconds,
              readPrice(pricing),
            ]);
      const cost: PatternCost = {
        usd: totalOf(own),
        readUnits: isOpen ? open : millions(flow.map((each) => each.read)),
        writeUnits: isOpen ? open : millions(flow.map((each) => each.write)),
        steps: own.map(({ step }) => step),
        saved,
      };
      return [pattern, cost] as const;
    }),
  );
}

/** `charges` of patterns and storage; in provisioned mode, `capacity` has what a global index is given. */
export function indexCosts(
  { targets, vectorTargets }: Design,
  charges: readonly Charge[],
  used: readonly Charge[],
): ReadonlyMap<Target, IndexCost> {
  const byTarget = chargesBy(charges, (each) => each.target);
  const usedByTarget = chargesBy(used, (each) => each.target);
  return new Map(
    [...targets, ...vectorTargets]
      .filter(({ kind }) => kind !== 'table')
      .map((target) => {
        const own = byTarget.get(target) ?? [];
        const ofLocal = target.kind === 'local' ? (usedByTarget.get(target) ?? []) : [];
        const all = [...own, ...ofLocal];
        const reads = all.filter(({ kind }) => kind === 'reads' || kind === 'vector-searches');
        const storage = all.filter(({ entity }) => entity !== undefined);
        const writes = all.filter((each) => !reads.includes(each) && !storage.includes(each));
        const kept = [...storage, ...writes];
        const cost: IndexCost = {
          storage: totalOf(storage),
          writes: totalOf(writes),
          reads: totalOf(reads),
          keep: totalOf(kept),
          steps: kept.map(({ step }) => step),
        };
        return [target, cost] as const;
      }),
  );
}

/** What lies in the table or in one index. */
export interface StorageCost {
  /** In one Region. */
  readonly gigabytes: Quantity;
  /** In all Regions. */
  readonly usd: Quantity;
}

/** `charges` are those of storage. The table comes first, then the indexes in which something lies or could. */
export function storageCosts(
  { targets, vectorTargets }: Design,
  all: readonly Stored[],
  charges: readonly Charge[],
): ReadonlyMap<Target, StorageCost> {
  const byTarget = chargesBy(charges, (each) => each.target);
  return new Map(
    [...targets, ...vectorTargets].map((target) => {
      const own = all.filter((each) => each.target === target);
      const gigabytes = sum(own.map((each) => each.gigabytes.value));
      return [target, { gigabytes, usd: totalOf(byTarget.get(target) ?? []) }] as const;
    }),
  );
}

/** `charges` are those of storage. */
export function entityCosts(
  { design, sizes }: Analysis,
  all: readonly Stored[],
  charges: readonly Charge[],
): ReadonlyMap<Entity, EntityCost> {
  const byEntity = chargesBy(charges, (each) => each.entity);
  const gigabytes = new Map<Entity, Quantity[]>();
  for (const { entity, gigabytes: size } of all) {
    gigabytes.set(entity, [...(gigabytes.get(entity) ?? []), size.value]);
  }
  return new Map(
    [...design.entities.values()].map((entity) => {
      const own = byEntity.get(entity) ?? [];
      const cost: EntityCost = {
        items: sizes.counts.items(entity),
        itemBytes: sizes.item(entity).total,
        gigabytes: sum(gigabytes.get(entity) ?? []),
        usd: totalOf(own),
        steps: own.map(({ step }) => step),
      };
      return [entity, cost] as const;
    }),
  );
}
