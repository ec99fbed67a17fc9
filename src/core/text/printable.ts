// Text of a model on a terminal or in an editor's output: what a file contains must not move the cursor or turn the line round.
// Deliberately one character for one, so that carets stay below what they mark.

/** Control characters, line and paragraph separators, and those that change the direction of text. */
const hidden = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line. */
export const printable = (text: string): string => text.replaceAll('\t', ' ').replace(hidden, '\ufffd');

/** Several lines, as they are. */
export const printableLines = (text: string): readonly string[] => text.split(/\r?\n/).map(printable);
