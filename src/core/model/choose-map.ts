// Which of several closed maps the author means: of get, query, put and the others, the one whose word is there.
// Deliberately looks at keys only; the values are checked against the map that was chosen.
import type { MapForm } from './schema/form.ts';
import { nearest } from './suggest.ts';

export type Chosen =
  | { readonly kind: 'one'; readonly form: MapForm }
  | { readonly kind: 'none'; readonly operations: readonly string[] }
  /** The operation words that stand there, in the order of the file. */
  | { readonly kind: 'several'; readonly operations: readonly string[] };

/**
 * @param forms at least one; a single one is always meant
 * @param keys the keys that are written
 * @param foreign the word of ours that a word of another tool stands for
 */
export function chooseMap(
  forms: readonly MapForm[],
  keys: readonly string[],
  foreign: (key: string) => string | undefined,
): Chosen {
  const [only, second] = forms;
  if (only !== undefined && second === undefined) return { kind: 'one', form: only };
  const written = keys.filter((key) => formWith(forms, key) !== undefined);
  if (written.length > 1) return { kind: 'several', operations: written };
  const [word] = written;
  const meant = word === undefined ? undefined : formWith(forms, word);
  if (meant !== undefined) return { kind: 'one', form: meant };
  const operations = forms.flatMap((form) => form.required);
  const guessed = guess(keys, operations, forms, foreign);
  const form = guessed === undefined ? undefined : formWith(forms, guessed);
  return form ? { kind: 'one', form } : { kind: 'none', operations };
}

/** The form that needs this key. A plain loop, as it is asked of every key of every access pattern. */
function formWith(forms: readonly MapForm[], key: string): MapForm | undefined {
  for (const form of forms) if (form.required.includes(key)) return form;
  return undefined;
}

/** The operation that is meant by a key that means nothing in any of the forms. */
function guess(
  keys: readonly string[],
  operations: readonly string[],
  forms: readonly MapForm[],
  foreign: (key: string) => string | undefined,
): string | undefined {
  // A model names one or two keys here; more than these are no slip of the pen.
  for (const key of keys.slice(0, 30)) {
    if (key.startsWith('x-') || forms.some((form) => form.properties.has(key))) continue;
    const word = foreign(key) ?? nearest(key, operations);
    if (word !== undefined && operations.includes(word)) return word;
  }
  return undefined;
}
