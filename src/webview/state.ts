// What the preview shows and what the user chose: one value, and how messages and choices change it.
// Deliberately without the page; main.tsx draws it and app.tsx keeps it.
import type { PreviewModel } from '../core/preview/view-model.ts';
import type { ToPreview } from '../protocol/preview.ts';

export type Shown = Extract<ToPreview, { readonly type: 'show' }>;

export interface State {
  readonly shown: Shown | undefined;
  /** The id of a view, or `patterns`. It is kept while its view is gone, since an edit may bring it back. */
  readonly tab: string;
  /** The id of a row. */
  readonly selected: string | undefined;
  /** Whose choices these are. */
  readonly document: string | undefined;
}

export type Change =
  | { readonly kind: 'message'; readonly message: Shown }
  | { readonly kind: 'tab'; readonly tab: string }
  | { readonly kind: 'select'; readonly row: string };

export const patternsTab = 'patterns';

export function change(state: State, event: Change): State {
  switch (event.kind) {
    case 'tab':
      return { ...state, tab: event.tab };
    case 'select':
      return { ...state, selected: event.row };
    case 'message':
      return show(state, event.message);
  }
}

function show(state: State, message: Shown): State {
  const { shown } = state;
  if (shown?.document === message.document && message.version < shown.version) return state;
  if (state.document === message.document) return { ...state, shown: message };
  return { shown: message, document: message.document, tab: 'table', selected: undefined };
}

export interface Tab {
  readonly id: string;
  readonly title: string;
}

export const tabsOf = (model: PreviewModel): readonly Tab[] => [
  ...model.views.map(({ id, title }) => ({ id, title })),
  { id: patternsTab, title: 'Access patterns' },
];

/** The tab that is drawn: the one chosen, or the first while that is gone. */
export function currentTab(state: State, model: PreviewModel): string {
  const tabs = tabsOf(model);
  return tabs.some((tab) => tab.id === state.tab) ? state.tab : (tabs[0]?.id ?? patternsTab);
}

export interface Position {
  readonly top: number;
  readonly left: number;
}

/** What survives hiding and reload of the page. */
export interface Saved {
  readonly document: string | undefined;
  readonly tab: string;
  readonly selected: string | undefined;
  readonly scroll: Readonly<Record<string, Position>>;
}

/** Reads what an earlier page saved, be it of an older version or nothing. */
export function savedFrom(value: unknown): Saved {
  const record = (of: unknown): Record<string, unknown> =>
    typeof of === 'object' && of !== null ? (of as Record<string, unknown>) : {};
  const text = (of: unknown): string | undefined => (typeof of === 'string' ? of : undefined);
  const { document, tab, selected, scroll } = record(value);
  return {
    document: text(document),
    tab: text(tab) ?? 'table',
    selected: text(selected),
    scroll: Object.fromEntries(
      Object.entries(record(scroll)).map(([id, position]) => {
        const { top, left } = record(position);
        return [id, { top: Number(top) || 0, left: Number(left) || 0 }];
      }),
    ),
  };
}
