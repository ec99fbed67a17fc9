// Edits for quick fixes that fit the document's own style: block or flow, its indentation, its line ends.
// Deliberately works on text and spans and prints no document anew: what a fix does not touch stays as it was.
import type { TextEdit } from '../text/edit.ts';
import { type Span, span } from '../text/span.ts';
import { doubleQuoted, quote, singleQuoted } from './quote-yaml.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode } from './tree.ts';
import { contentFrom, isBlankLine, lineEnd, lineStart, nextLine, spacesAt, trimEnd } from './yaml-lines.ts';

/** A value to write: YAML on one line, safe in flow style (see `quote`), items of a list of such, or entries below a key. */
export type YamlText = string | readonly string[] | { readonly [key: string]: YamlText };

/** Adds an entry behind the last one of the map; without a map, at the end of the document. */
export function insertEntry(
  text: string,
  map: MapNode | undefined,
  key: string,
  value: YamlText,
): TextEdit[] {
  if (map?.flow) return insertInFlow(text, map, key, value);
  const last = map === undefined ? undefined : lastOwnEntry(map);
  if (last === undefined) return [appendToDocument(text, key, value)];
  const end = lineEnd(text, last.span.end);
  return [insert(end, lineBreak(text) + blockLines(text, key, value, columnOf(text, last)))];
}

/**
 * Adds an entry to the value of `entry`, which is a map, null, or not written yet (`keys:`). `parent` is the map
 * that holds `entry`. No edit where the value is something else.
 */
export function insertUnder(
  text: string,
  parent: MapNode,
  entry: MapEntry,
  key: string,
  value: YamlText,
): TextEdit[] {
  const existing = entry.value;
  if (existing?.kind === 'map') return insertEntry(text, existing, key, value);
  if (existing !== undefined && !(existing.kind === 'scalar' && existing.value === null)) return [];
  const cleared = existing === undefined ? [] : [{ span: existing.alias ?? existing.span, newText: '' }];
  const hasColon = text.slice(entry.key.span.end, entry.span.end).includes(':');
  const colon = hasColon ? '' : ':';
  const start = existing === undefined ? entry.span.end : (existing.alias ?? existing.span).start;
  if (parent.flow) {
    const space = text[start - 1] === ' ' ? '' : ' ';
    return [insert(start, `${colon}${space}${flowMap({ [key]: value })}`), ...cleared];
  }
  const column = columnOf(text, entry) + indentUnit(text);
  const lines = lineBreak(text) + blockLines(text, key, value, column);
  if (!hasColon) return [insert(start, colon + lines)];
  return [...cleared, insert(lineEnd(text, start), lines)];
}

/**
 * Adds items, each YAML on one line, to the list in the value of `entry`, which is a list, one map in place of a list of
 * one, null, or not written yet. No edit where the value is something else, or stands elsewhere under an anchor.
 */
export function insertItems(
  text: string,
  parent: MapNode,
  entry: MapEntry,
  items: readonly string[],
): TextEdit[] {
  const { value } = entry;
  if (value?.alias !== undefined) return [];
  if (value?.kind === 'list') return [appendToList(text, value, items)];
  if (value?.kind === 'map') return listOfOne(text, value, items);
  if (value !== undefined && value.value !== null) return [];
  const cleared = value === undefined || value.span.start === value.span.end ? [] : [replace(value.span, '')];
  const at = value?.span.start ?? entry.span.end;
  const colon = text.slice(entry.key.span.end, entry.span.end).includes(':') ? '' : ':';
  if (parent.flow)
    return [insert(at, `${colon}${text[at - 1] === ' ' ? '' : ' '}${flowList(items)}`), ...cleared];
  const lines = lineBreak(text) + itemLines(text, items, columnOf(text, entry) + indentUnit(text));
  if (colon !== '') return [insert(at, colon + lines)];
  return [...cleared, insert(lineEnd(text, at), lines)];
}

function appendToList(text: string, list: ListNode, items: readonly string[]): TextEdit {
  const last = list.items.findLast((item) => item !== undefined);
  if (list.flow) {
    const added = items.join(', ');
    return last ? insertBehind(text, last.span, added) : insert(list.span.start + 1, added);
  }
  const column = list.span.start - lineStart(text, list.span.start);
  const end = Math.max(last?.span.end ?? 0, trimEnd(text, list.span.start, list.span.end));
  return insert(lineEnd(text, end), lineBreak(text) + itemLines(text, items, column));
}

/** Where one map stands for a list of one, it becomes the list's first item. */
function listOfOne(text: string, map: MapNode, items: readonly string[]): TextEdit[] {
  const { start } = map.span;
  const end = lastOwnEntry(map)?.span.end ?? map.span.end;
  if (map.flow) return [insert(start, '['), insert(map.span.end, `, ${items.join(', ')}]`)];
  const indented: TextEdit[] = [insert(start, '- ')];
  for (let line = nextLine(text, start); line < end; line = nextLine(text, line)) {
    if (!isBlankLine(text, line)) indented.push(insert(line, '  '));
  }
  const column = start - lineStart(text, start);
  return [...indented, insert(lineEnd(text, end), lineBreak(text) + itemLines(text, items, column))];
}

/** Takes an entry out of its map: whole lines in block style, with its comma in flow style. */
export function removeEntry(text: string, map: MapNode, entry: MapEntry): TextEdit[] {
  return [{ span: map.flow ? flowExtent(text, entry) : blockExtent(text, entry), newText: '' }];
}

