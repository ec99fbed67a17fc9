// The chosen row of a virtual table: moved by keys, followed by the view, focused when it is drawn.
// Deliberately scrolls only when the choice changes: an update of the model leaves the page where it is.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Row } from './rows.ts';

interface Parts {
  readonly rows: readonly Row[];
  readonly edges: readonly number[];
  readonly panel: { readonly current: HTMLDivElement | null };
  readonly list: { readonly current: HTMLTableElement | null };
  readonly rowHeight: number;
}

export interface RowChoice {
  /** The place of the chosen row; -1 where it is not here. */
  readonly chosen: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useRowChoice({ rows, edges, panel, list, rowHeight }: Parts): RowChoice {
  const { overview, choices, choose, reveal } = usePage();
  const chosen = rows.findIndex(({ item }) => item.id === choices.item);
  /** The row that is to have the focus as soon as it is there. */
  const wanted = useRef<string | undefined>(undefined);
  const before = useRef({ item: choices.item, entity: choices.entity });

  useLayoutEffect(() => {
    const { item, entity } = before.current;
    before.current = { item: choices.item, entity: choices.entity };
    const isNewEntity = choices.entity !== entity && choices.entity !== undefined;
    const isOfEntity = ({ item: { entity: place } }: Row): boolean =>
      overview.entities[place]?.name === choices.entity;
    if (choices.item !== item && chosen >= 0) show(chosen);
    else if (isNewEntity && !rows.some((row, i) => isOfEntity(row) && isInView(i))) {
      show(rows.findIndex(isOfEntity));
    }
  });

  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const row = [...(list.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])].find(
      (each) => each.dataset.row === wanted.current,
    );
    if (!row) return;
    wanted.current = undefined;
    row.focus({ preventScroll: true });
  });

  /** From the top of what scrolls, below the head of the table. */
  function offsetOf(row: number): { readonly top: number; readonly bottom: number } {
    const [scroller, table] = [panel.current, list.current];
    if (!scroller || !table) return { top: 0, bottom: 0 };
    const start =
      table.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    const head = headOf();
    return { top: start + head + (edges[row] ?? 0), bottom: start + head + (edges[row + 1] ?? 0) };
  }

  const headOf = (): number => list.current?.tHead?.offsetHeight ?? 0;

  function isInView(row: number): boolean {
    const scroller = panel.current;
    if (!scroller) return true;
    const { top, bottom } = offsetOf(row);
    const view = scroller.scrollTop + headOf();
    return bottom > view && top < scroller.scrollTop + scroller.clientHeight;
  }

  /** Scrolls no further than it must, and keeps clear of the head and of what covers the foot. */
  function show(row: number): void {
    const scroller = panel.current;
    if (!scroller || row < 0) return;
    const { top, bottom } = offsetOf(row);
    const upper = scroller.scrollTop + headOf();
    const foot = scroller.querySelector<HTMLElement>('.inspector')?.offsetHeight ?? 0;
    const lower = scroller.scrollTop + scroller.clientHeight - foot;
    if (top < upper) scroller.scrollTop = top - headOf();
    else if (bottom > lower) scroller.scrollTop = bottom - scroller.clientHeight + foot;
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const focused = (event.target as HTMLElement | null)?.closest<HTMLElement>('tr[data-row]')?.dataset.row;
    const at = rows.findIndex(({ item }) => item.id === (focused ?? choices.item));
    const page = Math.max(1, Math.floor((panel.current?.clientHeight ?? 0) / rowHeight) - 3);
    const row = rows[at];
    if (event.key === 'Enter' && row) {
      choose({ item: row.item.id });
      reveal?.(row.item.span);
    }
    if (event.key === 'Escape') choose({ item: undefined });
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: Math.min(rows.length - 1, at + page),
      PageUp: Math.max(0, at - page),
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : rows[to];
    if (to === undefined || !next) return;
    event.preventDefault();
    wanted.current = next.item.id;
    show(to);
    choose({ item: next.item.id });
  };

  return { chosen, onKeyDown };
}
