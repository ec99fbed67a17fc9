// The list of access patterns, narrowed by a text: what each calls, what a call uses, whether it is well.
// Deliberately draws the rows in view only: a model may have a thousand.
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { PatternSummary } from '../../core/preview/view/patterns.ts';
import { counted } from '../../core/text/words.ts';
import { usePage } from '../context.ts';
import { EntityMark } from '../parts/entity-mark.tsx';
import { useMetrics } from '../parts/use-metrics.ts';
import { useWindow } from '../parts/use-window.ts';
import { VerdictMark } from './verdict-mark.tsx';

/** The height of a row, in the size of the page's font. */
const rowEms = 3.4;

function matching(patterns: readonly PatternSummary[], filter: string): readonly PatternSummary[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return patterns;
  return patterns.filter(({ name, label, verdict }) => {
    const text = `${name} ${label} ${verdict}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export function PatternList({ patterns }: { readonly patterns: readonly PatternSummary[] }) {
  const { choices, choose } = usePage();
  const { em } = useMetrics();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => matching(patterns, choices.filter), [patterns, choices.filter]);
  const height = Math.round(em * rowEms);
  const edges = useMemo(
    () => Array.from({ length: found.length + 1 }, (_, i) => i * height),
    [found, height],
  );
  const { start, end } = useWindow(edges, scroller, list);
  const chosen = found.findIndex(({ name }) => name === choices.pattern);

  // Whoever chose it: it is to be seen. An update of the model moves nothing.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || chosen < 0) return;
    const top = chosen * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + height - element.clientHeight;
    }
  }, [choices.pattern, height]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1);
    const to = {
      ArrowDown: chosen + 1,
      ArrowUp: Math.max(0, chosen - 1),
      PageDown: Math.min(found.length - 1, chosen + page),
      PageUp: Math.max(0, chosen - page),
      Home: 0,
      End: found.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : found[to];
    if (!next) return;
    event.preventDefault();
    choose({ pattern: next.name });
  };

  const onClick = (event: MouseEvent): void => {
    const option = (event.target as HTMLElement).closest<HTMLElement>('[data-place]');
    const pattern = found[Number(option?.dataset.place)];
    if (pattern) choose({ pattern: pattern.name });
  };

  return (
    <nav class="pattern-list" aria-label="Access patterns">
      <div class="filter">
        <input
          type="search"
          placeholder="Filter"
          aria-label="Filter patterns by name, call or state"
          value={choices.filter}
          onInput={(event) => choose({ filter: event.currentTarget.value })}
        />
        <span class="quiet" role="status">
          {found.length === patterns.length
            ? counted(patterns.length, 'pattern')
            : `${found.length} of ${patterns.length}`}
        </span>
      </div>
      <div class="scroller" ref={scroller}>
        <div
          ref={list}
          class="list"
          role="listbox"
          aria-label="Access patterns"
          tabIndex={0}
          aria-activedescendant={chosen >= start && chosen < end ? `pattern-${chosen}` : undefined}
          onKeyDown={onKeyDown}
          onClick={onClick}
          style={{ height: `${found.length * height}px` }}
        >
          {found.slice(start, end).map((pattern, i) => (
            <div
              key={pattern.name}
              class="option"
              tabIndex={-1}
              data-place={start + i}
              id={`pattern-${start + i}`}
              role="option"
              aria-selected={start + i === chosen}
              aria-posinset={start + i + 1}
              aria-setsize={found.length}
              style={{ top: `${(start + i) * height}px`, height: `${height}px` }}
            >
              <VerdictMark verdict={pattern.verdict} />
              <span class="name" title={pattern.name}>
                {pattern.name}
              </span>
              <span class="marks">
                {pattern.entities.slice(0, 4).map((entity) => (
                  <EntityMark key={entity} entity={entity} />
                ))}
              </span>
              <span class="quiet call">{pattern.label}</span>
              <span class="quiet units">{pattern.perCall ?? 'not known'}</span>
            </div>
          ))}
        </div>
      </div>
    </nav>
  );
}