/** Writes a string in the place of a scalar, quoted as that was where it was, else as necessary. */
export function replaceScalar(scalar: ScalarNode, value: string): TextEdit {
  const at = scalar.alias ?? scalar.span;
  switch (scalar.style) {
    case 'double-quoted':
      return { span: at, newText: doubleQuoted(value) };
    case 'single-quoted':
      return { span: at, newText: singleQuoted(value) };
    default:
      return { span: at, newText: quote(value) };
  }
}

const replace = (at: Span, newText: string): TextEdit => ({ span: at, newText });
const insert = (at: number, newText: string): TextEdit => replace(span(at, at), newText);

const lineBreak = (text: string): string => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');

/** How many spaces one level takes: those of the first indented line. */
function indentUnit(text: string): number {
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    const spaces = spacesAt(text, start);
    if (spaces > 0 && !isBlankLine(text, start) && text[start + spaces] !== '#') return spaces;
  }
  return 2;
}

function columnOf(text: string, entry: MapEntry): number {
  return entry.span.start - lineStart(text, entry.span.start);
}

/** Entries that a merge key brings in stand elsewhere. */
function lastOwnEntry(map: MapNode): MapEntry | undefined {
  return map.entries.findLast(({ span: at }) => map.span.start <= at.start && at.end <= map.span.end);
}

function appendToDocument(text: string, key: string, value: YamlText): TextEdit {
  const isFresh = text === '' || text.endsWith('\n');
  const eol = lineBreak(text);
  return insert(text.length, (isFresh ? '' : eol) + blockLines(text, key, value, 0) + eol);
}

function blockLines(text: string, key: string, value: YamlText, column: number): string {
  const name = `${' '.repeat(column)}${quote(key)}:`;
  if (typeof value === 'string') return `${name} ${value}`;
  const inner = column + indentUnit(text);
  if (isItems(value)) return [name, itemLines(text, value, inner)].join(lineBreak(text));
  const entries = Object.entries(value);
  if (entries.length === 0) return `${name} {}`;
  return [name, ...entries.map(([of, one]) => blockLines(text, of, one, inner))].join(lineBreak(text));
}

function flowMap(value: { readonly [key: string]: YamlText }): string {
  const entries = Object.entries(value).map(([key, one]) => flowEntry(key, one));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function flowEntry(key: string, value: YamlText): string {
  if (typeof value === 'string') return `${quote(key)}: ${value}`;
  return `${quote(key)}: ${isItems(value) ? flowList(value) : flowMap(value)}`;
}

const flowList = (items: readonly string[]): string => `[${items.join(', ')}]`;

const isItems = (value: Exclude<YamlText, string>): value is readonly string[] => Array.isArray(value);

const itemLines = (text: string, items: readonly string[], column: number): string =>
  items.map((item) => `${' '.repeat(column)}- ${item}`).join(lineBreak(text));

function insertInFlow(text: string, map: MapNode, key: string, value: YamlText): TextEdit[] {
  const added = flowEntry(key, value);
  // `[a: 1]` is a list of one map without braces.
  if (text[map.span.start] !== '{') {
    return [insert(map.span.start, '{ '), insert(map.span.end, `, ${added} }`)];
  }
  const last = lastOwnEntry(map);
  if (last === undefined) return [insert(map.span.start + 1, ` ${added} `)];
  return [insertBehind(text, last.span, added)];
}

/** In flow style: behind an entry or item, on a line of its own where that has one. */
function insertBehind(text: string, last: Span, added: string): TextEdit {
  const start = lineStart(text, last.start);
  const isOwnLine = contentFrom(text, start) === last.start;
  const separator = isOwnLine ? lineBreak(text) + text.slice(start, last.start) : ' ';
  const comma = commaBehind(text, last.end);
  if (comma === undefined) return insert(last.end, `,${separator}${added}`);
  return insert(comma + 1, `${separator}${added}${isOwnLine ? ',' : ''}`);
}

/** The comma behind an entry in flow style; white space and comments may stand before it. */
function commaBehind(text: string, offset: number): number | undefined {
  let at = contentFrom(text, offset);
  while (text[at] === '#') at = contentFrom(text, lineEnd(text, at));
  return text[at] === ',' ? at : undefined;
}

function flowExtent(text: string, { span: { start, end } }: MapEntry): Span {
  const comma = commaBehind(text, end);
  if (comma !== undefined) return span(start, contentFrom(text, comma + 1));
  let before = start;
  while (before > 0 && ' \t\r\n'.includes(text.charAt(before - 1))) before--;
  return text[before - 1] === ',' ? span(before - 1, end) : span(start, end);
}

function blockExtent(text: string, { span: { start, end } }: MapEntry): Span {
  const first = lineStart(text, start);
  const next = nextLine(text, end);
  if (contentFrom(text, first) !== start) {
    // Behind `- `: the next entry of the same map takes its place.
    const sibling = contentFrom(text, next);
    const isSibling = sibling - lineStart(text, sibling) === start - first && text[sibling] !== '#';
    return span(start, isSibling && sibling < text.length ? sibling : end);
  }
  if (next < text.length || text.endsWith('\n')) return span(first, next);
  const before = first > 1 && text[first - 2] === '\r' ? first - 2 : Math.max(0, first - 1);
  return span(before, text.length);
}
