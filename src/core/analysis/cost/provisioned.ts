// Provisioned capacity: what is paid for on the table and each global index, and what the patterns use of it.
// Deliberately by averages: autoscaling is taken as if it always held its target.

import { freeTier } from '../../facts/prices/allowances.ts';
import type { PriceName } from '../../facts/prices/price.ts';
import type { Design, Target } from '../../model/design.ts';
import type { Throughput } from '../../model/model.ts';
import {
  exact,
  isKnown,
  type Missing,
  type Quantity,
  quotient,
  rising,
  sum,
  unknown,
} from '../capacity/quantity.ts';
import { added, given, multiplied, rounded, type Step } from '../capacity/step.ts';
import { type Charge, type ChargeKind, charge } from './charge.ts';
import { type Flow, stepsByTarget } from './flows.ts';
import { hours, type Pricing } from './pricing.ts';

export type Side = 'read' | 'write';

const unitOf = { read: 'RCU', write: 'WCU' } as const;
const rateUnitOf = { read: 'RCU/s', write: 'WCU/s' } as const;

/** AWS's own default; the language says the same. */
export const defaultUtilisation = 0.7;

type Provisioned = Extract<Throughput, { readonly mode: 'provisioned' }>;

/** The table with its local indexes, or a global index: what has capacity of its own. */
export interface Holder {
  readonly target: Target;
  readonly capacity: Provisioned | undefined;
}

/** An index without capacity of its own has as much as the table. */
export function holdersOf(design: Design): readonly Holder[] {
  const own = design.model.table?.capacity;
  return design.targets
    .filter((target) => target.kind !== 'local')
    .map((target) => {
      const capacity = target.decl?.capacity ?? own;
      return { target, capacity: capacity?.mode === 'provisioned' ? capacity : undefined };
    });
}

/** The units per second that each holder serves: those of local indexes are the table's. */
export function usageOf(design: Design, flows: readonly Flow[], side: Side): ReadonlyMap<Target, Step> {
  const steps = stepsByTarget(flows, side);
  const table = design.table?.target;
  return new Map(
    design.targets
      .filter((target) => target.kind !== 'local')
      .map((target) => {
        const also = target === table ? design.targets.filter(({ kind }) => kind === 'local') : [];
        const all = [target, ...also].flatMap((each) => steps.get(each) ?? []);
        return [target, added(`${side}s of the patterns`, rateUnitOf[side], all)] as const;
      }),
  );
}

function missingCapacity(target: Target, side: Side): Missing {
  return {
    what: `how much ${side} capacity ${target.kind === 'table' ? 'the table' : target.name} has`,
    write: `capacity: { read: 80, write: 100 }`,
    span: target.nameSpan,
  };
}

/** Capacity that follows the use so that the target share of it is used, within floor and ceiling. */
export function followed(
  use: Step,
  share: number,
  side: Side,
  floor = 1,
  ceiling = Number.POSITIVE_INFINITY,
): Step {
  const value = rising(use.value, (units) => Math.min(ceiling, Math.max(floor, units / share)));
  const bounds = Number.isFinite(ceiling)
    ? `${floor} to ${ceiling} ${unitOf[side]}`
    : `${floor} ${unitOf[side]} or more`;
  return rounded('capacity', value, unitOf[side], [use, given('of it in use', share, 'share')], {
    note: `autoscaling, ${bounds}`,
  });
}

/** What is paid for on average. */
export function paidCapacity({ target, capacity }: Holder, use: Step, side: Side): Step {
  const written = capacity?.[side];
  const scaling = capacity?.autoscaling;
  if (capacity && scaling) {
    const ceiling = side === 'read' ? scaling.maxRead : scaling.maxWrite;
    return followed(use, scaling.target ?? defaultUtilisation, side, Math.max(1, written ?? 1), ceiling);
  }
  const value = written === undefined ? unknown([missingCapacity(target, side)], 1) : exact(written);
  return given('capacity', value, unitOf[side]);
}

export interface CapacityUse {
  readonly target: Target;
  readonly side: Side;
  /** Units per second that the patterns use. */
  readonly use: Step;
  /** Units that are paid for. */
  readonly paid: Step;
}

export function capacityUses(
  design: Design,
  flows: readonly Flow[],
  paid: (holder: Holder, use: Step, side: Side) => Step,
): readonly CapacityUse[] {
  const none = added('no patterns', 'times', []);
  return (['read', 'write'] as const).flatMap((side) => {
    const usage = usageOf(design, flows, side);
    return holdersOf(design).map((holder): CapacityUse => {
      const use = usage.get(holder.target) ?? none;
      return { target: holder.target, side, use, paid: paid(holder, use, side) };
    });
  });
}

