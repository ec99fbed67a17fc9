// What the preview shows and what the user chose: one value, and how messages and choices change it.
// Deliberately without the page; main.tsx draws it and app.tsx keeps it.
import type { Overview } from '../core/preview/view/overview.ts';
import type { Question } from '../core/preview/view/questions.ts';
import type { SelectMessage, ShowMessage } from '../protocol/preview.ts';

export const tabs = ['table', 'patterns', 'cost', 'heat', 'relations'] as const;
export type Tab = (typeof tabs)[number];

export const tabTitles: Readonly<Record<Tab, string>> = {
  table: 'Table and indexes',
  patterns: 'Access patterns',
  cost: 'Cost',
  heat: 'Partition heat',
  relations: 'Relations',
};

/** What a person chose. It is kept while it is gone from the model, since an edit may bring it back. */
export interface Choices {
  readonly tab: Tab;
  /** The id of the table or an index. */
  readonly target: string;
  /** The id of an item. */
  readonly item: string | undefined;
  /** The name of an entity. */
  readonly entity: string | undefined;
  /** The name of a pattern. */
  readonly pattern: string | undefined;
  /** What the list of patterns is narrowed by. */
  readonly filter: string;
  /** The id of a language of requests. */
  readonly language: string;
  /** The traffic, as a factor. */
  readonly factor: number;
  /** The number of shards that is looked at. */
  readonly shards: number;
}

export interface State extends Choices {
  readonly shown: ShowMessage | undefined;
  /** Whose choices these are. */
  readonly document: string | undefined;
}

export type Change =
  | { readonly kind: 'show'; readonly message: ShowMessage }
  | { readonly kind: 'select'; readonly message: SelectMessage }
  | { readonly kind: 'choose'; readonly choices: Partial<Choices> };

const firstChoices: Omit<Choices, 'language'> = {
  tab: 'table',
  target: 'table',
  item: undefined,
  entity: undefined,
  pattern: undefined,
  filter: '',
  factor: 1,
  shards: 4,
};

export function change(state: State, event: Change): State {
  switch (event.kind) {
    case 'choose':
      return { ...state, ...event.choices };
    case 'show':
      return show(state, event.message);
    case 'select':
      return event.message.document === state.document ? select(state, event.message) : state;
  }
}

function show(state: State, message: ShowMessage): State {
  const { shown } = state;
  if (shown?.document === message.document && message.version < shown.version) return state;
  if (state.document === message.document) return { ...state, shown: message };
  return { ...state, ...firstChoices, shown: message, document: message.document };
}

/** What the editor's cursor stands on is chosen; the tab changes only where someone asked for it. */
function select(state: State, { selection, open }: SelectMessage): State {
  const { pattern, entity, index, sample } = selection;
  const item = sample && state.shown?.answers.table?.items.find(({ span }) => span.start === sample.start);
  return {
    ...state,
    ...(pattern !== undefined && { pattern }),
    ...(entity !== undefined && { entity }),
    ...(index !== undefined && { target: `index:${index}` }),
    ...(item && { item: item.id }),
    ...(open && pattern !== undefined && { tab: 'patterns' as const }),
  };
}

/** The table or index that is drawn: the one chosen, or the first while that is gone. */
export const currentTarget = ({ target }: Pick<Choices, 'target'>, { targets }: Overview): string =>
  targets.some(({ id }) => id === target) ? target : (targets[0]?.id ?? 'table');

/** What the tab shows, and so asks for. The pattern is undefined until the list of them is there. */
export function questionsFor({ tab, pattern }: Choices): readonly Question[] {
  switch (tab) {
    case 'table':
      return [{ kind: 'table' }];
    case 'patterns':
      return [
        { kind: 'table' },
        { kind: 'patterns' },
        ...(pattern === undefined ? [] : [{ kind: 'pattern', name: pattern } as const]),
      ];
    case 'cost':
      return [{ kind: 'cost' }];
    case 'heat':
      return [{ kind: 'heat' }];
    case 'relations':
      return [{ kind: 'relations' }];
  }
}

export interface Position {
  readonly top: number;
  readonly left: number;
}

/** What survives hiding and reload of the page. */
export interface Saved extends Choices {
  readonly document: string | undefined;
  readonly scroll: Readonly<Record<string, Position>>;
}

/** Reads what an earlier page saved, be it of an older version or nothing. */
export function savedFrom(value: unknown): Saved {
  const record = (of: unknown): Record<string, unknown> =>
    typeof of === 'object' && of !== null ? (of as Record<string, unknown>) : {};
  const text = (of: unknown): string | undefined => (typeof of === 'string' ? of : undefined);
  const amount = (of: unknown, otherwise: number): number =>
    typeof of === 'number' && Number.isFinite(of) && of > 0 ? of : otherwise;
  const saved = record(value);
  return {
    document: text(saved.document),
    tab: tabs.find((tab) => tab === saved.tab) ?? firstChoices.tab,
    target: text(saved.target) ?? firstChoices.target,
    item: text(saved.item),
    entity: text(saved.entity),
    pattern: text(saved.pattern),
    filter: text(saved.filter) ?? '',
    language: text(saved.language) ?? 'javascript',
    factor: amount(saved.factor, firstChoices.factor),
    shards: amount(saved.shards, firstChoices.shards),
    scroll: Object.fromEntries(
      Object.entries(record(saved.scroll)).map(([id, position]) => {
        const { top, left } = record(position);
        return [id, { top: Number(top) || 0, left: Number(left) || 0 }];
      }),
    ),
  };
}
