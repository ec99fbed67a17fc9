// The messages between the preview's webview and the extension that holds it.
// Deliberately without state: versions tell which message is the newer one.
import type { PreviewModel } from '../core/preview/view-model.ts';
import type { Span } from '../core/text/span.ts';

export type ToPreview =
  /** Draw this. A version lower than that on show, of the same document, is dropped. */
  {
    readonly type: 'show';
    /** The document's address: for another one, scroll, tab and selection begin anew. */
    readonly document: string;
    /** Rises with every edit of the document. */
    readonly version: number;
    readonly model: PreviewModel;
    /** True if the text has changed since, and of what it is now nothing can be shown. */
    readonly stale: boolean;
  };

export type FromPreview =
  /** The page is there and waits for `show`. */
  | { readonly type: 'ready' }
  /** Show this place in the editor; `version` is that of the text in which the offsets count. */
  | {
      readonly type: 'reveal';
      readonly document: string;
      readonly version: number;
      readonly span: Span;
    };
