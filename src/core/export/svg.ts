// The item collections of the table or an index as an SVG picture, for slides, wikis and walls.
// Deliberately drawn by itself, in the light theme's colours: a picture has no page, no fonts and no scripts around it.
import type { EntityView, Overview } from '../preview/view/overview.ts';
import type { ItemView, TableView, TargetView } from '../preview/view/table.ts';
import { element, type Markup, shortened, widthOf } from './svg-elements.ts';
import { themes } from './themes.ts';

const ink = themes.light;

/** By `EntityView.color`, as the preview's style sheet has them. */
const colors: readonly string[] = [
  ink['charts-blue'],
  ink['charts-yellow'],
  ink['charts-green'],
  ink['charts-purple'],
  ink['terminal-ansiCyan'],
  ink['charts-red'],
  '#767676',
  ink['terminal-ansiMagenta'],
];

/** Pixels. A column is the width of a character at 12 px in the widest of the usual monospaced fonts. */
const column = 7.3;
const gap = 16;
const edge = 20;
const rowHeight = 38;
const markWidth = 34;
const longest = 34;

const quiet = '#616161';
const line = '#D4D4D4';
const shade = '#F7F7F7';

interface Cell {
  readonly name: string;
  readonly value: string;
  readonly isQuiet: boolean;
}

interface Row {
  readonly entity: EntityView | undefined;
  readonly sort: string;
  readonly cells: readonly Cell[];
}

interface Collection {
  readonly partition: string;
  readonly rows: readonly Row[];
}

/** What is drawn of an item beside its keys: what the index does not hold is said. */
function cellsOf(item: ItemView, table: TableView, target: TargetView): readonly Cell[] {
  const keys = new Set([...target.partitionKey, ...target.sortKey].map(({ name }) => name));
  return (table.columns[item.entity] ?? []).flatMap(({ name }, i) => {
    if (keys.has(name)) return [];
    const value = item.values[i];
    if (!value) return [{ name, value: 'absent', isQuiet: true }];
    const isHeld = target.holds[item.entity]?.[i] ?? true;
    return [{ name, value: isHeld ? value.text : 'not projected', isQuiet: !isHeld }];
  });
}

function collectionsOf(overview: Overview, table: TableView, target: TargetView): readonly Collection[] {
  return target.collections.map(({ partition, items }) => ({
    partition: partition.map(({ text }) => text).join(' · '),
    rows: items.flatMap((place) => {
      const item = table.items[place];
      if (!item) return [];
      const names = (table.columns[item.entity] ?? []).map(({ name }) => name);
      const sort = target.sortKey.map(({ name }) => item.values[names.indexOf(name)]?.text ?? '');
      const entity = overview.entities[item.entity];
      return [{ entity, sort: sort.join(' · '), cells: cellsOf(item, table, target) }];
    }),
  }));
}

const pixels = (texts: readonly string[]): number =>
  Math.ceil(Math.max(0, ...texts.map((text) => Math.min(longest, widthOf(text)))) * column) + gap;

interface Look {
  readonly fill?: string;
  readonly size?: number;
  readonly weight?: number;
  readonly anchor?: 'middle';
}

/** The whole text on hover where it is shortened. */
function label(text: string, x: number, y: number, look: Look = {}, most = longest): Markup {
  const { fill = ink.foreground, size = 12, weight = 400, anchor } = look;
  const short = shortened(text, most);
  const attributes = { x, y, fill, 'font-size': size, 'font-weight': weight };
  return element('text', { ...attributes, ...(anchor && { 'text-anchor': anchor }) }, [
    ...(short === text ? [] : [element('title', {}, [text])]),
    short,
  ]);
}

function mark({ mark: letters, color }: EntityView, x: number, y: number): readonly Markup[] {
  const fill = colors[color] ?? quiet;
  return [
    element('rect', { x, y, width: 24, height: 16, rx: 3, fill, 'fill-opacity': 0.18 }),
    element('rect', { x, y: y + 14, width: 24, height: 2, fill }),
    label(letters, x + 12, y + 12, { size: 10, weight: 600, anchor: 'middle' }),
  ];
}

