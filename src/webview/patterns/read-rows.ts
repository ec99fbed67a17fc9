// The rows of a picture of a read: the item collections it touches, what it reads of them in which order, and what lies around.
// Deliberately leaves out what is far from the range: how many items it is, is said.
import { type OrderBreak, orderBreak } from '../../core/preview/order-breaks.ts';
import type { ReadItemView } from '../../core/preview/view/patterns.ts';
import type { ItemView, TableView, TargetView, Value } from '../../core/preview/view/table.ts';
import { valueNamed } from '../table/rows.ts';

export interface ReadRow {
  readonly kind: 'item';
  readonly item: ItemView;
  /** One for each sort key attribute. */
  readonly sort: readonly (Value | null | undefined)[];
  /** From 1, in the order in which items return; undefined where it is not read. */
  readonly order: number | undefined;
  readonly fate: ReadItemView['fate'] | undefined;
  /** Numbers as text, in the wrong order against the row before. */
  readonly breaks: OrderBreak | undefined;
}

/** Items that are not read and not shown. */
export interface Gap {
  readonly kind: 'gap';
  readonly items: number;
  /** They are read, but too many to show. */
  readonly isRead: boolean;
}

export interface ReadCollection {
  readonly partition: readonly Value[];
  readonly rows: readonly (ReadRow | Gap)[];
}

/** Around what is read, so many neighbours are shown. */
const neighbours = 2;
/** So many rows of one collection are shown at the most. */
const mostRows = 60;

export function readCollections(
  table: TableView,
  target: TargetView,
  read: readonly ReadItemView[],
): readonly ReadCollection[] {
  const orders = new Map(read.map(({ item, fate }, i) => [item, { order: i + 1, fate }]));
  return target.collections
    .filter(({ items }) => items.some((item) => orders.has(item)))
    .toSorted((a, b) => firstOf(a.items) - firstOf(b.items))
    .map(({ partition, items }) => ({ partition, rows: rowsOf(items) }));

  function firstOf(items: readonly number[]): number {
    return Math.min(...items.map((item) => orders.get(item)?.order ?? Number.POSITIVE_INFINITY));
  }

  function rowsOf(items: readonly number[]): readonly (ReadRow | Gap)[] {
    const isNear = items.map((_, i) =>
      items.slice(Math.max(0, i - neighbours), i + neighbours + 1).some((item) => orders.has(item)),
    );
    const rows: (ReadRow | Gap)[] = [];
    let before: ReadRow | undefined;
    let shown = 0;
    for (const [i, place] of items.entries()) {
      const item = table.items[place];
      if (item === undefined) continue;
      const own = orders.get(place);
      if (!isNear[i] || shown >= mostRows) {
        addToGap(rows, own !== undefined);
        before = undefined;
        continue;
      }
      const sort = target.sortKey.map(({ name }) => valueNamed(table, item, name));
      const text = sort.at(-1)?.text ?? '';
      const breaks =
        before && before.item.entity === item.entity
          ? orderBreak(before.sort.at(-1)?.text ?? '', text)
          : undefined;
      const row: ReadRow = { kind: 'item', item, sort, order: own?.order, fate: own?.fate, breaks };
      rows.push(row);
      before = row;
      shown++;
    }
    return rows;
  }
}

function addToGap(rows: (ReadRow | Gap)[], isRead: boolean): void {
  const last = rows.at(-1);
  if (last?.kind === 'gap' && last.isRead === isRead)
    rows[rows.length - 1] = { ...last, items: last.items + 1 };
  else rows.push({ kind: 'gap', items: 1, isRead });
}
