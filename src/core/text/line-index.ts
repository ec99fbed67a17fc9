// Offsets to lines and columns and back, for the edges: the server speaks LSP positions, the command line prints them.
// Deliberately used by no other part of core.

/** Zero-based line and UTF-16 column, as editors count. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  /** Any offset is clamped into the text. */
  at(offset: number): LineColumn;
  offset(position: LineColumn): number;
}

/** Lines end at LF, CR LF or a lone CR, as in LSP. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return {
    at(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= clamped) low = middle;
        else high = middle - 1;
      }
      return { line: low, column: clamped - (starts[low] ?? 0) };
    },
    offset({ line, column }) {
      const start = starts[Math.max(0, Math.min(line, starts.length - 1))] ?? 0;
      return Math.max(0, Math.min(start + column, text.length));
    },
  };
}
