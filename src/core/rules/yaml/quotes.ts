// Puts a text as it stands into YAML quotes.
// Deliberately always quotes: here the text is known to need it, whatever `quote` of quote-yaml.ts would say.
import { doubleQuoted, singleQuoted } from '../../syntax/quote-yaml.ts';

/** In double quotes, as templates are written; in single ones where double ones would need escapes. */
export const inQuotes = (value: string): string =>
  /["\\]/.test(value) ? singleQuoted(value) : doubleQuoted(value);

/** Where a text that begins at `start` in a flow collection ends: before the comma or bracket that is not its own. */
export function flowEnd(text: string, start: number, limit: number): number {
  let depth = 0;
  let end = start;
  for (; end < limit; end++) {
    const char = text.charAt(end);
    if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && depth-- === 0) break;
    else if (char === ',' && depth === 0) break;
  }
  return end - (/\s*$/.exec(text.slice(start, end))?.[0].length ?? 0);
}
