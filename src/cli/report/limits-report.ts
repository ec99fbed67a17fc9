// How near a model comes to DynamoDB's limits: traffic on the busiest keys, item collections, pages.
// Deliberately figures beside their limits, also where all is well; findings say what is not.
import { printQuantity, printValue } from '../../core/analysis/capacity/print-steps.ts';
import type { Missing, Quantity } from '../../core/analysis/capacity/quantity.ts';
import type { Unit } from '../../core/analysis/capacity/step.ts';
import type { Bound, CollectionHeat, Load } from '../../core/analysis/cost/heat/heat.ts';
import { targetName } from '../../core/analysis/routes/explain.ts';
import { limits } from '../../core/facts/limits.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { printBytes, printNumber, printShare } from '../../core/syntax/quantity.ts';
import { counted } from '../../core/text/words.ts';
import type { Cell, Section } from './tables.ts';

const isNothing = ({ max }: Quantity): boolean => max === 0;

/** Empty for nothing. */
const perSecond = (quantity: Quantity, unit: Unit): string =>
  isNothing(quantity) ? '' : printQuantity(quantity, unit).replace(` ${unit}`, '');

const whenBusy: Readonly<Record<Bound, string>> = {
  'one-item': 'one item: cannot be divided',
  'local-index': 'a local index: cannot be divided',
  'rising-sort-key': 'new items at one end: writes cannot be divided',
  'may-be-divided': 'DynamoDB may divide it',
};

/** How much of what a partition serves: the larger of reads and writes, as far as they are known. */
const useOf = ({ read, write }: Load): number =>
  Math.max(read.atLeast / limits.partitionReadUnits.value, write.atLeast / limits.partitionWriteUnits.value);

function shardsText({ shards, verdict }: CollectionHeat): string {
  if (verdict === 'within') return '1';
  return shards === undefined ? 'unknown' : printNumber(shards);
}

/** Keys with less of what a partition serves are only counted. */
const worthShowing = 0.01;

/** Keys with traffic that is known to be some, the busiest first. */
const usedKeys = ({ heat }: Snapshot): readonly CollectionHeat[] =>
  heat.collections
    .filter(({ read, write, patterns }) => {
      const isRated = patterns.some(({ decl }) => decl.rate !== undefined || decl.peak !== undefined);
      return isRated && !(isNothing(read) && isNothing(write));
    })
    .toSorted((a, b) => useOf(b) - useOf(a));

const isWorthShowing = (each: CollectionHeat): boolean =>
  each.verdict !== 'within' || useOf(each) >= worthShowing;

/** Why traffic that is shown is not known. */
export const lackingInTraffic = (snapshot: Snapshot): readonly Missing[] =>
  usedKeys(snapshot)
    .filter(isWorthShowing)
    .flatMap(({ read, write }) => [...read.missing, ...write.missing]);

/** `In 3 shards, a call of newest costs 1.5 RCU instead of 0.5 RCU.` */
const readsInShards = ({ reads, shards }: CollectionHeat): readonly string[] =>
  reads.map(
    ({ pattern, before, after }) =>
      `In ${counted(shards ?? 1, 'shard')}, a call of ${pattern.name} costs ${printQuantity(after, 'RCU')} instead of ${printQuantity(before, 'RCU')}.`,
  );

function traffic(snapshot: Snapshot): Section {
  const { design } = snapshot;
  const used = usedKeys(snapshot);
  const shown = used.filter(isWorthShowing);
  const others = used.length - shown.length;
  const when = design.patterns.some(({ decl }) => decl.peak !== undefined) ? 'the peaks' : 'the mean rates';
  const serves = `${printValue(limits.partitionReadUnits.value, 'RCU/s')} and ${printValue(limits.partitionWriteUnits.value, 'WCU/s')}`;
  return {
    title: `Traffic on the busiest partition key at ${when}; a partition serves ${serves}`,
    columns: [
      { head: 'partition key' },
      { head: 'in' },
      { head: 'RCU/s', isFigure: true },
      { head: 'WCU/s', isFigure: true },
      { head: 'shards that would do', isFigure: true },
      { head: 'when busy' },
    ],
    rows: shown.map((each): readonly Cell[] => [
      { model: each.partitionKey },
      { model: targetName(each.target) },
      perSecond(each.read, 'RCU/s'),
      perSecond(each.write, 'WCU/s'),
      shardsText(each),
      whenBusy[each.bound],
    ]),
    notes: [
      ...shown.flatMap(readsInShards),
      ...(others === 0
        ? []
        : [
            `${counted(others, shown.length > 0 ? 'other partition key' : 'partition key')}, each with less than ${printShare(worthShowing)} of it.`,
          ]),
    ],
  };
}

const size = (quantity: Quantity): string => {
  const { mean, atLeast } = quantity;
  if (mean === undefined && atLeast === 0) return 'unknown';
  return `${mean === undefined ? 'at least ' : ''}${printBytes(atLeast)}`;
};

const most = ({ max }: Quantity): string => (max === undefined ? 'no bound' : printBytes(max));

const collections = ({ growth }: Snapshot): Section => ({
  title: `Item collections, which have at most ${printBytes(limits.itemCollectionBytes.value)} with a local index`,
  columns: [
    { head: 'partition key' },
    { head: 'on average', isFigure: true },
    { head: 'at most', isFigure: true },
    { head: 'after a year', isFigure: true },
  ],
  rows: growth.collections.map((each): readonly Cell[] => [
    { model: each.partitionKey },
    size(each.bytes),
    most(each.bytes),
    size(each.afterAYear.value),
  ]),
  notes: [],
});

const pages = ({ growth }: Snapshot): Section => ({
  title: 'Queries and scans beyond one page of 1 MB',
  columns: [
    { head: 'pattern' },
    { head: 'reads' },
    { head: 'bytes', isFigure: true },
    { head: 'pages', isFigure: true },
    { head: 'pages at most', isFigure: true },
    { head: 'which pages are read' },
  ],
  rows: growth.pages
    .filter((each) => (each.pages.max ?? 0) > 1 || each.pages.atLeast > 1)
    .map((each): readonly Cell[] => [
      { model: each.pattern.name },
      { model: targetName(each.target) },
      size(each.bytes),
      printQuantity(each.pages, 'pages').replace(/ pages?$/, ''),
      each.pages.max === undefined ? 'no bound' : printNumber(each.pages.max),
      each.isFollowed ? 'all' : 'the first',
    ]),
  notes: [],
});

/** Sections without rows are left out where they are printed. */
export const limitSections = (snapshot: Snapshot): readonly Section[] => [
  traffic(snapshot),
  collections(snapshot),
  pages(snapshot),
];
