// The tabs: one for the table, one for each index, one for the access patterns.
// Deliberately one stop of the Tab key; arrow keys, Home and End move between them.
import { useRef } from 'preact/hooks';
import type { Tab } from './state.ts';

interface Props {
  readonly tabs: readonly Tab[];
  readonly current: string;
  readonly choose: (id: string) => void;
}

export function TabList({ tabs, current, choose }: Props) {
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[
      event.key
    ];
    const next = to === undefined ? undefined : tabs[to % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    choose(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[tabs.indexOf(next)]?.focus();
  };

  return (
    <div
      class="tabs"
      role="tablist"
      aria-label="Table, indexes and access patterns"
      ref={list}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => (
        <button
          type="button"
          role="tab"
          key={tab.id}
          id={`tab-${tab.id}`}
          class="tab"
          aria-selected={tab.id === current}
          aria-controls="panel"
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => choose(tab.id)}
        >
          {tab.title}
        </button>
      ))}
    </div>
  );
}
