// What a model costs for people: by pattern, by index, by entity, in total, and what other ways of paying would cost.
// Deliberately without the working of each figure; hovers and the JSON have it.
import { printMissing, printQuantity, printValue } from '../../core/analysis/capacity/print-steps.ts';
import { distinctMissing, isKnown, type Quantity } from '../../core/analysis/capacity/quantity.ts';
import { chargeKinds } from '../../core/analysis/cost/charge.ts';
import type { CostOptions } from '../../core/analysis/cost/options.ts';
import { vectorTexts } from '../../core/ide/figure.ts';
import { patternRoute } from '../../core/ide/pattern-route.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { printMoney, printNumber, printShare } from '../../core/syntax/quantity.ts';
import { lineIndex } from '../../core/text/line-index.ts';
import { listOf } from '../../core/text/words.ts';
import { lackingIn, optionAdvice } from './lacking.ts';
import { lackingInTraffic, limitSections } from './limits-report.ts';
import type { Column, Report, Section } from './tables.ts';

const money = (quantity: Quantity): string =>
  quantity.mean === undefined && quantity.atLeast === 0
    ? 'unknown'
    : `${quantity.mean === undefined ? 'at least ' : ''}${printMoney(quantity.atLeast)}`;

/** Empty for nothing, so that a table of reads and writes stays readable. */
const units = (quantity: Quantity | undefined, factor = 1): string => {
  if (quantity === undefined) return 'unknown';
  if (quantity.max === 0) return '';
  if (quantity.mean === undefined && quantity.atLeast === 0) return 'unknown';
  const figure = printNumber(quantity.atLeast * factor);
  return quantity.mean === undefined ? `at least ${figure}` : figure;
};

const figures = (...heads: readonly string[]): readonly Column[] =>
  heads.map((head) => ({ head, isFigure: true }));

function byPattern(snapshot: Snapshot): Section {
  const { cost, design, units: calls } = snapshot;
  const saved = [...cost.patterns].flatMap(([{ name }, own]) =>
    own.saved === undefined ? [] : [`The cache of ${name} saves ${money(own.saved.value)}.`],
  );
  const ofVectors = design.patterns.flatMap((pattern) =>
    vectorTexts(calls.get(pattern)?.vectors ?? []).map(
      (text) => `A call of ${pattern.name} is metered in bytes: ${text}.`,
    ),
  );
  return {
    title: 'By access pattern',
    columns: [
      { head: 'pattern' },
      { head: 'route' },
      ...figures('RCU a call', 'WCU a call', 'M RCU a month', 'M WCU a month', '$ a month'),
    ],
    rows: design.patterns.map((pattern) => {
      const call = calls.get(pattern);
      const month = cost.patterns.get(pattern);
      return [
        { model: pattern.name },
        { model: patternRoute(snapshot, pattern) ?? '' },
        units(call?.read),
        units(call?.write),
        units(month?.readUnits),
        units(month?.writeUnits),
        month ? money(month.usd) : 'unknown',
      ];
    }),
    notes: [...saved, ...ofVectors],
  };
}

const byIndex = ({ cost }: Snapshot): Section => ({
  title: 'By index',
  columns: [{ head: 'index' }, ...figures('storage', 'writes', '$ a month to keep', 'its reads')],
  rows: [...cost.indexes].map(([{ name }, own]) => [
    { model: name },
    money(own.storage),
    money(own.writes),
    money(own.keep),
    money(own.reads),
  ]),
  notes: [],
});

function byEntity({ cost, growth }: Snapshot): Section {
  const { now, afterAYear } = growth.table;
  const later = isKnown(afterAYear) ? printValue(afterAYear.mean, 'GB') : 'an unknown size';
  return {
    title: 'Storage by entity, indexes included',
    columns: [{ head: 'entity' }, ...figures('items', 'bytes each', 'at most', 'GB', '$ a month')],
    rows: [...cost.entities].map(([{ name }, own]) => [
      { model: name },
      printQuantity(own.items, 'items').replace(/ items?$/, ''),
      printQuantity(own.itemBytes, 'B'),
      own.itemBytes.max === undefined ? 'no bound' : printValue(own.itemBytes.max, 'B'),
      printQuantity(own.gigabytes, 'GB').replace(/ GB$/, ''),
      money(own.usd),
    ]),
    notes:
      isKnown(now) && now.mean > 0 ? [`In all ${printValue(now.mean, 'GB')}, after a year ${later}.`] : [],
  };
}

