// The same traffic and storage under other ways of paying: on-demand, provisioned, reserved; Standard and Standard-IA.
// Deliberately whole months of the whole table, at its mean rates and, where capacity is fixed, at its peaks.
import type { Design } from '../../model/design.ts';
import type { Analysis } from '../analysis.ts';
import { exact, isKnown, type Quantity, quotient, rising, sum, tidy, unknown } from '../capacity/quantity.ts';
import { added, given, multiplied, rounded, type Step } from '../capacity/step.ts';
import { type Charge, totalOf } from './charge.ts';
import { expiryCharges } from './expiry.ts';
import { type Flow, flowsOf, stepsByTarget } from './flows.ts';
import type { CostOptions } from './options.ts';
import { createPricing, hoursPerMonth, millionSeconds, type Pricing, type TableClass } from './pricing.ts';
import {
  breakEven,
  type CapacityUse,
  capacityCharges,
  capacityUses,
  defaultUtilisation,
  followed,
  hourPrice,
  type Side,
} from './provisioned.ts';
import { readPrice, writePrice } from './requests.ts';
import { type Stored, storageCharges } from './storage.ts';
import { vectorCharges } from './vectors.ts';

export type Billing = 'on-demand' | 'provisioned' | 'provisioned-for-peaks' | 'reserved-1y' | 'reserved-3y';

export interface Alternative {
  readonly billing: Billing;
  readonly tableClass: TableClass;
  /** USD a month for everything, what is the same in all alternatives included. */
  readonly usd: Quantity;
  readonly step: Step;
}

export interface Comparison {
  /** Reserved capacity is not sold for Standard-IA and for global tables, so it is absent there. */
  readonly alternatives: readonly Alternative[];
  /** The share of provisioned units in use from which on they cost less than on-demand requests. */
  readonly breakEven: { readonly read: Step; readonly write: Step };
  /** The share in use on average of the units that the peaks need; undefined where nothing is used. */
  readonly utilisation: { readonly read: Quantity | undefined; readonly write: Quantity | undefined };
  /** Standard's storage by its on-demand requests, in money, and from which ratio on Standard-IA costs less. */
  readonly storageRatio: { readonly own: Quantity; readonly breakEven: Quantity };
}

const billingLabels: Readonly<Record<Billing, string>> = {
  'on-demand': 'on-demand',
  provisioned: 'provisioned, autoscaled',
  'provisioned-for-peaks': 'provisioned for the peaks',
  'reserved-1y': 'reserved for a year, as far as it fills blocks of 100',
  'reserved-3y': 'reserved for three years, as far as it fills blocks of 100',
};

const classLabels: Readonly<Record<TableClass, string>> = {
  standard: 'Standard',
  'standard-infrequent-access': 'Standard-IA',
};

interface PerSecond {
  readonly reads: Step;
  readonly tableWrites: Step;
  readonly indexWrites: Step;
}

function perSecondOf({ targets }: Design, flows: readonly Flow[]): PerSecond {
  const reads = stepsByTarget(flows, 'read');
  const writes = stepsByTarget(flows, 'write');
  const of = (steps: typeof reads, isWanted: (kind: string) => boolean) =>
    targets.filter(({ kind }) => isWanted(kind)).flatMap((target) => steps.get(target) ?? []);
  return {
    reads: added(
      'reads',
      'RCU/s',
      of(reads, () => true),
    ),
    tableWrites: added(
      'writes to the table',
      'WCU/s',
      of(writes, (kind) => kind === 'table'),
    ),
    indexWrites: added(
      'writes to indexes',
      'WCU/s',
      of(writes, (kind) => kind !== 'table'),
    ),
  };
}

function onDemand(
  { reads, tableWrites, indexWrites }: PerSecond,
  expired: readonly Charge[],
  pricing: Pricing,
): Step {
  const cost = (use: Step, price: Step, label: string) =>
    multiplied(label, 'USD/month', [use, millionSeconds, price]);
  const writesIn = (region: string): readonly Step[] => [
    cost(tableWrites, writePrice(pricing, true, region), `writes to the table in ${region}`),
    ...(indexWrites.value.max === 0
      ? []
      : [cost(indexWrites, writePrice(pricing, false, region), `writes to indexes in ${region}`)]),
  ];
  return added('requests', 'USD/month', [
    cost(reads, readPrice(pricing), 'reads'),
    ...pricing.regions.flatMap(writesIn),
    ...expired.map(({ step }) => step),
  ]);
}

const provisioned = (uses: readonly CapacityUse[], pricing: Pricing): Step =>
  added(
    'capacity',
    'USD/month',
    capacityCharges(uses, pricing).map(({ step }) => step),
  );

const reservedUnits = 100;
const terms = { 'reserved-1y': 12, 'reserved-3y': 36 } as const;

