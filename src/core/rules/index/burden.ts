// What an index costs those who write, in words for messages.
// Deliberately says no more than is known: figures that lack something are left out.
import type { Analysis } from '../../analysis/analysis.ts';
import { printValue } from '../../analysis/capacity/print-steps.ts';
import { type Quantity, sum } from '../../analysis/capacity/quantity.ts';
import { type IndexWrites, indexWrites } from '../../analysis/cost/index-writes.ts';
import type { Entity, Target } from '../../model/design.ts';
import { printMoney } from '../../syntax/quantity.ts';

/** `2 WCU a call, 200 WCU/s at its rate, $328.50 a month`, as far as it is known. */
export function burdenText({ perCall, perSecond, perMonth }: IndexWrites): string {
  const parts = [
    perCall.mean === undefined ? [] : [`${printValue(perCall.mean, 'WCU')} a call`],
    perSecond?.mean === undefined ? [] : [`${printValue(perSecond.mean, 'WCU/s')} at its rate`],
    perMonth?.mean === undefined ? [] : [`${printMoney(perMonth.mean)} a month`],
  ];
  return parts.flat().join(', ');
}

/** The sum of what is known of all; undefined where one lacks it. */
function known(all: readonly (Quantity | undefined)[]): number | undefined {
  const found = all.filter((each) => each !== undefined);
  return found.length < all.length ? undefined : sum(found).mean;
}

/** What all writes of these entities to the index come to: `30 WCU/s, $49.28 a month`; empty where it is not known. */
export function totalBurden(analysis: Analysis, target: Target, entities: readonly Entity[]): string {
  const all = analysis.design.patterns.flatMap(
    (pattern) =>
      indexWrites(
        analysis,
        pattern,
        (resolved, written) =>
          written === target && resolved.entities.some((entity) => entities.includes(entity)),
      ) ?? [],
  );
  if (all.length === 0) return '';
  const perSecond = known(all.map((each) => each.perSecond));
  const perMonth = known(all.map((each) => each.perMonth));
  return [
    ...(perSecond === undefined ? [] : [printValue(perSecond, 'WCU/s')]),
    ...(perMonth === undefined ? [] : [`${printMoney(perMonth)} a month`]),
  ].join(', ');
}
