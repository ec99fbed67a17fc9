// What a YAML problem is called and what it says to the author.
// Deliberately knows no text: the traps of key templates and clauses have their own rules, built on these codes.

/** The package gives some very different mistakes one code; its message, fixed by the lock file, tells them apart. */
const finer: readonly (readonly [code: string, message: RegExp, ours: string | undefined])[] = [
  // Found by us with the place where the quote opens.
  ['MISSING_CHAR', /^Missing closing/, undefined],
  ['MISSING_CHAR', /must end with a/, 'unclosed-flow'],
  ['BAD_INDENT', /end with a/, 'unclosed-flow'],
  ['MISSING_CHAR', /^Missing , /, 'missing-comma'],
  ['MISSING_CHAR', /^Missing space after :/, 'missing-space'],
  ['MISSING_CHAR', /^Comments must be separated/, 'missing-space'],
  ['MISSING_CHAR', /^Implicit map keys need/, 'missing-colon'],
  ['BLOCK_AS_IMPLICIT_KEY', /^Nested mappings/, 'nested-map'],
  ['UNEXPECTED_TOKEN', /in YAML stream/, 'stray-token'],
  ['UNEXPECTED_TOKEN', /^Block scalar header/, 'bad-block-header'],
];

/** Our code for a problem of the `yaml` package; undefined where we report it ourselves, with a better place. */
export function problemCode(code: string, message: string): string | undefined {
  const found = finer.find(([of, pattern]) => of === code && pattern.test(message));
  return found ? found[2] : code.toLowerCase().replaceAll('_', '-');
}

const messages: ReadonlyMap<string, string> = new Map([
  ['alias-props', 'An alias (*name) cannot have a tag or anchor of its own. Remove it.'],
  ['alias-cycle', 'This alias stands inside the very value it names. Write the value out.'],
  [
    'alias-too-large',
    'The aliases up to here repeat so much that the model cannot be read whole. Use fewer.',
  ],
  [
    'bad-alias',
    'A name is missing after * or &, or ends in a colon. Quote the value if it is meant as text.',
  ],
  ['bad-block-header', 'A value that starts with > or | begins a block of text. Quote the value: ">= 5".'],
  ['bad-collection-type', 'This tag does not fit the value. Remove the tag.'],
  ['bad-directive', 'A line that starts with % is a directive of YAML, and this one is unknown. Remove it.'],
  ['bad-dq-escape', 'Unknown escape in a double-quoted text. Write \\\\ for one \\, or use single quotes.'],
  ['bad-indent', 'This line is indented differently from its siblings. Align it with them.'],
  ['bad-merge', '<< takes an alias of a map, or a list of such aliases. Write <<: *name.'],
  ['bad-prop-order', 'A tag or anchor must stand after the - or ? of its line. Move it.'],
  ['bad-scalar-start', 'A text cannot start with this character. Put it in quotes.'],
  [
    'block-as-implicit-key',
    'A list item stands where a key is expected. Indent it under a key, or remove the -.',
  ],
  ['block-in-flow', 'A block cannot stand inside { } or [ ]. Use { } and [ ] for the inner value too.'],
  ['complex-key', 'A key must be a plain name, not a list or a map. Quote it if it is meant as text.'],
  [
    'duplicate-key',
    'This key is written twice in one place; only the last one counts. Remove or rename one.',
  ],
  ['empty-key', 'There is no name before the colon. Write one, or remove the line.'],
  ['impossible', 'This does not belong here. Put the text in quotes if it is meant as a value.'],
  ['key-over-1024-chars', 'A key can have at most 1024 characters. Shorten it, or put this text in quotes.'],
  ['missing-char', 'A character is missing here, often a space or a line break.'],
  ['missing-colon', 'This name has no colon. Write "name: value".'],
  ['missing-comma', 'A comma is missing here. Separate entries by a comma, or quote the text.'],
  ['missing-space', 'A space is missing here: write one after a colon and one before #.'],
  [
    'multiline-implicit-key',
    'A key must stand on one line. Is a colon missing at the end of the line before?',
  ],
  ['multiple-anchors', 'A value can have one anchor (&name) only. Remove the others.'],
  ['multiple-tags', 'A value can have one tag (!name) only. Remove the others.'],
  [
    'nested-map',
    'A second colon with a space after it cannot stand in a plain text. Put the text in quotes.',
  ],
  ['several-documents', 'A file holds one model; what follows --- is not read. Use a file for each model.'],
  ['stray-token', 'This does not belong here. Is a bracket closed twice, or a quote missing?'],
  ['tab-as-indent', 'YAML is indented by spaces, not by tabs. Replace the tabs by spaces.'],
  ['tag-resolve-failed', 'Tags (!name) are not part of the model language. Remove the tag.'],
  ['too-deep', 'This is nested too deeply to be read.'],
  ['unreadable', 'This file cannot be read as YAML. Undo the last change, and please report the file.'],
  ['unclosed-flow', 'A { or [ is not closed. Close it, or indent the lines that belong to it.'],
  ['unclosed-quote', 'A quote is opened here and not closed. Close it at the end of the text.'],
  ['unquoted-bracket', 'Inside { } and [ ], a text with brackets needs quotes. Put the text in quotes.'],
  ['unexpected-token', 'This is not expected here. If it belongs to a text, put the whole text in quotes.'],
  ['unknown-alias', 'No anchor of this name stands above. Write &name before the value, or quote this text.'],
]);

/** What is wrong and what to do, in words. */
export const problemMessage = (code: string): string =>
  messages.get(code) ?? 'This is not valid YAML. Put the text in quotes if it is meant as text.';

/** The codes that have words of their own; a test holds them against those that occur. */
export const problemCodes: readonly string[] = [...messages.keys()];
