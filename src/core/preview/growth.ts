// How the table grows in the years to come, by what its patterns put and delete.
// Deliberately at the rates as written: traffic that grows itself is what the traffic slider is for.
import { printMissing } from '../analysis/capacity/print-steps.ts';
import { distinctMissing } from '../analysis/capacity/quantity.ts';
import { storageAfter } from '../analysis/cost/over-time.ts';
import type { Snapshot } from '../snapshot.ts';
import { targetTitle } from './names.ts';
import { figureOf } from './overview.ts';
import type { GrowthView } from './view/cost.ts';

const months = [0, 6, 12, 18, 24, 30, 36] as const;

export function growthView(snapshot: Snapshot): GrowthView {
  const all = months.map((month) => ({ month, storage: storageAfter(snapshot, snapshot.options, month) }));
  const { targets: keyed, vectorTargets } = snapshot.design;
  const targets = [...keyed, ...vectorTargets].filter((target) => all[0]?.storage.gigabytes.has(target));
  return {
    targets: targets.map(targetTitle),
    points: all.map(({ month, storage }) => ({
      month,
      gigabytes: targets.map((target) => {
        const own = storage.gigabytes.get(target);
        return own ? figureOf(own) : { mean: 0, atLeast: 0 };
      }),
      usd: figureOf(storage.usd),
    })),
    lacks: printMissing(distinctMissing(all.flatMap(({ storage }) => storage.usd.missing))),
  };
}
