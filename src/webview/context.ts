// What every part of the page may need: the overview, the choices, and what a click does.
// Deliberately one context, so that parts deep down need no chain of properties.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { EntityView, Overview } from '../core/preview/view/overview.ts';
import type { Span } from '../core/text/span.ts';
import type { Choices } from './state.ts';

export interface PageContext {
  readonly overview: Overview;
  readonly choices: Choices;
  choose(choices: Partial<Choices>): void;
  /** Shows the place in the editor; undefined where there is none. */
  readonly reveal: ((span: Span) => void) | undefined;
  copy(text: string): void;
}

const Page = createContext<PageContext | undefined>(undefined);

export const PageProvider = Page.Provider;

export function usePage(): PageContext {
  const page = useContext(Page);
  if (page === undefined) throw new Error('no page around this part');
  return page;
}

export const useEntity = (place: number): EntityView | undefined => usePage().overview.entities[place];
