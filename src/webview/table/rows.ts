// The rows of one table or index: item after item, collection after collection, with their places from the top.
// Deliberately plain data: the window draws a part of it, keys and the mouse move in it.
import type { ItemView, TableView, TargetView } from '../../core/preview/view/table.ts';

export interface Row {
  readonly item: ItemView;
  /** The place of its collection. */
  readonly collection: number;
  /** Its place among the items of its collection. */
  readonly place: number;
  /** It is the first of its entity in a row, over which the names of attributes stand. */
  readonly isFirst: boolean;
}

export function rowsOf({ items }: TableView, { collections }: TargetView): readonly Row[] {
  return collections.flatMap(({ items: places }, collection) =>
    places.flatMap((place, i): readonly Row[] => {
      const item = items[place];
      const before = items[places[i - 1] ?? -1];
      if (item === undefined) return [];
      return [{ item, collection, place: i, isFirst: i === 0 || before?.entity !== item.entity }];
    }),
  );
}

/** Heights of rows, in pixels. */
export interface RowHeights {
  readonly row: number;
  /** More for one with the names of attributes over it. */
  readonly names: number;
}

export function edgesOf(rows: readonly Row[], { row, names }: RowHeights): readonly number[] {
  const edges = [0];
  let edge = 0;
  for (const { isFirst } of rows) {
    edge += row + (isFirst ? names : 0);
    edges.push(edge);
  }
  return edges;
}

/** The columns of an entity that the target holds beside its own keys, as places; and those that it does not hold. */
export interface Shown {
  readonly held: readonly number[];
  readonly absent: readonly number[];
}

export function shownColumns({ columns }: TableView, target: TargetView): readonly Shown[] {
  const own = new Set([...target.partitionKey, ...target.sortKey].map(({ name }) => name));
  return columns.map((all, entity) => {
    const holds = target.holds[entity] ?? [];
    const places = all.map((_, place) => place);
    return {
      held: places.filter((place) => holds[place] && !own.has(all[place]?.name ?? '')),
      absent: places.filter((place) => !holds[place]),
    };
  });
}

/** Letters that the widest value of each column position needs, with its name, up to a limit. */
export function widthsOf(
  table: TableView,
  target: TargetView,
  shown: readonly Shown[],
  most: number,
): readonly number[] {
  const widths: number[] = [];
  for (const { items } of target.collections) {
    for (const place of items) {
      const item = table.items[place];
      const held = item && shown[item.entity]?.held;
      for (const [i, column] of (held ?? []).entries()) {
        const text = item?.values[column]?.text ?? '';
        const name = table.columns[item?.entity ?? 0]?.[column]?.name ?? '';
        widths[i] = Math.min(most, Math.max(widths[i] ?? 6, text.length, name.length * 0.86));
      }
    }
  }
  return widths;
}

/** Letters that the keys need. */
export function keyWidths(
  table: TableView,
  target: TargetView,
  most: number,
): { readonly partition: readonly number[]; readonly sort: readonly number[] } {
  const partition = target.partitionKey.map((key, i) =>
    Math.max(
      key.name.length + 12,
      ...target.collections.map(({ partition: values }) => values[i]?.text.length ?? 0),
    ),
  );
  const sort = target.sortKey.map((key) => {
    let width = key.name.length + 8;
    for (const { items } of target.collections) {
      for (const place of items) {
        const item = table.items[place];
        width = Math.max(width, item ? (valueNamed(table, item, key.name)?.text.length ?? 0) : 0);
      }
    }
    return width;
  });
  const capped = (widths: readonly number[]) => widths.map((width) => Math.min(most, width));
  return { partition: capped(partition), sort: capped(sort) };
}

export function valueNamed({ columns }: TableView, { entity, values }: ItemView, name: string) {
  const place = columns[entity]?.findIndex((column) => column.name === name) ?? -1;
  return values[place];
}
