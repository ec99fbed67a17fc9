// Traffic against capacity: what patterns use of the table and of each global index a second, and the most that is served.
// Deliberately without bursts: how long unused capacity covers them depends on what came before.
import type { Design, Target } from '../../model/design.ts';
import type { Analysis } from '../analysis.ts';
import type { CacheOptions } from '../capacity/cache.ts';
import type { Step } from '../capacity/step.ts';
import { callsPerSecond, flowsOf, type Load } from './flows.ts';
import { type Holder, holdersOf, type Side, usageOf } from './provisioned.ts';

/** What sets the most: the units provisioned, or what autoscaling may go up to. */
export type Ceiling = 'provisioned' | 'autoscaling';

export interface Excess {
  readonly target: Target;
  readonly side: Side;
  readonly load: Load;
  /** Units per second. */
  readonly use: Step;
  readonly most: number;
  readonly ceiling: Ceiling;
}

const sides: readonly Side[] = ['read', 'write'];

/** Undefined where nothing bounds it: on-demand, and autoscaling without a `max`. */
function mostOf({ capacity }: Holder, side: Side): Pick<Excess, 'most' | 'ceiling'> | undefined {
  const { autoscaling } = capacity ?? {};
  const scaled = side === 'read' ? autoscaling?.maxRead : autoscaling?.maxWrite;
  const most = autoscaling ? scaled : capacity?.[side];
  return most === undefined ? undefined : { most, ceiling: autoscaling ? 'autoscaling' : 'provisioned' };
}

/** Whether any holder could be exceeded: most models are far from it, and need no workings for that. */
function couldExceed({ design, units }: Analysis, holders: readonly Holder[], side: Side): boolean {
  const bounds = holders.flatMap((holder) => mostOf(holder, side)?.most ?? []);
  if (bounds.length === 0) return false;
  const total = design.patterns.reduce(
    (all, pattern) => all + units.get(pattern)[side].atLeast * callsPerSecond(pattern, 'peak').atLeast,
    0,
  );
  return total > Math.min(...bounds);
}

function excessOf(
  design: Design,
  holders: readonly Holder[],
  side: Side,
  flows: ReturnType<typeof flowsOf>,
  load: Load,
): readonly Excess[] {
  const usage = usageOf(design, flows, side);
  return holders.flatMap((holder): readonly Excess[] => {
    const use = usage.get(holder.target);
    const ceiling = mostOf(holder, side);
    if (use === undefined || ceiling === undefined || use.value.atLeast <= ceiling.most) return [];
    return [{ target: holder.target, side, load, use, ...ceiling }];
  });
}

/** What is beyond the most: at the mean rates already, or else at the peaks. */
export function beyondCapacity(analysis: Analysis, options: CacheOptions): readonly Excess[] {
  const { design } = analysis;
  const holders = holdersOf(design);
  const open = sides.filter((side) => couldExceed(analysis, holders, side));
  if (open.length === 0) return [];
  const [mean, peak] = [flowsOf(analysis, 'rate', options), flowsOf(analysis, 'peak', options)];
  return open.flatMap((side) => {
    const always = excessOf(design, holders, side, mean, 'rate');
    const seen = new Set(always.map(({ target }) => target));
    const atPeaks = excessOf(design, holders, side, peak, 'peak');
    return [...always, ...atPeaks.filter(({ target }) => !seen.has(target))];
  });
}