const total = ({ cost }: Snapshot): Section => ({
  title: 'Total',
  columns: [{ head: 'for' }, ...figures('$ a month')],
  rows: [
    ...[...cost.byKind].map(([kind, usd]) => [chargeKinds[kind], money(usd)]),
    ['all', money(cost.total)],
  ],
  notes:
    cost.unused.max === 0
      ? []
      : [`Capacity that is paid for and not used by a pattern: ${money(cost.unused)}.`],
});

function notesOnCapacity({ cost, design }: Snapshot): readonly string[] {
  const { breakEven, utilisation } = cost.comparison;
  const hasPeaks = design.patterns.some(({ decl }) => decl.peak !== undefined);
  return (['read', 'write'] as const).flatMap((side) => {
    const from = breakEven[side].value.mean;
    const own = utilisation[side]?.mean;
    if (from === undefined || own === undefined) return [];
    const here = hasPeaks ? `; provisioned for the model’s peaks, ${printShare(own)} would be` : '';
    return [
      `Provisioned ${side} capacity costs less than on-demand where more than ${printShare(from)} of it is in use on average${here}.`,
    ];
  });
}

function notesOnClass({ cost }: Snapshot): readonly string[] {
  const { own, breakEven } = cost.comparison.storageRatio;
  if (own.mean === undefined || breakEven.mean === undefined) return [];
  return [
    `Standard-IA costs less than Standard where storage costs more than ${printNumber(breakEven.mean)} times what on-demand requests cost; here it is ${printNumber(own.mean)} times.`,
  ];
}

const notesOnReserved = ({ cost }: Snapshot): readonly string[] =>
  cost.regions.length === 1
    ? []
    : ['Reserved capacity is sold for Standard tables in one Region only, not for global tables.'];

function comparison(snapshot: Snapshot): Section {
  const { total: whole, comparison: other } = snapshot.cost;
  const listed = new Set(whole.missing.map(({ what }) => what));
  const lacks = (usd: Quantity) => usd.missing.filter(({ what }) => !listed.has(what));
  // Without a price of its own, a way would look cheaper than all others.
  const rows = other.alternatives.map(({ step, usd }) => [
    step.label,
    lacks(usd).length > 0 ? 'unknown' : money(usd),
  ]);
  const missingPrices = distinctMissing(other.alternatives.flatMap(({ usd }) => lacks(usd)));
  return {
    title: 'Other ways of paying for the same',
    columns: [{ head: 'way' }, ...figures('$ a month')],
    rows,
    notes: [
      ...notesOnCapacity(snapshot),
      ...notesOnClass(snapshot),
      ...notesOnReserved(snapshot),
      ...printMissing(missingPrices, optionAdvice),
    ],
  };
}

function missing(snapshot: Snapshot): Section {
  const lines = lineIndex(snapshot.text);
  const placeOf = (offset: number): string => {
    const { line, column } = lines.at(offset);
    return `${line + 1}:${column + 1}`;
  };
  const all = distinctMissing([...lackingIn(snapshot), ...lackingInTraffic(snapshot)]);
  return {
    title: 'What is not known or assumed, what moves the total most first',
    columns: [],
    rows: [],
    notes: all.flatMap((each) =>
      printMissing([each], optionAdvice).map((line) => `${placeOf(each.span.start)}: ${line}`),
    ),
  };
}

const classNames = { standard: 'Standard', 'standard-infrequent-access': 'Standard-IA' } as const;

/** @param list the price list, as it was asked for */
export function costReport(snapshot: Snapshot, options: CostOptions, list: string): Report {
  const { cost, design } = snapshot;
  const name = design.model.table?.name?.value ?? 'The table';
  const dated = cost.sources.map(({ title, date }) => (date === '' ? title : `${title}, ${date}`));
  const sources = dated.length > 0 ? ` (${dated.join('; ')})` : '';
  return {
    title: `${name}: ${money(cost.total)} a month`,
    summary: [
      `${cost.billing}, ${classNames[cost.tableClass]}, in ${listOf(cost.regions)}${cost.assumed.length > 0 ? ' (assumed)' : ''}`,
      `prices: ${list}${sources}`,
      `a GB is ${options.gigabyte === 'decimal' ? '10⁹' : '2³⁰'} bytes, a month has 730 hours${options.freeTier ? ', the free tier is taken off' : ''}`,
    ],
    sections: [
      byPattern(snapshot),
      byIndex(snapshot),
      byEntity(snapshot),
      ...limitSections(snapshot),
      total(snapshot),
      comparison(snapshot),
      missing(snapshot),
    ],
  };
}
