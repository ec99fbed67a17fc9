// What the table costs a month at each of a row of traffics, where it comes from, and how else it could be paid for.
// Deliberately asks the core for every stop: a page that scaled figures itself would be a second opinion on money.
import type { Analysis } from '../analysis/analysis.ts';
import { printMissing, printSteps } from '../analysis/capacity/print-steps.ts';
import { sum } from '../analysis/capacity/quantity.ts';
import { type ChargeKind, chargeKinds, totalOf } from '../analysis/cost/charge.ts';
import type { Alternative, Billing } from '../analysis/cost/compare.ts';
import type { Cost } from '../analysis/cost/cost.ts';
import type { UnknownCost } from '../analysis/cost/unknowns.ts';
import { times, withRates } from '../analysis/traffic.ts';
import type { Design, Pattern, Target } from '../model/design.ts';
import type { Snapshot } from '../snapshot.ts';
import { once } from '../text/once.ts';
import { growthView } from './growth.ts';
import { targetTitle } from './names.ts';
import { figureOf } from './overview.ts';
import { overloadedIn, type Point, searchLimits, searchTurns } from './traffic-points.ts';
import type { CostStop, CostView, NamedPlace, UnknownView } from './view/cost.ts';
import type { Figure } from './view/overview.ts';

/** From a tenth of the traffic to a thousand times; ten stops for each decade, the preferred numbers of ISO 3. */
const decades = [0.1, 1, 10, 100] as const;
const inDecade = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8] as const;
const greatest = 1000;

/** A model of more patterns has fewer stops, since each is a whole reckoning. */
const manyPatterns = 150;
const inLargeDecade = [1, 2, 5] as const;
/** Beyond so many, patterns are shown together; the list of patterns has each. */
const mostPatterns = 12;

function factorsFor({ patterns }: Design): readonly number[] {
  const steps: readonly number[] = patterns.length > manyPatterns ? inLargeDecade : inDecade;
  const all = decades.flatMap((decade) => steps.map((step) => Number((decade * step).toPrecision(3))));
  return [...all, greatest];
}

const classTitles = { standard: 'Standard', 'standard-infrequent-access': 'Standard-IA' } as const;

const billingTitles: Readonly<Record<Billing, string>> = {
  'on-demand': 'On-demand',
  provisioned: 'Provisioned, autoscaled',
  'provisioned-for-peaks': 'Provisioned for the peaks',
  'reserved-1y': 'Reserved for 1 year',
  'reserved-3y': 'Reserved for 3 years',
};

const titleOf = ({ billing, tableClass }: Alternative): string =>
  tableClass === 'standard' ? billingTitles[billing] : `${billingTitles[billing]}, Standard-IA`;

/** Yields between two reckonings, so that whoever waits for the view can see to other things. */
export function* costView(snapshot: Snapshot): Generator<void, CostView> {
  const { cost, design } = snapshot;
  const factors = factorsFor(design);
  const at = once((factor: number) => pointAt(snapshot, factor));
  const points: Point[] = [];
  for (const factor of factors) {
    points.push(at(factor));
    yield;
  }
  const isLarge = design.patterns.length > manyPatterns;
  const kinds = (Object.keys(chargeKinds) as readonly ChargeKind[]).filter((kind) => cost.byKind.has(kind));
  const order = patternOrder(snapshot);
  const isOwn = ({ billing, tableClass }: Alternative): boolean =>
    billing === cost.billing && tableClass === cost.tableClass;
  return {
    terms: [
      cost.billing === 'on-demand' ? 'on-demand' : 'provisioned',
      classTitles[cost.tableClass],
      cost.regions.join(', '),
    ].join(' · '),
    stops: points.map((point) => stopOf(snapshot, point, kinds, order)),
    otherPatterns: Math.max(0, order.length - mostPatterns),
    base: factors.indexOf(1),
    kinds: kinds.map((kind) => chargeKinds[kind]),
    patterns: order.slice(0, mostPatterns).map((place): NamedPlace => {
      const pattern = design.patterns[place];
      return { name: pattern?.name ?? '', span: pattern?.decl.nameSpan ?? { start: 0, end: 0 } };
    }),
    targets: targetsOf(snapshot).map((target) => ({ name: targetTitle(target), span: target.nameSpan })),
    alternatives: cost.comparison.alternatives.map((each) => ({ title: titleOf(each), isOwn: isOwn(each) })),
    turns: searchTurns(points, isLarge ? undefined : at),
    limits: searchLimits(points, isLarge ? undefined : at),
    growth: growthView(snapshot),
    unknown: cost.unknown.map(unknownView),
    assumed: printMissing(cost.assumed),
    working: printSteps([cost.working]),
    sources: cost.sources.map(({ title, date }) => (date === '' ? title : `${title}, ${date}`)),
  };
}

