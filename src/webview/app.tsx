// The whole page: title, legend, tabs and the tab that is chosen.
// Deliberately patches what is there: scroll, tab, selection and focus outlive every update.
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Answers } from '../core/preview/view/questions.ts';
import type { Span } from '../core/text/span.ts';
import { type PageContext, PageProvider } from './context.ts';
import { CostTab } from './cost/cost-tab.tsx';
import { HeatTab } from './heat/heat-tab.tsx';
import type { Host } from './host.ts';
import { Header } from './parts/header.tsx';
import { TabList } from './parts/tab-list.tsx';
import { PatternsTab } from './patterns/patterns-tab.tsx';
import { RelationsTab } from './relations/relations-tab.tsx';
import {
  type Change,
  type Choices,
  change,
  currentTarget,
  type Position,
  questionsFor,
  type Saved,
  type State,
  type Tab,
  tabs,
  tabTitles,
} from './state.ts';
import { TableTab } from './table/table-tab.tsx';
import { TargetBar } from './table/target-bar.tsx';
import { useScroll } from './use-scroll.ts';

function firstState({ scroll: _, ...saved }: Saved): State {
  return { ...saved, shown: undefined };
}

function choicesOf(state: State): Choices {
  const { tab, target, item, entity, pattern, filter, language, factor, shards } = state;
  return { tab, target, item, entity, pattern, filter, language, factor, shards };
}

/** The answer without which a tab has nothing to show. */
function isAnswered(tab: Tab, answers: Answers): boolean {
  return answers[tab] !== undefined && (tab !== 'patterns' || answers.table !== undefined);
}

export function App({ host }: { readonly host: Host }) {
  const [state, dispatch] = useReducer<State, Change>(change, firstState(host.saved));
  const scroll = useRef<Record<string, Position>>({ ...host.saved.scroll });
  const latest = useRef(state);
  latest.current = state;

  const save = useCallback(() => {
    const { document } = latest.current;
    host.save({ ...choicesOf(latest.current), document, scroll: scroll.current });
  }, [host]);

  useEffect(() => {
    const stop = host.onMessage((message) => {
      if (message.type === 'select') return dispatch({ kind: 'select', message });
      // Another model's rows are not where this one's were.
      if (latest.current.document !== message.document) scroll.current = {};
      dispatch({ kind: 'show', message });
    });
    host.send({ type: 'ready', questions: questionsFor(latest.current) });
    return stop;
  }, [host]);
  useEffect(save, [save, state]);

  const questions = JSON.stringify(questionsFor(state));
  const asked = useRef(questions);
  useEffect(() => {
    if (asked.current === questions) return;
    asked.current = questions;
    host.send({ type: 'watch', questions: questionsFor(latest.current) });
  }, [host, questions]);

  const { shown, tab } = state;
  const isDrawn = shown !== undefined && isAnswered(tab, shown.answers);
  const place = tab === 'table' && shown ? `table ${currentTarget(state, shown.overview)}` : tab;
  const panel = useScroll(place, isDrawn, scroll, save);
  const choose = useCallback((choices: Partial<Choices>) => dispatch({ kind: 'choose', choices }), []);
  const reveal = useCallback(
    (span: Span) => {
      const { shown: now } = latest.current;
      if (now) host.send({ type: 'reveal', document: now.document, of: now.of, span });
    },
    [host],
  );
  const copy = useCallback((text: string) => host.send({ type: 'copy', text }), [host]);
  const overview = shown?.overview;
  const page = useMemo<PageContext | undefined>(
    () =>
      overview && {
        overview,
        choices: choicesOf(state),
        choose,
        reveal: host.canReveal ? reveal : undefined,
        copy,
      },
    [overview, state, choose, reveal, copy, host],
  );

  if (!shown || !page) return <p class="empty">Waiting for the model…</p>;
  return (
    <PageProvider value={page}>
      <Header stale={shown.stale} />
      <TabList
        label="Views"
        tabs={tabs.map((id) => ({ id, title: tabTitles[id] }))}
        current={tab}
        panel="panel"
        choose={(id) => choose({ tab: tabs.find((each) => each === id) ?? 'table' })}
      />
      {tab === 'table' && <TargetBar table={shown.answers.table} />}
      <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`} class={`panel on-${tab}`} ref={panel}>
        {isDrawn ? (
          <Content tab={tab} answers={shown.answers} panel={panel} />
        ) : (
          <p class="empty waiting">
            {shown.stale
              ? 'This part was not drawn before the text broke. It appears when the text parses again.'
              : 'Reckoning…'}
          </p>
        )}
      </div>
    </PageProvider>
  );
}

interface ContentProps {
  readonly tab: Tab;
  readonly answers: Answers;
  readonly panel: { readonly current: HTMLDivElement | null };
}

function Content({ tab, answers, panel }: ContentProps) {
  const { table, patterns, pattern, cost, heat, relations } = answers;
  switch (tab) {
    case 'table':
      return table ? <TableTab table={table} panel={panel} /> : null;
    case 'patterns':
      return table && patterns ? <PatternsTab table={table} list={patterns} pattern={pattern} /> : null;
    case 'cost':
      return cost ? <CostTab cost={cost} /> : null;
    case 'heat':
      return heat ? <HeatTab heat={heat} /> : null;
    case 'relations':
      return relations ? <RelationsTab relations={relations} /> : null;
  }
}
