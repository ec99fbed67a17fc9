// Regular languages as expressions: what formats, enumerations and regular expressions become before they are compiled.
// Deliberately over code points, as people write them; compile.ts turns them into automata over UTF-8 bytes.

/** Code points `low` to `high`, both included. */
export type CodeRange = readonly [low: number, high: number];

export type Pattern =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'class'; readonly ranges: readonly CodeRange[] }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly parts: readonly Pattern[] }
  /** `max` is Infinity where nothing bounds it. */
  | { readonly kind: 'repeat'; readonly of: Pattern; readonly min: number; readonly max: number };

export const text = (value: string): Pattern => ({ kind: 'text', text: value });
export const oneOf = (...ranges: readonly CodeRange[]): Pattern => ({ kind: 'class', ranges });
export const sequence = (...parts: readonly Pattern[]): Pattern => ({ kind: 'sequence', parts });
export const choice = (parts: readonly Pattern[]): Pattern => ({ kind: 'choice', parts });
export const repeat = (of: Pattern, min: number, max: number = Number.POSITIVE_INFINITY): Pattern => ({
  kind: 'repeat',
  of,
  min,
  max,
});

const codeOf = (char: string): number => char.codePointAt(0) ?? 0;
export const between = (low: string, high: string): CodeRange => [codeOf(low), codeOf(high)];

export const lastCodePoint = 0x10ffff;

/** Every Unicode scalar value: surrogates are no characters. */
export const anyCharacter: Pattern = oneOf([0, 0xd7ff], [0xe000, lastCodePoint]);
export const anyText: Pattern = repeat(anyCharacter, 1);

/** What nobody doubts that an undeclared text can be: digits, which are no separator and no word that a key begins with. */
export const plainText: Pattern = repeat(oneOf(between('0', '9')), 1);

/** The same language with every character put through `change`; for changes that map each character alone. */
export function mapCharacters(pattern: Pattern, change: (code: number) => number): Pattern {
  switch (pattern.kind) {
    case 'text':
      return text([...pattern.text].map((char) => String.fromCodePoint(change(codeOf(char)))).join(''));
    case 'class':
      return { kind: 'class', ranges: pattern.ranges.flatMap((range) => mapRange(range, change)) };
    case 'sequence':
    case 'choice':
      return { kind: pattern.kind, parts: pattern.parts.map((part) => mapCharacters(part, change)) };
    case 'repeat':
      return { ...pattern, of: mapCharacters(pattern.of, change) };
  }
}

const lastAscii = 0x7f;

/** ASCII character by character; the rest stays as it is. */
function mapRange([low, high]: CodeRange, change: (code: number) => number): readonly CodeRange[] {
  const ranges: CodeRange[] = [];
  for (let code = low; code <= Math.min(high, lastAscii); code++) ranges.push([change(code), change(code)]);
  if (high > lastAscii) ranges.push([Math.max(low, lastAscii + 1), high]);
  return ranges;
}
