// Text edits: what a quick fix proposes, and how it is applied.
// Deliberately knows nothing of YAML; src/core/syntax/edit-yaml.ts makes edits that fit the document.
import type { Span } from './span.ts';

/** Replace the text in `span` by `newText`. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text after all edits. Edits refer to the text as it is before any of them; of two edits at one place the
 * earlier in the list comes first. Overlapping edits are a defect of the caller: the later one is dropped.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let result = '';
  let done = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < done) continue;
    result += text.slice(done, edit.span.start) + edit.newText;
    done = edit.span.end;
  }
  return result + text.slice(done);
}
