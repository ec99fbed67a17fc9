// Keeps the scroll position of each tab, over changes of tab and reloads of the page.
// Deliberately sets it only when the tab changes: an update leaves the page where it is.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Position } from './state.ts';

/** Saving is not worth doing at every step of a scroll. */
const pause = 150;

/** @param isDrawn whether what the tab shows is there, so that there is something to scroll */
export function useScroll(
  tab: string,
  isDrawn: boolean,
  positions: { readonly current: Record<string, Position> },
  save: () => void,
): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  // A scroll event comes late: by then another tab may be drawn, and its position is meant.
  const drawn = useRef(tab);

  useLayoutEffect(() => {
    drawn.current = tab;
    const { top = 0, left = 0 } = positions.current[tab] ?? {};
    if (isDrawn) panel.current?.scrollTo({ top, left, behavior: 'instant' });
  }, [tab, isDrawn, positions]);

  useEffect(() => {
    const element = panel.current;
    if (!element || !isDrawn) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const remember = (): void => {
      positions.current[drawn.current] = { top: element.scrollTop, left: element.scrollLeft };
      clearTimeout(waiting);
      waiting = setTimeout(save, pause);
    };
    element.addEventListener('scroll', remember, { passive: true });
    return () => {
      element.removeEventListener('scroll', remember);
      clearTimeout(waiting);
    };
  }, [isDrawn, positions, save]);

  return panel;
}
