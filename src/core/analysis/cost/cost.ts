// What a model costs a month: every charge with its working, and the same money by kind, pattern, index and entity.
// Deliberately pure and total: any model has a cost, in which what is not known is unknown and said.
import type { PriceSource } from '../../facts/prices/price.ts';
import type { Entity, Pattern, Target } from '../../model/design.ts';
import { lazy } from '../../text/lazy.ts';
import { span } from '../../text/span.ts';
import type { Analysis } from '../analysis.ts';
import { distinctMissing, type Missing, type Quantity, sum, unknown, zero } from '../capacity/quantity.ts';
import { added, given, type Step } from '../capacity/step.ts';
import {
  type EntityCost,
  entityCosts,
  type IndexCost,
  indexCosts,
  type PatternCost,
  patternCosts,
  type StorageCost,
  storageCosts,
} from './breakdown.ts';
import { type Charge, type ChargeKind, charge, chargeKinds, chargesBy, totalOf } from './charge.ts';
import { type Comparison, compare } from './compare.ts';
import { expiryCharges } from './expiry.ts';
import { backupCharges, cacheCharges, streamCharges, transferCharges } from './extras.ts';
import { flowsOf } from './flows.ts';
import type { CostOptions } from './options.ts';
import { createPricing, type Pricing, type TableClass } from './pricing.ts';
import {
  type CapacityUse,
  capacityCharges,
  capacityUses,
  difference,
  paidCapacity,
  usedCapacity,
} from './provisioned.ts';
import { requestCharges } from './requests.ts';
import { storageCharges, storedOf } from './storage.ts';
import { type UnknownCost, unknownsOf } from './unknowns.ts';
import { vectorCharges } from './vectors.ts';

export interface Cost {
  readonly region: string;
  readonly regions: readonly string[];
  readonly billing: 'on-demand' | 'provisioned';
  readonly tableClass: TableClass;
  readonly total: Quantity;
  /** The total, by kind, then charge by charge. */
  readonly working: Step;
  readonly charges: readonly Charge[];
  readonly byKind: ReadonlyMap<ChargeKind, Quantity>;
  readonly patterns: ReadonlyMap<Pattern, PatternCost>;
  /** Global, local and vector indexes. */
  readonly indexes: ReadonlyMap<Target, IndexCost>;
  readonly entities: ReadonlyMap<Entity, EntityCost>;
  readonly storage: ReadonlyMap<Target, StorageCost>;
  /** In one Region, the table and every index. */
  readonly gigabytes: Quantity;
  /** Units that the patterns use and, in provisioned mode, those that are paid for; empty on-demand. */
  readonly capacity: readonly CapacityUse[];
  /** Provisioned and not used by a pattern; 0 on-demand. */
  readonly unused: Quantity;
  readonly comparison: Comparison;
  /** What is not known or assumed, what moves the total most first. */
  readonly unknown: readonly UnknownCost[];
  /** What is assumed for the whole, such as the Region. */
  readonly assumed: readonly Missing[];
  /** Where the prices of the charges are from. */
  readonly sources: readonly PriceSource[];
}

/** Parts of patterns that no table or index meters: questions to another system, reads without a route. */
function unmeteredCharges({ design, units }: Analysis, pricing: Pricing): readonly Charge[] {
  return design.patterns.flatMap((pattern) => {
    const own = units.get(pattern);
    if (own === undefined) return [];
    const open = own.parts.filter(({ perCall }) => perCall.byTarget.length === 0 && !perCall.vectors);
    if (own.parts.length > 0 && open.length === 0) return [];
    const missing =
      own.parts.length === 0
        ? own.unknown
        : distinctMissing(open.flatMap(({ perCall }) => perCall.steps.flatMap(({ value }) => value.missing)));
    if (missing.length === 0) return [];
    return [
      charge('reads', pricing.home, given(`what ${pattern.name} uses`, unknown(missing), 'USD/month'), {
        pattern,
      }),
    ];
  });
}

/** Without a table nothing has a size or a rate, which is not to say that it costs nothing. */
function chargesWithoutTable({ design }: Analysis, { home }: Pricing): readonly Charge[] {
  if (design.table) return [];
  const missing: Missing = {
    what: 'which table it is: none has a partition key',
    write: 'table: { name: Shop, partitionKey: PK }',
    span: design.model.table?.span ?? span(0, 0),
  };
  return [charge('storage', home, given('the table', unknown([missing]), 'USD/month'))];
}

/** The charges of each kind together, in the order in which kinds are shown. */
function stepsByKind(charges: readonly Charge[]): ReadonlyMap<ChargeKind, Step> {
  const byKind = chargesBy(charges, (each) => each.kind);
  const kinds = Object.entries(chargeKinds) as readonly (readonly [ChargeKind, string])[];
  return new Map(
    kinds.flatMap(([kind, label]) => {
      const steps = byKind.get(kind)?.map(({ step }) => step);
      return steps ? [[kind, added(label, 'USD/month', steps)] as const] : [];
    }),
  );
}

/** The monthly cost of the model as it is written. */
export function costOf(analysis: Analysis, options: CostOptions = {}): Cost {
  const { design } = analysis;
  const pricing = createPricing(design, options);
  const flows = flowsOf(analysis, 'rate', options);
  const isProvisioned = design.model.table?.capacity?.mode === 'provisioned';
  const uses = isProvisioned ? capacityUses(design, flows, paidCapacity) : [];
  const throughput = isProvisioned
    ? capacityCharges(uses, pricing)
    : [...requestCharges(flows, pricing), ...expiryCharges(analysis, pricing)];
  const used = isProvisioned ? usedCapacity(design, flows, uses, pricing) : [];
  const unmetered = unmeteredCharges(analysis, pricing);
  const vectors = vectorCharges(analysis, pricing);
  const all = storedOf(analysis, pricing);
  const storage = storageCharges(all, pricing);
  const others = [
    ...unmetered,
    ...chargesWithoutTable(analysis, pricing),
    ...backupCharges(analysis, all, pricing),
    ...streamCharges(analysis, pricing),
    ...transferCharges(analysis, pricing),
    ...cacheCharges(analysis, pricing),
  ];
  const charges = [...throughput, ...vectors, ...storage, ...others];
  const kinds = stepsByKind(charges);
  const whole = added('a month', 'USD/month', [...kinds.values()]);
  const comparison = lazy(() => compare(analysis, options, flows, all, totalOf(others)));
  const open = lazy(() => unknownsOf(charges, used));
  return {
    region: pricing.home,
    regions: pricing.regions,
    billing: isProvisioned ? 'provisioned' : 'on-demand',
    tableClass: pricing.tableClass,
    total: whole.value,
    working: whole,
    charges,
    byKind: new Map([...kinds].map(([kind, { value }]) => [kind, value])),
    patterns: patternCosts(design, flows, {
      metered: [...(isProvisioned ? used : throughput), ...vectors],
      unmetered,
      pricing,
    }),
    indexes: indexCosts(design, [...throughput, ...vectors, ...storage], used),
    entities: entityCosts(analysis, all, storage),
    storage: storageCosts(design, all, storage),
    gigabytes: sum(all.map(({ gigabytes }) => gigabytes.value)),
    capacity: uses,
    unused: isProvisioned ? difference(totalOf(throughput), totalOf(used)) : zero,
    get comparison() {
      return comparison();
    },
    get unknown() {
      return open();
    },
    assumed: pricing.assumed,
    sources: pricing.sources(),
  };
}
