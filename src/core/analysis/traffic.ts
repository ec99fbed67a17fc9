// The same model under other traffic: each pattern's rates changed, all else as it is.
// Deliberately shares what traffic does not change (sizes, routes, units of a call), so that a hundred traffics cost little.
import type { Pattern } from '../model/design.ts';
import type { PatternDecl } from '../model/model.ts';
import { lazy } from '../text/lazy.ts';
import type { Analysis } from './analysis.ts';
import { costOf } from './cost/cost.ts';
import { growthOf } from './cost/growth.ts';
import { heatOf } from './cost/heat/heat.ts';

export type Rates = Pick<PatternDecl, 'rate' | 'peak'>;

/** The rates that a pattern has instead of its own, in calls a second. */
export type RatesOf = (decl: PatternDecl) => Rates;

/** So many times the traffic, at the mean and at the peak. */
export const times =
  (factor: number): RatesOf =>
  ({ rate, peak }) => ({
    rate: rate === undefined ? undefined : rate * factor,
    peak: peak === undefined ? undefined : peak * factor,
  });

/** Without peaks: what is reckoned at the peak is then reckoned at the mean. */
export const atMeanRates: RatesOf = ({ rate }) => ({ rate, peak: undefined });

/** The patterns of the result are not those of the analysis; they have the same names, in the same order. */
export function withRates(analysis: Analysis, ratesOf: RatesOf): Analysis {
  const { options } = analysis;
  const known = new Map<Pattern, Pattern>(
    analysis.design.patterns.map((pattern) => [
      pattern,
      { ...pattern, decl: { ...pattern.decl, ...ratesOf(pattern.decl) } },
    ]),
  );
  const design = { ...analysis.design, patterns: [...known.values()] };
  const units = lazy(
    () =>
      new Map(
        [...known].flatMap(([before, after]) => {
          const own = analysis.units.get(before);
          return own ? [[after, own] as const] : [];
        }),
      ),
  );
  const changed: Analysis = Object.create(analysis, {
    design: { value: design },
    units: { get: units },
    cost: { get: lazy(() => costOf(changed, options)) },
    heat: { get: lazy(() => heatOf(changed, options)) },
    growth: { get: lazy(() => growthOf(changed, options)) },
  });
  return changed;
}
