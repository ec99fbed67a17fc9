// Makes our plain tree of a composed YAML document: empty values, aliases, merge keys, keys that are no names.
// Deliberately knows nothing of the model, and leaves YAML's own mistakes to yaml-compose.ts.
import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, Scalar } from 'yaml';
import { type Span, span } from '../text/span.ts';
import type { MapEntry, MapNode, Node, ScalarNode, ScalarStyle, ScalarValue } from './tree.ts';

/** What the tree builder needs to know of the text: the document's offsets may be those of a repaired text. */
export interface Origin {
  readonly text: string;
  /** From an offset in the document to one in `text`; never decreasing. */
  readonly place: (offset: number) => number;
}

type Report = (code: string, at: Span) => void;

/** What stands behind an anchor; `node` is `open` while its own value is being read. */
interface Anchored {
  readonly node: Node | undefined | 'open';
  readonly size: number;
}

/** Nodes that aliases may repeat; far above any model, far below what later stages could not carry. */
const aliasBudget = 100_000;

/** The root of the document, each alias replaced by the value it names. An alias marks the topmost node only. */
export function buildTree(document: Document, origin: Origin, report: Report): Node | undefined {
  const { text, place } = origin;
  const anchors = new Map<string, Anchored>();
  let size = 0;
  let repeated = 0;

  return convert(document.contents);

  function at(range: readonly number[] | null | undefined): Span {
    const start = place(range?.[0] ?? 0);
    return span(start, Math.max(start, place(range?.[1] ?? 0)));
  }

  function convert(source: unknown): Node | undefined {
    if (isAlias(source)) return followAlias(source.source, at(source.range));
    const anchor = isScalar(source) || isMap(source) || isSeq(source) ? source.anchor : undefined;
    if (anchor === undefined) return convertOwn(source);
    const before = size;
    anchors.set(anchor, { node: 'open', size: 0 });
    const node = convertOwn(source);
    anchors.set(anchor, { node, size: size - before });
    return node;
  }

  function convertOwn(source: unknown): Node | undefined {
    size++;
    if (isScalar(source)) return isEmpty(source) ? undefined : convertScalar(source);
    if (isMap(source)) return convertMap(source.items, source.flow === true, at(source.range));
    if (!isSeq(source)) return undefined;
    const written = at(source.range);
    const items = source.items.map(convert);
    if (source.flow === true) return { kind: 'list', items, flow: true, span: written };
    const last = source.items.at(-1);
    const empty = isScalar(last) || isAlias(last) ? at(last.range).end : written.start;
    const end = items.at(-1)?.alias === undefined ? (items.at(-1)?.span.end ?? empty) : empty;
    return { kind: 'list', items, flow: false, span: span(written.start, Math.max(written.start, end)) };
  }

  function convertScalar(source: Scalar): ScalarNode {
    const written = at(source.range);
    const style = styleOf(source, text.charAt(written.start));
    const isBlock = style === 'literal' || style === 'folded';
    return {
      kind: 'scalar',
      value: plain(source.value),
      source: source.source ?? '',
      style,
      span: isBlock ? withoutLineBreak(text, written) : written,
    };
  }

  function convertMap(pairs: readonly Pair[], flow: boolean, written: Span): MapNode {
    const entries: MapEntry[] = [];
    const merged: MapEntry[] = [];
    const names = new Set<string>();
    let end = written.start;
    for (const pair of pairs) {
      const key = convertKey(pair.key);
      const value = convert(pair.value);
      const entry = key === undefined ? undefined : convertEntry(key, value, pair.value);
      if (entry === undefined) continue;
      end = Math.max(end, entry.span.end);
      if (entry.key.source === '<<' && entry.key.style === 'plain') {
        for (const one of mergedEntries(entry, pair.value)) merged.push(one);
        continue;
      }
      if (names.has(entry.key.source)) report('duplicate-key', entry.key.alias ?? entry.key.span);
      names.add(entry.key.source);
      entries.push(entry);
    }
    for (const entry of merged) {
      if (names.has(entry.key.source)) continue;
      names.add(entry.key.source);
      entries.push(entry);
    }
    return { kind: 'map', entries, flow, span: flow ? written : span(written.start, end) };
  }

  function convertKey(source: unknown): ScalarNode | undefined {
    const where =
      isScalar(source) || isAlias(source) || isMap(source) || isSeq(source) ? at(source.range) : at(null);
    const key = convert(source);
    if (key?.kind === 'scalar') return key;
    if (key !== undefined) report('complex-key', where);
    else if (!isAlias(source))
      report('empty-key', text[where.start] === ':' ? span(where.start, where.start + 1) : where);
    return undefined;
  }

  function convertEntry(key: ScalarNode, value: Node | undefined, source: unknown): MapEntry {
    const { start, end } = key.alias ?? key.span;
    if (value !== undefined) {
      const valueEnd = (value.alias ?? value.span).end;
      return { key, value, span: span(start, Math.max(end, valueEnd)) };
    }
    // An alias that leads nowhere still belongs to the entry.
    if (isAlias(source)) return { key, value, span: span(start, Math.max(end, at(source.range).end)) };
    const colon = /^[ \t]*:/.exec(text.slice(end, end + 100))?.[0].length ?? 0;
    return { key, value, span: span(start, end + colon) };
  }

  function mergedEntries(entry: MapEntry, source: unknown): readonly MapEntry[] {
    const { value } = entry;
    // An alias that leads nowhere has its own problem.
    if (value === undefined && isAlias(source)) return [];
    if (value?.kind === 'map') return value.entries;
    if (value?.kind === 'list' && value.items.every((item) => item?.kind === 'map')) {
      return value.items.flatMap((item) => (item?.kind === 'map' ? item.entries : []));
    }
    report('bad-merge', value?.alias ?? value?.span ?? entry.span);
    return [];
  }

  function followAlias(name: string, alias: Span): Node | undefined {
    const target = anchors.get(name);
    if (target === undefined) {
      if (name !== '') report('unknown-alias', alias);
      return undefined;
    }
    if (target.node === 'open') {
      report('alias-cycle', alias);
      return undefined;
    }
    if (repeated + target.size > aliasBudget) {
      if (repeated <= aliasBudget) report('alias-too-large', alias);
      repeated = aliasBudget + 1;
      return undefined;
    }
    repeated += target.size;
    size += target.size;
    return target.node && { ...target.node, alias };
  }
}

/** True where nothing, or only a comment, stands in the place of the value. */
const isEmpty = (source: Scalar): boolean =>
  source.source === '' &&
  (source.type === undefined || source.type === Scalar.PLAIN) &&
  source.value === null;

function plain(value: unknown): ScalarValue {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  return String(value);
}

/** A text which only the repair has quoted stands unquoted in the file. */
function styleOf(source: Scalar, first: string): ScalarStyle {
  switch (source.type) {
    case Scalar.QUOTE_SINGLE:
      return first === "'" ? 'single-quoted' : 'plain';
    case Scalar.QUOTE_DOUBLE:
      return first === '"' ? 'double-quoted' : 'plain';
    case Scalar.BLOCK_LITERAL:
      return 'literal';
    case Scalar.BLOCK_FOLDED:
      return 'folded';
    default:
      return 'plain';
  }
}

/** A block scalar ends with its last line, not at the start of the next. */
function withoutLineBreak(text: string, { start, end }: Span): Span {
  if (end <= start || text[end - 1] !== '\n') return span(start, end);
  return span(start, text[end - 2] === '\r' && end - 2 > start ? end - 2 : end - 1);
}
