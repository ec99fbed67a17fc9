// The page on its own, as a file that someone was sent: everything that can be asked for is in it.
// Deliberately without a way back to the source; what is chosen lasts as long as the page is open.

import type { Overview } from '../core/preview/view/overview.ts';
import type { Answers } from '../core/preview/view/questions.ts';
import { type Question, questionId } from '../core/preview/view/questions.ts';
import type { ShowMessage } from '../protocol/preview.ts';
import type { Host } from './host.ts';
import { savedFrom } from './state.ts';

/** What stands in the file, as JSON in the element with the id `preview`. */
export interface Embedded {
  readonly overview: Overview;
  /** By `questionId`. */
  readonly answers: Readonly<Record<string, Answers>>;
}

/** Undefined in VS Code, where the page holds no preview of its own. */
export function embeddedPreview(): Embedded | undefined {
  const text = document.getElementById('preview')?.textContent;
  return text ? (JSON.parse(text) as Embedded) : undefined;
}

export function connectToFile({ overview, answers }: Embedded): Host {
  const listeners = new Set<(message: ShowMessage) => void>();
  const show = (questions: readonly Question[]): void => {
    const known = questions.map((question) => answers[questionId(question)] ?? {});
    const message: ShowMessage = {
      type: 'show',
      document: 'file',
      version: 1,
      of: 1,
      overview,
      answers: Object.assign({}, ...known),
      stale: false,
    };
    for (const listener of listeners) listener(message);
  };
  return {
    saved: savedFrom(undefined),
    canReveal: false,
    send(message) {
      if (message.type === 'ready' || message.type === 'watch') show(message.questions);
      if (message.type === 'copy') void navigator.clipboard?.writeText(message.text).catch(() => undefined);
    },
    save: () => undefined,
    onMessage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
