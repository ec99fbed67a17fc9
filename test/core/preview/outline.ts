// A preview as text: reads like the picture, and shows a change as one.
// Deliberately without money and code, which have golden files of their own.
import { answerAll } from '../../../src/core/preview/answer.ts';
import { overviewOf } from '../../../src/core/preview/overview.ts';
import type { Overview } from '../../../src/core/preview/view/overview.ts';
import type { LegView, PatternView } from '../../../src/core/preview/view/patterns.ts';
import type { TableView, TargetView, Value } from '../../../src/core/preview/view/table.ts';
import type { Snapshot } from '../../../src/core/snapshot.ts';

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
const texts = (values: readonly Value[]): string => values.map(({ text }) => text).join(', ');

interface Seen {
  readonly overview: Overview;
  readonly table: TableView;
}

const mark = ({ overview }: Seen, entity: number): string => overview.entities[entity]?.mark ?? '?';

function itemLine(seen: Seen, target: TargetView, place: number): string {
  const item = seen.table.items[place];
  if (!item) return '?';
  const columns = seen.table.columns[item.entity] ?? [];
  const named = (name: string): string =>
    item.values[columns.findIndex((column) => column.name === name)]?.text ?? '-';
  const own = new Set([...target.partitionKey, ...target.sortKey].map(({ name }) => name));
  const shown = columns.flatMap(({ name, isKey }, i) => {
    if (own.has(name)) return [];
    const value = item.values[i];
    const text = target.holds[item.entity]?.[i] ? (value ? short(value.text) : '-') : '(not projected)';
    return [`${isKey ? '*' : ''}${name}=${text}`];
  });
  const sort = target.sortKey.map(({ name }) => named(name)).join(', ');
  return `    ${mark(seen, item.entity)} ${sort} | ${shown.join(' ')}`;
}

function targetLines(seen: Seen, target: TargetView): readonly string[] {
  const keys = [...target.partitionKey, ...target.sortKey].map((key) => key.name).join(', ');
  return [
    `${target.title} (${target.kind}, ${keys}, projects ${target.projection})`,
    ...target.collections.flatMap(({ partition, items }) => [
      `  ${texts(partition)}`,
      ...items.map((place) => itemLine(seen, target, place)),
    ]),
    ...target.memberships.flatMap(({ entity, kind, why }) =>
      kind === 'always' ? [] : [`  ${mark(seen, entity)} ${kind} ${why}`],
    ),
  ];
}

function legLines(seen: Seen, leg: LegView): readonly string[] {
  const { label, isStep, entities, remarks, conditions, problems, overRead, run } = leg;
  const marks = (all: readonly number[]): string => all.map((entity) => mark(seen, entity)).join(' ');
  return [
    `  ${isStep ? 'then ' : ''}${label} [${marks(entities)}] ${remarks.join(', ')}`.trimEnd(),
    ...[...conditions, ...problems].map((line) => `    ${line}`),
    ...(overRead.surely.length > 0 ? [`    also reads ${marks(overRead.surely)}`] : []),
    ...(overRead.perhaps.length > 0 ? [`    may also read ${marks(overRead.perhaps)}`] : []),
    ...(run.kind === 'read'
      ? [
          `    reads ${run.items.map(({ item, fate }) => `${item}${fate === 'returned' ? '' : '!'}`).join(' ')}`,
        ]
      : []),
    ...(run.kind === 'write'
      ? [`    writes ${run.entries.map(({ target, fate }) => `${target}: ${fate}`).join(', ')}`]
      : []),
    ...(run.kind === 'none' ? [`    ${run.why}`] : []),
  ];
}

function patternLines(seen: Seen, pattern: PatternView): readonly string[] {
  const figures = pattern.figures.map(({ label, text }) => `${label} ${text}`).join(', ');
  return [`${pattern.name}: ${figures}`, ...pattern.legs.flatMap((leg) => legLines(seen, leg))];
}

export function outline(snapshot: Snapshot): string {
  const overview = overviewOf(snapshot);
  const { table } = answerAll(snapshot, [{ kind: 'table' }]);
  if (!table) return '';
  const seen = { overview, table };
  return [
    overview.title,
    ...overview.entities.map(({ mark: own, name, count }) => `${own} ${name} ${count ?? ''}`.trimEnd()),
    ...overview.notes.map((note) => `! ${note.text}`),
    ...table.targets.flatMap((target) => ['', ...targetLines(seen, target)]),
    '',
    ...snapshot.design.patterns.flatMap(({ name }) => {
      const { pattern } = answerAll(snapshot, [{ kind: 'pattern', name }]);
      return pattern ? patternLines(seen, pattern) : [];
    }),
    '',
  ].join('\n');
}
