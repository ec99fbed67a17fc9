// Where something turns as traffic grows: another way of paying becomes the cheapest, a partition has enough.
// Deliberately by asking the core at more traffics between two stops, and by no formula.
import type { Analysis } from '../analysis/analysis.ts';
import type { CollectionHeat } from '../analysis/cost/heat/heat.ts';
import { limits } from '../facts/limits.ts';
import { printNumber } from '../syntax/quantity.ts';
import { targetTitle } from './names.ts';
import type { TrafficLimit, Turn } from './view/cost.ts';

/** The model at one traffic. */
export interface Point {
  readonly factor: number;
  readonly analysis: Analysis;
  /** Partition keys that get more than a partition serves. */
  readonly overloaded: readonly CollectionHeat[];
}

export const overloadedIn = ({ heat }: Analysis): readonly CollectionHeat[] => heat.exceeding;

/** Halvings between two stops, which are a quarter apart: to half a percent. */
const halvings = 6;
const mostLimits = 5;

/** The least traffic between two at which something holds that does not hold at the first. */
function firstBetween(
  low: number,
  high: number,
  at: ((factor: number) => Point) | undefined,
  holds: (point: Point) => boolean,
): number {
  if (at === undefined) return high;
  let [below, above] = [low, high];
  for (let i = 0; i < halvings; i++) {
    const middle = Math.sqrt(below * above);
    if (holds(at(middle))) above = middle;
    else below = middle;
  }
  return Number(above.toPrecision(2));
}

/** The place of the cheapest alternative whose cost is known. */
function cheapest({ analysis }: Point): number | undefined {
  let best: { readonly place: number; readonly usd: number } | undefined;
  for (const [place, { usd }] of analysis.cost.comparison.alternatives.entries()) {
    if (usd.mean !== undefined && (best === undefined || usd.mean < best.usd))
      best = { place, usd: usd.mean };
  }
  return best?.place;
}

/** @param at finds the place between two stops; without it, the later stop is taken */
export function searchTurns(
  points: readonly Point[],
  at: ((factor: number) => Point) | undefined,
): readonly Turn[] {
  const turns: Turn[] = [];
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    const [from, to] = [before && cheapest(before), cheapest(point)];
    if (before === undefined || from === undefined || to === undefined || from === to) continue;
    const factor = firstBetween(before.factor, point.factor, at, (each) => cheapest(each) === to);
    turns.push({ factor, from, to });
  }
  return turns;
}

const idOf = ({ target, partitionKey }: CollectionHeat): string =>
  `${target.kind} ${target.name} ${partitionKey}`;

const isIn = ({ overloaded }: Point, id: string): boolean => overloaded.some((each) => idOf(each) === id);

export function searchLimits(
  points: readonly Point[],
  at: ((factor: number) => Point) | undefined,
): readonly TrafficLimit[] {
  const found = new Map<string, TrafficLimit>();
  for (const [i, point] of points.entries()) {
    for (const collection of point.overloaded) {
      const id = idOf(collection);
      if (found.has(id) || found.size >= mostLimits) continue;
      const before = points[i - 1];
      const factor = before
        ? firstBetween(before.factor, point.factor, at, (each) => isIn(each, id))
        : point.factor;
      found.set(id, { factor, text: limitText(collection) });
    }
  }
  return [...found.values()].toSorted((a, b) => a.factor - b.factor);
}

function limitText({ target, partitionKey, write, read }: CollectionHeat): string {
  const { partitionWriteUnits, partitionReadUnits } = limits;
  const isWrite = write.atLeast / partitionWriteUnits.value >= read.atLeast / partitionReadUnits.value;
  const limit = isWrite
    ? `${printNumber(partitionWriteUnits.value)} WCU/s`
    : `${printNumber(partitionReadUnits.value)} RCU/s`;
  const where = target.kind === 'table' ? 'the table' : targetTitle(target);
  return `${partitionKey} of ${where} gets more than the ${limit} that one partition serves`;
}
