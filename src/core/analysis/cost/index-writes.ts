// What writes to indexes come to: units of a call, units a second, money a month.
// Deliberately for one pattern at a time; what a whole index costs, cost.ts says.
import type { Pattern, ResolvedAction, Target } from '../../model/design.ts';
import { secondsPerMonth } from '../../syntax/quantity.ts';
import type { Analysis } from '../analysis.ts';
import { product, type Quantity, scale, sum } from '../capacity/quantity.ts';
import { writePrice } from './requests.ts';

export interface IndexWrites {
  /** WCU of one call. */
  readonly perCall: Quantity;
  /** WCU/s at the pattern's rate; undefined where it has none. */
  readonly perSecond: Quantity | undefined;
  /** USD a month in all Regions; undefined without a rate, and where capacity is provisioned, which is paid used or not. */
  readonly perMonth: Quantity | undefined;
}

/** Those of the pattern's writes to indexes that are asked for; undefined where there are none. */
export function indexWrites(
  analysis: Analysis,
  pattern: Pattern,
  isAsked: (resolved: ResolvedAction, target: Target) => boolean,
): IndexWrites | undefined {
  const writes = analysis.units
    .get(pattern)
    .parts.flatMap(({ resolved, perCall }) =>
      perCall.byTarget.flatMap(({ target, write }) =>
        target.kind !== 'table' && isAsked(resolved, target) ? [write] : [],
      ),
    );
  const perCall = sum(writes);
  if (perCall.max === 0) return undefined;
  const { rate } = pattern.decl;
  const perSecond = rate === undefined ? undefined : scale(perCall, rate);
  return { perCall, perSecond, perMonth: perSecond && monthly(analysis, perSecond) };
}

function monthly({ design, pricing }: Analysis, perSecond: Quantity): Quantity | undefined {
  if (design.model.table?.capacity?.mode === 'provisioned') return undefined;
  const ofMillion = sum(pricing.regions.map((region) => writePrice(pricing, false, region).value));
  return product([scale(perSecond, secondsPerMonth / 1e6), ofMillion]);
}
