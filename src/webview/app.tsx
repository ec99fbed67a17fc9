// The whole page: title, legend, tabs and the tab that is chosen.
// Deliberately patches what is there: scroll, tab, selection and focus outlive every update.
import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import type { Span } from '../core/text/span.ts';
import { Collections } from './collections.tsx';
import { Header } from './header.tsx';
import type { Host } from './host.ts';
import { Patterns } from './patterns.tsx';
import {
  type Change,
  change,
  currentTab,
  type Position,
  patternsTab,
  type Saved,
  type State,
  tabsOf,
} from './state.ts';
import { TabList } from './tab-list.tsx';
import { useScroll } from './use-scroll.ts';

function firstState({ document, tab, selected }: Saved): State {
  return { shown: undefined, document, tab, selected };
}

export function App({ host }: { readonly host: Host }) {
  const [state, dispatch] = useReducer<State, Change>(change, firstState(host.saved));
  const scroll = useRef<Record<string, Position>>({ ...host.saved.scroll });
  const latest = useRef(state);
  latest.current = state;

  const save = useCallback(() => {
    const { document, tab, selected } = latest.current;
    host.save({ document, tab, selected, scroll: scroll.current });
  }, [host]);

  useEffect(() => {
    const stop = host.onShow((message) => {
      // Another model's rows are not where this one's were.
      if (latest.current.document !== message.document) scroll.current = {};
      dispatch({ kind: 'message', message });
    });
    host.send({ type: 'ready' });
    return stop;
  }, [host]);
  useEffect(save, [save, state]);

  const { shown } = state;
  const tab = shown ? currentTab(state, shown.model) : state.tab;
  const panel = useScroll(tab, shown !== undefined, scroll, save);
  const reveal = useCallback(
    (span: Span) => {
      const { shown: now } = latest.current;
      if (now) host.send({ type: 'reveal', document: now.document, version: now.version, span });
    },
    [host],
  );

  if (!shown) return <p class="empty">Waiting for the model…</p>;
  const { model, stale } = shown;
  const view = model.views.find((each) => each.id === tab);
  return (
    <>
      <Header model={model} stale={stale} reveal={reveal} />
      <TabList tabs={tabsOf(model)} current={tab} choose={(id) => dispatch({ kind: 'tab', tab: id })} />
      <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} class="panel" ref={panel}>
        {tab === patternsTab || view === undefined ? (
          <Patterns model={model} reveal={reveal} />
        ) : (
          <Collections
            view={view}
            model={model}
            selected={state.selected}
            select={(row) => dispatch({ kind: 'select', row })}
            reveal={reveal}
          />
        )}
      </div>
    </>
  );
}
