// Lines and indentation by offset, as YAML counts them: a line ends at LF, a CR before it belongs to the break.
// Deliberately without line numbers; a walk stops at the line's ends, so long texts cost nothing.

/** The offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n') start--;
  return start;
}

/** The offset of the line's break, CR included, or of the text's end. */
export function lineEnd(text: string, offset: number): number {
  const end = lineFeed(text, offset);
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** The offset of the next line's first character, or of the text's end. */
export const nextLine = (text: string, offset: number): number =>
  Math.min(lineFeed(text, offset) + 1, text.length);

/** The offset behind the line's last visible character, never before `offset`. */
export function trimmedLineEnd(text: string, offset: number): number {
  return trimEnd(text, offset, lineEnd(text, offset));
}

/** As `trimmedLineEnd`, but a comment at the line's end does not count. */
export function contentEnd(text: string, offset: number): number {
  const end = trimmedLineEnd(text, offset);
  for (let i = offset + 1; i < end; i++) {
    if (text[i] === '#' && isBlank(text.charAt(i - 1))) return trimEnd(text, offset, i);
  }
  return end;
}

/** `end` without the spaces, tabs and line breaks before it, never before `from`. */
export function trimEnd(text: string, from: number, end: number): number {
  let trimmed = end;
  while (trimmed > from && isBlank(text.charAt(trimmed - 1))) trimmed--;
  return trimmed;
}

/** The first character from here on that is no white space. */
export function contentFrom(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isBlank(text.charAt(at))) at++;
  return at;
}

/** How many spaces stand from here on. */
export function spacesAt(text: string, offset: number): number {
  let end = offset;
  while (text[end] === ' ') end++;
  return end - offset;
}

/** True if the line that starts here holds only white space. */
export function isBlankLine(text: string, start: number): boolean {
  return trimmedLineEnd(text, start) === start;
}

/** What separates words and lines in YAML. */
export const isBlank = (char: string): boolean =>
  char === ' ' || char === '\t' || char === '\r' || char === '\n';

function lineFeed(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found === -1 ? text.length : found;
}
