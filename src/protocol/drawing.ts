// The messages between the page that draws a picture and the extension that wants it as PNG.
// Deliberately one of each: the page is there for one picture.

/** Draw this. */
export interface DrawMessage {
  readonly svg: string;
}

export type FromDrawing =
  /** The page is there and waits. */
  | { readonly type: 'ready' }
  /** As base64. */
  | { readonly type: 'drawn'; readonly png: string }
  | { readonly type: 'failed'; readonly why: string };
