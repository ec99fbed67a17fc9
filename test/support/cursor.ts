// A text with a cursor in it: `PK: "ORDER#${or‸derId}"`.
// Deliberately one cursor; tests of selections have marks of their own.

/** The text without its cursor, and where that stood. */
export function atCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('‸');
  if (offset < 0) throw new Error('the text has no cursor (‸)');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
