// Spans: the one way a place in the text is named, as UTF-16 offsets.
// Deliberately knows nothing of lines and columns; those exist only at the edges (see line-index.ts).

/** A half-open range of UTF-16 offsets, `start <= end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The smallest span that holds both. */
export const cover = (a: Span, b: Span): Span => span(Math.min(a.start, b.start), Math.max(a.end, b.end));

/** True if the offset lies in the span or directly behind its last character, as a cursor does. */
export const touches = (outer: Span, offset: number): boolean => outer.start <= offset && offset <= outer.end;

/** True if the two spans share a character or touch. */
export const intersects = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** A value and the place where it is written. */
export interface Spanned<T> {
  readonly value: T;
  readonly span: Span;
}

export const spanned = <T>(value: T, at: Span): Spanned<T> => ({ value, span: at });
