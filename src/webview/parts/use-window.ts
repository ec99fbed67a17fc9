// Which rows of a long list are to be drawn: those in view, and some around them.
// Deliberately knows only heights; what a row is, its owner knows.
import { useLayoutEffect, useState } from 'preact/hooks';

export interface RowWindow {
  /** The first row to draw, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

/** Drawn beyond the view on both sides, in pixels, so that a quick scroll shows no gap. */
const beyond = 600;

/** The place of the last edge that is not behind the position; `edges` rise. */
export function rowAt(edges: readonly number[], position: number): number {
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((edges[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function windowOf(edges: readonly number[], top: number, height: number): RowWindow {
  const count = edges.length - 1;
  if (count <= 0) return { start: 0, end: 0 };
  const start = Math.min(count - 1, rowAt(edges, top - beyond));
  const end = Math.min(count, rowAt(edges, top + height + beyond) + 1);
  return { start: Math.max(0, start), end };
}

/**
 * @param edges the upper edge of each row, and the lower one of the last, in pixels from the top of the list
 * @param scroller what scrolls
 * @param list the list within it
 */
export function useWindow(
  edges: readonly number[],
  scroller: { readonly current: HTMLElement | null },
  list: { readonly current: HTMLElement | null },
): RowWindow {
  const [shown, setShown] = useState<RowWindow>(() => windowOf(edges, 0, 800));
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let frame = 0;
    const update = (): void => {
      frame = 0;
      const offset = list.current
        ? list.current.getBoundingClientRect().top - element.getBoundingClientRect().top
        : 0;
      const next = windowOf(edges, -offset, element.clientHeight);
      setShown((before) => (before.start === next.start && before.end === next.end ? before : next));
    };
    const schedule = (): void => {
      frame ||= requestAnimationFrame(update);
    };
    update();
    element.addEventListener('scroll', schedule, { passive: true });
    const observer = new ResizeObserver(schedule);
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', schedule);
      observer.disconnect();
    };
  }, [edges, scroller, list]);
  const count = Math.max(0, edges.length - 1);
  return { start: Math.min(shown.start, Math.max(0, count - 1)), end: Math.min(shown.end, count) };
}
