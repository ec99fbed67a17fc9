// How large letters and lines are in the fonts of the page, in pixels: what virtual tables are laid out by.
// Deliberately measured and not assumed: fonts, zoom and settings differ.
import { useLayoutEffect, useState } from 'preact/hooks';

export interface Metrics {
  /** The width of a digit in the editor's font, as cells have it. */
  readonly letter: number;
  /** The size of the page's font. */
  readonly em: number;
}

const unmeasured: Metrics = { letter: 8, em: 13 };
const probeLength = 50;

function measure(): Metrics {
  const probe = document.createElement('span');
  probe.className = 'probe value';
  probe.textContent = '0'.repeat(probeLength);
  document.body.append(probe);
  const letter = probe.getBoundingClientRect().width / probeLength;
  const em = Number.parseFloat(getComputedStyle(document.body).fontSize);
  probe.remove();
  return { letter: letter || unmeasured.letter, em: em || unmeasured.em };
}

/** Measured when the page is drawn, and again when its root changes, as it does with the theme and its fonts. */
export function useMetrics(): Metrics {
  const [metrics, setMetrics] = useState(unmeasured);
  useLayoutEffect(() => {
    const update = (): void => {
      const next = measure();
      setMetrics((before) => (before.letter === next.letter && before.em === next.em ? before : next));
    };
    update();
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributes: true });
    void document.fonts?.ready.then(update);
    window.addEventListener('resize', update);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', update);
    };
  }, []);
  return metrics;
}