function legend(
  entities: readonly EntityView[],
  width: number,
): { readonly marks: readonly Markup[]; readonly height: number } {
  let [x, y] = [edge, 56];
  const marks = entities.flatMap((entity) => {
    const own = 32 + widthOf(shortened(entity.name, longest)) * column + gap;
    if (x > edge && x + own > width - edge) [x, y] = [edge, y + 24];
    const drawn = [...mark(entity, x, y), label(entity.name, x + 30, y + 12)];
    x += own;
    return drawn;
  });
  return { marks, height: y + 36 };
}

export function exportSvg(overview: Overview, table: TableView, target: TargetView, name: string): string {
  const collections = collectionsOf(overview, table, target);
  const rows = collections.flatMap((each) => each.rows);
  const [first = '', second = ''] = [target.partitionKey, target.sortKey].map((keys) =>
    keys.map((key) => key.name).join(' · '),
  );
  const partitionWidth = pixels([`${first} partition key`, ...collections.map((each) => each.partition)]);
  const sortWidth = second === '' ? 0 : pixels([`${second} sort key`, ...rows.map(({ sort }) => sort)]);
  const most = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const cellWidths = Array.from({ length: most }, (_, i) =>
    pixels(rows.flatMap(({ cells: { [i]: cell } }) => (cell ? [cell.name, cell.value] : []))),
  );
  const sortX = edge + partitionWidth + markWidth + gap;
  const cellXs = cellWidths.map((_, i) =>
    cellWidths.slice(0, i).reduce((sum, each) => sum + each, sortX + sortWidth),
  );
  const width = Math.max(520, cellWidths.reduce((sum, each) => sum + each, sortX + sortWidth) + edge);
  const present = new Set(rows.map(({ entity }) => entity));
  const { marks, height: top } = legend(
    overview.entities.filter((each) => present.has(each)),
    width,
  );
  const head = top + 22;

  let y = head;
  const drawn = collections.flatMap(({ partition, rows: own }) => {
    const start = y;
    const lines = own.flatMap(({ entity, sort, cells }) => {
      const at = y;
      y += rowHeight;
      return [
        ...(entity
          ? [
              element('rect', {
                x: edge + partitionWidth,
                y: at,
                width: 3,
                height: rowHeight,
                fill: colors[entity.color] ?? quiet,
              }),
              ...mark(entity, edge + partitionWidth + 10, at + 15),
            ]
          : []),
        label(sort, sortX, at + 27),
        ...cells.flatMap((cell, i) => [
          label(cell.name, cellXs[i] ?? 0, at + 13, { fill: quiet, size: 10 }),
          label(cell.value, cellXs[i] ?? 0, at + 27, cell.isQuiet ? { fill: quiet } : {}),
        ]),
      ];
    });
    return [
      element('rect', { x: edge, y: start, width: partitionWidth, height: y - start, fill: shade }),
      element('path', { d: `M${edge} ${start}H${width - edge}`, stroke: line }),
      label(partition, edge + 8, start + 27, { weight: 600 }),
      ...lines,
    ];
  });
  const height = y + edge;
  const title = `${overview.title || name}: ${target.title}`;
  const font = 'ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace';
  const size = { width: Math.ceil(width), height, viewBox: `0 0 ${Math.ceil(width)} ${height}` };
  const picture = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...size, role: 'img', 'font-family': font },
    [
      element('title', {}, [title]),
      element('rect', { width: '100%', height: '100%', fill: ink['editor-background'] }),
      label(title, edge, 34, { size: 16, weight: 600 }, 200),
      ...marks,
      label(first, edge + 8, head - 8, { weight: 600 }),
      label('partition key', edge + 16 + widthOf(first) * column, head - 8, { fill: quiet, size: 10 }),
      ...(second === ''
        ? []
        : [
            label(second, sortX, head - 8, { weight: 600 }),
            label('sort key', sortX + 8 + widthOf(second) * column, head - 8, { fill: quiet, size: 10 }),
          ]),
      ...drawn,
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${picture.markup}\n`;
}