/** Whole blocks reserved; the rest as one more block or at the plain price, whichever costs less. */
function reservedSide(
  uses: readonly CapacityUse[],
  side: Side,
  term: keyof typeof terms,
  pricing: Pricing,
): Step {
  const unit = side === 'read' ? 'RCU' : 'WCU';
  const own = uses.filter((use) => use.side === side).map(({ paid }) => paid);
  const capacity = added(`${side} capacity`, unit, own);
  const prices = [
    pricing.price(`${term}.${side}-upfront`, pricing.home),
    pricing.price(`${term}.${side}-hour`, pricing.home),
    hourPrice(pricing, side, true, pricing.home),
  ];
  const label = `${side} capacity, reserved`;
  const [upfront, hour, plain] = prices.map(({ value }) => value.mean);
  if (upfront === undefined || hour === undefined || plain === undefined) {
    const { missing } = sum([capacity, ...prices].map(({ value }) => value));
    return rounded(label, unknown(missing), 'USD/month', [capacity, ...prices]);
  }
  const block = upfront / terms[term] + hour * hoursPerMonth;
  const single = plain * hoursPerMonth;
  const costs = (units: number) => {
    const blocks = Math.floor(tidy(units / reservedUnits));
    const rest = Math.max(0, units - blocks * reservedUnits);
    return blocks * block + Math.min(rest * single, block);
  };
  return rounded(label, rising(capacity.value, costs), 'USD/month', [capacity, ...prices], {
    note: `blocks of ${reservedUnits}; what is paid at once is spread over ${terms[term]} months`,
  });
}

const reserved = (uses: readonly CapacityUse[], term: keyof typeof terms, pricing: Pricing): Step =>
  added('capacity', 'USD/month', [
    reservedSide(uses, 'read', term, pricing),
    reservedSide(uses, 'write', term, pricing),
  ]);

const storageOf = (all: readonly Stored[], pricing: Pricing): Step =>
  added(
    'storage',
    'USD/month',
    storageCharges(all, pricing).map(({ step }) => step),
  );

/** Nothing where no vector index is used. */
function vectorsOf(analysis: Analysis, pricing: Pricing): readonly Step[] {
  const steps = vectorCharges(analysis, pricing).map(({ step }) => step);
  return steps.length === 0 ? [] : [added('vector indexes', 'USD/month', steps)];
}

function shareInUse(mean: readonly Flow[], peak: readonly Flow[], side: Side): Quantity | undefined {
  const total = (flows: readonly Flow[]) => sum(flows.flatMap((flow) => flow[side]?.value ?? []));
  const atPeak = total(peak);
  return atPeak.max === 0 ? undefined : quotient(total(mean), atPeak);
}

/** How much more requests cost in Standard-IA, by how much less storage does. */
function storageRatio(standard: Step, infrequent: Step, storage: Step, cheaper: Step): Quantity {
  const values = [standard, infrequent, storage, cheaper].map(({ value }) => value);
  const [requests, dearer, stored, saved] = values;
  if (![requests, dearer, stored, saved].every((each) => each && isKnown(each))) {
    return unknown(sum(values).missing);
  }
  const ratio =
    ((dearer?.mean ?? 0) / (requests?.mean ?? 0) - 1) / (1 - (saved?.mean ?? 0) / (stored?.mean ?? 0));
  return Number.isFinite(ratio) && ratio > 0 ? exact(ratio) : unknown([]);
}

/** `others` is what is the same however throughput and storage are paid for. */
export function compare(
  analysis: Analysis,
  options: CostOptions,
  flows: readonly Flow[],
  all: readonly Stored[],
  others: Quantity,
): Comparison {
  const { design } = analysis;
  const standard = createPricing(design, options, 'standard');
  const infrequent = createPricing(design, options, 'standard-infrequent-access');
  const perSecond = perSecondOf(design, flows);
  const peaks = flowsOf(analysis, 'peak', options);
  const share = design.model.table?.capacity;
  const target =
    (share?.mode === 'provisioned' ? share.autoscaling?.target : undefined) ?? defaultUtilisation;
  const scaled = capacityUses(design, flows, (_, use, side) => followed(use, target, side));
  const forPeaks = capacityUses(design, peaks, (_, use, side) => followed(use, 1, side));
  const same = others.max === 0 ? [] : [given('all else', others, 'USD/month')];
  const alternative = (billing: Billing, pricing: Pricing, throughput: Step): Alternative => {
    const label = `${billingLabels[billing]}, ${classLabels[pricing.tableClass]}`;
    const step = added(label, 'USD/month', [
      throughput,
      storageOf(all, pricing),
      ...vectorsOf(analysis, pricing),
      ...same,
    ]);
    return { billing, tableClass: pricing.tableClass, usd: step.value, step };
  };
  const isReservable = standard.regions.length === 1;
  const requests = onDemand(perSecond, expiryCharges(analysis, standard), standard);
  const dearer = onDemand(perSecond, expiryCharges(analysis, infrequent), infrequent);
  return {
    alternatives: [
      alternative('on-demand', standard, requests),
      alternative('provisioned', standard, provisioned(scaled, standard)),
      alternative('provisioned-for-peaks', standard, provisioned(forPeaks, standard)),
      ...(isReservable
        ? [
            alternative('reserved-1y', standard, reserved(scaled, 'reserved-1y', standard)),
            alternative('reserved-3y', standard, reserved(scaled, 'reserved-3y', standard)),
          ]
        : []),
      alternative('on-demand', infrequent, dearer),
      alternative('provisioned', infrequent, provisioned(scaled, infrequent)),
    ],
    breakEven: { read: breakEven(standard, 'read'), write: breakEven(standard, 'write') },
    utilisation: { read: shareInUse(flows, peaks, 'read'), write: shareInUse(flows, peaks, 'write') },
    storageRatio: {
      own: quotient(totalOf(storageCharges(all, standard)), requests.value),
      breakEven: storageRatio(requests, dearer, storageOf(all, standard), storageOf(all, infrequent)),
    },
  };
}
