// How wide an element is, in pixels, as its panel is dragged.
// Deliberately for what cannot be left to CSS: texts shortened to the room there is, and charts.
import { useLayoutEffect, useState } from 'preact/hooks';

/** @param unmeasured what is taken until the element is there */
export function useWidth(box: { readonly current: HTMLElement | null }, unmeasured: number): number {
  const [width, setWidth] = useState(unmeasured);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const update = (): void => setWidth(Math.floor(element.clientWidth));
    update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