/** The share of the capacity that the free tier leaves to be paid. */
function beyondFree(uses: readonly CapacityUse[], side: Side, pricing: Pricing): readonly Step[] {
  if (!pricing.options.freeTier || pricing.tableClass !== 'standard') return [];
  const allowance = side === 'read' ? freeTier.provisionedRead : freeTier.provisionedWrite;
  const all = sum(uses.filter((use) => use.side === side).map((use) => use.paid.value));
  const share = rising(all, (units) => Math.max(0, 1 - allowance.value / Math.max(units, allowance.value)));
  return [given(`beyond the free ${allowance.value} ${allowance.unit}`, share, 'share')];
}

/** The price of an hour of a unit. In a global table writes to the table are replicated. */
export function hourPrice(pricing: Pricing, side: Side, isTable: boolean, region: string): Step {
  const family = pricing.tableClass === 'standard' ? 'provisioned' : 'provisioned-ia';
  const kind = side === 'write' && isTable && pricing.regions.length > 1 ? 'replicated-write' : side;
  const name: PriceName = `${family}.${kind}`;
  return pricing.price(name, region);
}

/** What the capacity costs: every Region of a global table has as much. */
export function capacityCharges(uses: readonly CapacityUse[], pricing: Pricing): readonly Charge[] {
  const free = {
    read: beyondFree(uses, 'read', pricing),
    write: beyondFree(uses, 'write', pricing),
  };
  return uses.flatMap(({ target, side, paid }) => {
    const isTable = target.kind === 'table';
    const where = isTable ? 'the table' : target.name;
    return pricing.regions.map((region) => {
      const isHome = region === pricing.home;
      const kind: ChargeKind = !isHome
        ? 'replicas'
        : side === 'read'
          ? 'reads'
          : isTable
            ? 'writes'
            : 'index-writes';
      const label = `${side} capacity of ${where}${isHome ? '' : ` in ${region}`}`;
      const parts = [paid, hours, hourPrice(pricing, side, isTable, region), ...free[side]];
      return charge(kind, region, multiplied(label, 'USD/month', parts), { target });
    });
  });
}

/** Of what the patterns ask of each holder: all of it, or, where that is more than there is, what the capacity serves. */
function servedShares(uses: readonly CapacityUse[], side: Side): ReadonlyMap<Target, readonly Step[]> {
  return new Map(
    uses
      .filter((each) => each.side === side)
      .map(({ target, use, paid }) => {
        const [asked, there] = [use.value.mean, paid.value.mean];
        const isBeyond = asked !== undefined && there !== undefined && asked > there;
        return [target, isBeyond ? [given('of it that the capacity serves', there / asked, 'share')] : []];
      }),
  );
}

/**
 * What the patterns use of the capacity that is paid for, pattern by pattern, never more than all of it together; these
 * are no charges of their own. Those on a local index use the table's.
 */
export function usedCapacity(
  { table }: Design,
  flows: readonly Flow[],
  uses: readonly CapacityUse[],
  pricing: Pricing,
): readonly Charge[] {
  const free = { read: beyondFree(uses, 'read', pricing), write: beyondFree(uses, 'write', pricing) };
  const served = { read: servedShares(uses, 'read'), write: servedShares(uses, 'write') };
  return flows.flatMap(({ pattern, target, read, write }) =>
    (
      [
        ['read', read],
        ['write', write],
      ] as const
    ).flatMap(([side, step]) => {
      if (step === undefined) return [];
      const isTable = target.kind !== 'global';
      const holder = isTable ? table?.target : target;
      const share = (holder && served[side].get(holder)) ?? [];
      return pricing.regions
        .filter((region) => side === 'write' || region === pricing.home)
        .map((region) => {
          const parts = [step, hours, hourPrice(pricing, side, isTable, region), ...share, ...free[side]];
          const kind: ChargeKind =
            side === 'read' ? 'reads' : target.kind === 'table' ? 'writes' : 'index-writes';
          const label = `${side} capacity used of ${isTable ? 'the table' : target.name}`;
          return charge(
            region === pricing.home ? kind : 'replicas',
            region,
            multiplied(label, 'USD/month', parts),
            {
              pattern,
              target,
            },
          );
        });
    }),
  );
}

/** Paid for and not used. */
export function difference(paid: Quantity, used: Quantity): Quantity {
  const missing = [...paid.missing, ...used.missing];
  if (!isKnown(paid) || !isKnown(used)) return unknown(missing, 0, paid.max);
  return { ...exact(Math.max(0, paid.mean - used.mean)), missing };
}

/** The average share of provisioned units from which on they cost less than on-demand: price of an hour over 3,600 requests. */
export function breakEven(pricing: Pricing, side: Side): Step {
  const hour = hourPrice(pricing, side, true, pricing.home);
  const family = pricing.tableClass === 'standard' ? 'on-demand' : 'on-demand-ia';
  const kind = side === 'write' && pricing.regions.length > 1 ? 'replicated-write' : side;
  const million = pricing.price(`${family}.${kind}`, pricing.home);
  const perHour = multiplied('a unit used all through an hour, on-demand', 'USD', [
    million,
    given('millions of requests, at one a second', 3600 / 1e6, 'times'),
  ]);
  return rounded(`${side}s`, quotient(hour.value, perHour.value), 'share', [hour, perHour]);
}
