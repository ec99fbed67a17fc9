// Tabs: of the page's views, or of the languages of a request.
// Deliberately one stop of the Tab key; arrow keys, Home and End move between them.
import { useRef } from 'preact/hooks';

interface Props {
  /** What the tabs are, for screen readers. */
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly title: string }[];
  readonly current: string;
  /** The id of the element that shows what is chosen; those of the tabs are made of it. */
  readonly panel: string;
  readonly choose: (id: string) => void;
  readonly class?: string;
}

/** What the arrow keys, Home and End choose among so many in a row, round its end. */
export function stepTo(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

export const tabId = (panel: string, id: string): string =>
  panel === 'panel' ? `tab-${id}` : `${panel}-tab-${id}`;

export function TabList({ label, tabs, current, panel, choose, class: own = 'tabs' }: Props) {
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === current);
    const to = stepTo(event.key, at, tabs.length);
    const next = to === undefined ? undefined : tabs[to];
    if (next === undefined) return;
    event.preventDefault();
    choose(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(next)]?.focus();
  };

  return (
    <div class={own} role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          type="button"
          role="tab"
          key={tab.id}
          id={tabId(panel, tab.id)}
          class="tab"
          aria-selected={tab.id === current}
          aria-controls={panel}
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => choose(tab.id)}
        >
          {tab.title}
        </button>
      ))}
    </div>
  );
}
