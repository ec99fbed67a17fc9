// Where each character of a decoded scalar stands in the text, so that template and clause parts have exact spans.
// Deliberately decodes again, and only when asked: most scalars are written as they read and need no table.
import type { Span } from '../text/span.ts';
import { decodeBlock } from './scalar-block.ts';
import { decodeDoubleQuoted, decodeFolded } from './scalar-flow.ts';
import type { OffsetMap } from './template.ts';
import type { ScalarNode } from './tree.ts';

/** A decoded text, piece by piece: each unit with the offset of what made it. */
export interface Decoded {
  readonly text: string;
  /** As many as units in `text`; never decreasing. */
  readonly offsets: readonly number[];
}

/**
 * The offset in `text` of the n-th UTF-16 unit of `scalar.source`. An escape maps to its backslash, a folded line
 * break to the break; an index at or behind the length maps to the end of the content, before a closing quote.
 */
export function offsetMap(text: string, scalar: ScalarNode): OffsetMap {
  const content = contentOf(text, scalar);
  const { length } = scalar.source;
  if (content.end - content.start === length && text.startsWith(scalar.source, content.start)) {
    return (index) => content.start + Math.max(0, Math.min(index, length));
  }
  let table: readonly number[] | undefined;
  return (index) => {
    if (index >= length) return content.end;
    table ??= offsetsOf(text, scalar, content);
    return table[Math.max(0, index)] ?? content.end;
  };
}

/** What stands between the quotes, if there are any; of a text that is not closed, all behind the opening quote. */
function contentOf(text: string, { span, style }: ScalarNode): Span {
  if (style !== 'single-quoted' && style !== 'double-quoted') return span;
  const quote = style === 'single-quoted' ? "'" : '"';
  const isClosed = span.end > span.start + 1 && text[span.end - 1] === quote;
  return { start: Math.min(span.start + 1, span.end), end: isClosed ? span.end - 1 : span.end };
}

function offsetsOf(text: string, scalar: ScalarNode, content: Span): readonly number[] {
  const decoded = decode(text, scalar, content);
  return decoded.text === scalar.source ? decoded.offsets : aligned(text, scalar.source, content);
}

function decode(text: string, scalar: ScalarNode, content: Span): Decoded {
  switch (scalar.style) {
    case 'plain':
    case 'single-quoted':
      return decodeFolded(text, content, scalar.style === 'single-quoted');
    case 'double-quoted':
      return decodeDoubleQuoted(text, content);
    case 'literal':
    case 'folded':
      return decodeBlock(text, content, scalar);
  }
}

/** For a scalar in a broken text, which was read from a repaired one: each unit at its next occurrence. */
function aligned(text: string, source: string, { start, end }: Span): readonly number[] {
  const offsets: number[] = [];
  let at = start;
  for (const unit of source.split('')) {
    let found = at;
    while (found < end && text[found] !== unit) found++;
    offsets.push(found < end ? found : at);
    if (found < end) at = found + 1;
  }
  return offsets.map((offset) => Math.min(offset, end));
}
