// Units per second of every pattern on every table and index: what requests and capacity are priced by.
// Deliberately a pattern without a rate is unknown, never idle.
import type { Pattern, Target } from '../../model/design.ts';
import type { Analysis } from '../analysis.ts';
import { type CacheOptions, cacheShares } from '../capacity/cache.ts';
import { exact, type Missing, type Quantity, unknown } from '../capacity/quantity.ts';
import { given, multiplied, type Step } from '../capacity/step.ts';

/** Which of a pattern's rates is meant; the peak of one that has none is its mean rate. */
export type Load = 'rate' | 'peak';

export interface Flow {
  readonly pattern: Pattern;
  readonly target: Target;
  /** In RCU/s; undefined where it reads nothing. */
  readonly read: Step | undefined;
  /** In WCU/s; undefined where it writes nothing. */
  readonly write: Step | undefined;
  /** RCU/s that a cache answers in DynamoDB's place. */
  readonly cached: Step | undefined;
}

const missingRate = (pattern: Pattern): Missing => ({
  what: `how often ${pattern.name} is called`,
  write: 'rate: 20/s',
  span: pattern.decl.nameSpan,
});

export const callsPerSecond = (pattern: Pattern, load: Load): Quantity => {
  const { rate, peak } = pattern.decl;
  const calls = load === 'peak' ? (peak ?? rate) : rate;
  return calls === undefined ? unknown([missingRate(pattern)]) : exact(calls);
};

const isNothing = (quantity: Quantity): boolean => quantity.max === 0;

export function flowsOf({ design, units }: Analysis, load: Load, options: CacheOptions): readonly Flow[] {
  return design.patterns.flatMap((pattern) => {
    const calls = given(
      load === 'peak' ? 'calls at the peak' : 'calls',
      callsPerSecond(pattern, load),
      'calls/s',
    );
    const cache = cacheShares(pattern, options);
    const left = cache ? [cache.left] : [];
    return units.get(pattern).byTarget.map(({ target, read, write }): Flow => {
      const reads = given('a call', read, 'RCU');
      return {
        pattern,
        target,
        read: isNothing(read)
          ? undefined
          : multiplied(`reads of ${pattern.name}`, 'RCU/s', [reads, calls, ...left]),
        write: isNothing(write)
          ? undefined
          : multiplied(`writes of ${pattern.name}`, 'WCU/s', [given('a call', write, 'WCU'), calls]),
        cached:
          cache === undefined || isNothing(read)
            ? undefined
            : multiplied('answered by the cache', 'RCU/s', [reads, calls, cache.answered]),
      };
    });
  });
}

/** The steps of one side of the flows, by target. */
export function stepsByTarget(
  flows: readonly Flow[],
  side: 'read' | 'write',
): ReadonlyMap<Target, readonly Step[]> {
  const found = new Map<Target, Step[]>();
  for (const flow of flows) {
    const step = flow[side];
    if (step === undefined) continue;
    const steps = found.get(flow.target);
    if (steps) steps.push(step);
    else found.set(flow.target, [step]);
  }
  return found;
}
