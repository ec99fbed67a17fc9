// The load on the busiest value of each partition key, at the mean rates and at the peaks, and what shards would do.
// Deliberately the hottest first, whatever the order of the model: that is the one to look at.

import { printMissing, printQuantity, printSteps } from '../analysis/capacity/print-steps.ts';
import { distinctMissing, exact, type Quantity, quotient } from '../analysis/capacity/quantity.ts';
import type { Step } from '../analysis/capacity/step.ts';
import type { Bound, CollectionHeat } from '../analysis/cost/heat/heat.ts';
import { atMeanRates, withRates } from '../analysis/traffic.ts';
import { limits } from '../facts/limits.ts';
import type { Snapshot } from '../snapshot.ts';
import { createPlaces, placesOf, targetId, targetTitle } from './names.ts';
import { figureOf } from './overview.ts';
import type { HeatView, HotKey, HotPattern, LoadView, ShardOption } from './view/heat.ts';

const most = { read: limits.partitionReadUnits.value, write: limits.partitionWriteUnits.value } as const;

/** Numbers of shards that people try, beside the one that is needed. */
const usualShards = [2, 4, 8, 16] as const;

/** The working of so many is sent along; colder ones have the loads of their patterns. */
const mostWorkings = 25;

const boundTexts: Readonly<Record<Bound, string>> = {
  'one-item': 'It goes to one item, and an item lies on one partition: the limit is hard.',
  'local-index':
    'The table has a local index, so each of its item collections stays on one partition: the limit is hard.',
  'rising-sort-key':
    'New items always come at the same end of the collection, which is on one partition: for writes, the limit is hard.',
  'may-be-divided':
    'DynamoDB may divide the collection by sort key once it is busy; until then, the limit holds.',
};

interface Load {
  readonly read: Quantity;
  readonly write: Quantity;
}

const loadView = ({ read, write }: Load): LoadView => ({ read: figureOf(read), write: figureOf(write) });

const worth = ({ read, write }: LoadView): number =>
  Math.max((read.mean ?? read.atLeast) / most.read, (write.mean ?? write.atLeast) / most.write);

export function heatView(snapshot: Snapshot): HeatView {
  const atPeak = snapshot.heat.collections;
  const atRate = withRates(snapshot, atMeanRates).heat.collections;
  const keys = atPeak.map((collection, i) => hotKey(snapshot, collection, atRate[i] ?? collection));
  const sorted = keys.toSorted((a, b) => worth(b.peak) - worth(a.peak));
  return { limits: most, keys: sorted.map((key, i) => (i < mostWorkings ? key : { ...key, working: [] })) };
}

function hotKey(snapshot: Snapshot, peak: CollectionHeat, rate: CollectionHeat): HotKey {
  const places = createPlaces(snapshot.design);
  const { target, partitionKey, layouts, steps, shards } = peak;
  const entities = [...new Set(layouts.map(({ entity }) => entity))];
  const [layout] = layouts;
  const entity = snapshot.design.entities.get(layout?.entity ?? '');
  return {
    target: targetId(target),
    title: targetTitle(target),
    partitionKey,
    entities: placesOf(places, entities),
    verdict: peak.verdict,
    rate: loadView(rate),
    peak: loadView(peak),
    bound: boundTexts[peak.bound],
    item: itemText(peak),
    patterns: hotPatterns(snapshot, steps),
    needed: shards ?? null,
    shards: shardOptions(peak),
    working: printSteps(steps),
    lacks: printMissing(distinctMissing([...peak.read.missing, ...peak.write.missing])),
    span: layout?.partition[0]?.decl?.span ?? entity?.decl.nameSpan ?? target.nameSpan,
  };
}

function itemText({ item }: CollectionHeat): string | undefined {
  if (item?.verdict !== 'exceeds') return undefined;
  const loads = [
    ...(item.read.max === 0 ? [] : [printQuantity(item.read, 'RCU/s')]),
    ...(item.write.max === 0 ? [] : [printQuantity(item.write, 'WCU/s')]),
  ];
  return `One ${item.entity.name} alone gets ${loads.join(' and ')}.`;
}

const zero = exact(0);

/** The parts of the load, each named after its pattern. */
function hotPatterns({ design }: Snapshot, steps: readonly Step[]): readonly HotPattern[] {
  const loads = new Map<string, { read: Quantity; write: Quantity }>();
  for (const { unit, parts } of steps) {
    for (const { label, value } of parts) {
      const own = loads.get(label) ?? { read: zero, write: zero };
      loads.set(label, unit === 'RCU/s' ? { ...own, read: value } : { ...own, write: value });
    }
  }
  const all = design.patterns.flatMap(({ name, decl }) => {
    const load = loads.get(name);
    return load ? [{ name, span: decl.nameSpan, load: loadView(load) }] : [];
  });
  return all.toSorted((a, b) => worth(b.load) - worth(a.load));
}

function shardOptions(peak: CollectionHeat): readonly ShardOption[] {
  const { read, write, shards, inShards } = peak;
  const numbers = new Set<number>([...usualShards, ...(shards === undefined || shards < 2 ? [] : [shards])]);
  return [...numbers]
    .toSorted((a, b) => a - b)
    .map((number) => ({
      shards: number,
      peak: loadView({ read: quotient(read, exact(number)), write: quotient(write, exact(number)) }),
      reads: inShards(number).map(({ pattern, before, after }) => ({
        pattern: pattern.name,
        before: figureOf(before),
        after: figureOf(after),
      })),
    }));
}
