// The messages between the preview's webview and the extension that holds it.
// Deliberately without state: versions tell which message is the newer one.
import type { PreviewSelection } from '../core/ide/preview-selection.ts';
import type { Overview } from '../core/preview/view/overview.ts';
import type { Answers, Question } from '../core/preview/view/questions.ts';
import type { Span } from '../core/text/span.ts';

/** Draw this. A version lower than that on show, of the same document, is dropped. */
export interface ShowMessage {
  readonly type: 'show';
  /** The document's address: for another one, scroll, tab and selection begin anew. */
  readonly document: string;
  /** Rises with every edit of the document. */
  readonly version: number;
  /** The version of the text of which the picture was made: its spans count there. */
  readonly of: number;
  readonly overview: Overview;
  /** What was asked for, as far as it is there. */
  readonly answers: Answers;
  /** True if the text has changed since, and of what it is now less can be shown. */
  readonly stale: boolean;
}

/** Select this, as the editor's cursor stands there. */
export interface SelectMessage {
  readonly type: 'select';
  readonly document: string;
  readonly selection: PreviewSelection;
  /** True if someone asked for it, so that the tab that shows it is to be opened. */
  readonly open: boolean;
}

export type ToPreview = ShowMessage | SelectMessage;

export type FromPreview =
  /** The page is there and waits for `show`; these parts are looked at. */
  | { readonly type: 'ready'; readonly questions: readonly Question[] }
  /** From now on these parts are looked at. */
  | { readonly type: 'watch'; readonly questions: readonly Question[] }
  /** Show this place in the editor. */
  | {
      readonly type: 'reveal';
      readonly document: string;
      /** The version of the text in which the offsets count. */
      readonly of: number;
      readonly span: Span;
    }
  /** Put this into the clipboard. */
  | { readonly type: 'copy'; readonly text: string };
