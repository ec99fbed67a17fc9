// Words of messages: lists, plurals, suggestions.
// Deliberately English only; every message of Singlet is.

/** `a, b and c`. */
export function listOf(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** ` Did you mean X?`, or nothing. */
export const didYouMean = (nearest: string | undefined): string =>
  nearest === undefined ? '' : ` Did you mean ${nearest}?`;

/** `1 item`, `2 items`. */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${count} ${count === 1 ? singular : plural}`;

/** `a, b and c`; of many, the first three and how many more: `a, b, c and 9 more`. */
export const listSome = (words: readonly string[], most = 3): string =>
  words.length <= most + 1
    ? listOf(words)
    : `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