function pointAt(analysis: Analysis, factor: number): Point {
  const scaled = factor === 1 ? analysis : withRates(analysis, times(factor));
  return { factor, analysis: scaled, overloaded: overloadedIn(scaled) };
}

const targetsOf = ({ design }: Analysis): readonly Target[] => [...design.targets, ...design.vectorTargets];

/** Places of the patterns that cost something, the dearest first. */
function patternOrder({ design, cost }: Snapshot): readonly number[] {
  const worth = design.patterns.map((pattern) => cost.patterns.get(pattern)?.usd);
  return [...design.patterns.keys()]
    .filter((place) => worth[place] !== undefined && worth[place]?.max !== 0)
    .toSorted((a, b) => (worth[b]?.atLeast ?? 0) - (worth[a]?.atLeast ?? 0));
}

const nothing: Figure = { mean: 0, atLeast: 0 };

function stopOf(
  snapshot: Snapshot,
  { factor, analysis, overloaded }: Point,
  kinds: readonly ChargeKind[],
  order: readonly number[],
): CostStop {
  const { cost } = analysis;
  const patterns = analysis.design.patterns;
  return {
    factor,
    total: figureOf(cost.total),
    kinds: kinds.map((kind) => {
      const own = cost.byKind.get(kind);
      return own ? figureOf(own) : nothing;
    }),
    patterns: order.slice(0, mostPatterns).map((place) => patternFigure(cost, patterns[place])),
    otherPatterns: added(order.slice(mostPatterns).map((place) => patternFigure(cost, patterns[place]))),
    targets: targetsOf(snapshot).map((target) => targetFigure(cost, target)),
    alternatives: cost.comparison.alternatives.map(({ usd }) => figureOf(usd)),
    overloaded: overloaded.length,
    used: mostUsed(cost),
  };
}

/** Of an index all that it costs; of the table its storage, reads and writes. */
function targetFigure(cost: Cost, target: Target): Figure {
  const index = cost.indexes.get(target);
  if (index) return figureOf(sum([index.keep, index.reads]));
  return figureOf(totalOf(cost.charges.filter((charge) => charge.target === target)));
}

function patternFigure(cost: Cost, pattern: Pattern | undefined): Figure {
  const own = pattern && cost.patterns.get(pattern);
  return own ? figureOf(own.usd) : nothing;
}

const added = (figures: readonly Figure[]): Figure =>
  figures.reduce(
    (all, { mean, atLeast }) => ({
      mean: all.mean === null || mean === null ? null : all.mean + mean,
      atLeast: all.atLeast + atLeast,
    }),
    nothing,
  );

/** Above 1, calls are refused. */
function mostUsed({ capacity }: Cost): number | null {
  const shares = capacity.flatMap(({ use, paid }) =>
    use.value.mean === undefined || paid.value.mean === undefined || paid.value.mean === 0
      ? []
      : [use.value.mean / paid.value.mean],
  );
  return shares.length > 0 ? Math.max(...shares) : null;
}

function unknownView({ missing, trial, spread }: UnknownCost): UnknownView {
  const [text = missing.what] = printMissing([missing]);
  return {
    text,
    trial,
    spread: spread ?? null,
    isAssumed: missing.assumed !== undefined,
    span: missing.span,
  };
}
