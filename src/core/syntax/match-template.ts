// Reads a concrete key back: `ORDER#000042` matches `ORDER#${orderId | pad(6)}` with orderId 42.
// Deliberately bounded: reachable positions first, then a search among those only, which may give up and says so.
import { templateFunctions } from '../facts/functions.ts';
import { printFunctions } from './print-template.ts';
import { applyFunctions } from './render-template.ts';
import type { FunctionCall, Placeholder, Template } from './template.ts';

export interface Binding {
  readonly name: string;
  /** The attribute's value as text; of an opaque one, what the functions made of it. */
  readonly text: string;
  /** True if a function such as `date` or `upper` cannot be undone, so the value itself is not known. */
  readonly opaque: boolean;
}

/** Bindings stand in the order of the placeholders, each name once if exact and once for each opaque rendering. */
export type TemplateMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'unique'; readonly bindings: readonly Binding[] }
  /** Two of the ways in which the value matches. */
  | { readonly kind: 'ambiguous'; readonly bindings: readonly Binding[]; readonly other: readonly Binding[] }
  /** The search ended before it was clear. */
  | { readonly kind: 'undecided' };

export interface MatchDomains {
  /** Whether the text can be a value of the attribute; undefined where it may be any text but the empty one. */
  readonly accepts?: (name: string) => ((text: string) => boolean) | undefined;
  readonly formatOf?: (name: string) => string | undefined;
}

/** Ends of placeholders tried before the search gives up. */
const maxSteps = 20_000;
/** No key has so many parts; the search goes one call deeper with each. */
const maxPieces = 500;

type Piece = { readonly text: string } | { readonly placeholder: Placeholder };

/** A binding and the functions behind its placeholder. */
interface Reading extends Binding {
  readonly functions: readonly FunctionCall[];
}

interface Search {
  readonly value: string;
  readonly pieces: readonly Piece[];
  readonly domains: MatchDomains;
  /** By piece and position: whether the rest can match, repeated attributes not compared. */
  readonly reachable: Map<number, boolean>;
  readonly found: (readonly Binding[])[];
  steps: number;
}

/** An attribute that stands twice must have one value; every placeholder holds at least one character. */
export function matchTemplate(template: Template, value: string, domains: MatchDomains = {}): TemplateMatch {
  const search: Search = {
    value,
    pieces: piecesOf(template),
    domains,
    reachable: new Map(),
    found: [],
    steps: 0,
  };
  if (search.pieces.length > maxPieces) return { kind: 'undecided' };
  enumerate(search, 0, 0, []);
  const [bindings, other] = search.found;
  if (bindings !== undefined && other !== undefined) return { kind: 'ambiguous', bindings, other };
  if (search.steps > maxSteps) return { kind: 'undecided' };
  return bindings === undefined ? { kind: 'none' } : { kind: 'unique', bindings };
}

function piecesOf(template: Template): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const part of template.parts) {
    const last = pieces.at(-1);
    if (part.kind === 'placeholder') pieces.push({ placeholder: part });
    else if (last !== undefined && 'text' in last)
      pieces[pieces.length - 1] = { text: last.text + part.text };
    else pieces.push({ text: part.text });
  }
  return pieces;
}

/** Collects up to two different bindings of the pieces from `index` on with the value from `start` on. */
function enumerate(search: Search, index: number, start: number, readings: readonly Reading[]): void {
  const { value, pieces, found } = search;
  const piece = pieces[index];
  if (found.length > 1 || !canFinish(search, index, start)) return;
  if (piece === undefined) {
    const bindings = bindingsOf(readings);
    if (!found.some((other) => sameTexts(other, bindings))) found.push(bindings);
  } else if ('text' in piece) {
    enumerate(search, index + 1, start + piece.text.length, readings);
  } else {
    for (const end of endsOf(search, index, start)) {
      const reading = read(search, piece.placeholder, value.slice(start, end));
      const next = reading && extended(search, readings, reading);
      if (next !== undefined) enumerate(search, index + 1, end, next);
      if (found.length > 1) return;
    }
  }
}

/** Memoized, so that every pair of piece and position is looked at once. */
function canFinish(search: Search, index: number, start: number): boolean {
  const { value, pieces, reachable } = search;
  const piece = pieces[index];
  if (piece === undefined) return start === value.length;
  const state = index * (value.length + 1) + start;
  const known = reachable.get(state);
  if (known !== undefined) return known;
  const result =
    'text' in piece
      ? value.startsWith(piece.text, start) && canFinish(search, index + 1, start + piece.text.length)
      : canReadOn(search, index, start, piece.placeholder);
  reachable.set(state, result);
  return result;
}

function canReadOn(search: Search, index: number, start: number, placeholder: Placeholder): boolean {
  for (const end of endsOf(search, index, start)) {
    if (!canFinish(search, index + 1, end)) continue;
    if (read(search, placeholder, search.value.slice(start, end)) !== undefined) return true;
  }
  return false;
}

/**
 * Where the placeholder can end: before the next literal, at the end, or anywhere before another placeholder. Every
 * end is a step of the search; there are none any more when it has given up.
 */
function* endsOf(search: Search, index: number, start: number): Generator<number> {
  const { value, pieces } = search;
  const next = pieces[index + 1];
  if (next === undefined) {
    search.steps++;
    if (start < value.length) yield value.length;
    return;
  }
  const after = (end: number): number => ('text' in next ? value.indexOf(next.text, end + 1) : end + 1);
  for (let end = after(start); end !== -1 && end < value.length; end = after(end)) {
    if (++search.steps > maxSteps) return;
    if (!splitsPair(value, end)) yield end;
  }
}

/** True between the two halves of a character outside the basic plane. */
const splitsPair = (text: string, position: number): boolean =>
  /^[\uDC00-\uDFFF]$/.test(text[position] ?? '') && /^[\uD800-\uDBFF]$/.test(text[position - 1] ?? '');

/** Undoes the functions from the last to the first, as far as they can be undone. */
function read(search: Search, placeholder: Placeholder, text: string): Reading | undefined {
  const { name, functions } = placeholder;
  let current = text;
  for (const call of functions.toReversed()) {
    const known = templateFunctions.get(call.name);
    if (known?.invert === undefined) {
      const image = known?.image(call.args);
      const possible = image === undefined || new RegExp(image).test(current);
      return possible ? { name, text, opaque: true, functions } : undefined;
    }
    const input = known.invert(current, call.args);
    if (input === undefined) return undefined;
    current = input;
  }
  const accepts = search.domains.accepts?.(name);
  return accepts === undefined || accepts(current)
    ? { name, text: current, opaque: false, functions }
    : undefined;
}

/** The readings with one more; undefined where it contradicts one of them. */
function extended(
  search: Search,
  readings: readonly Reading[],
  reading: Reading,
): readonly Reading[] | undefined {
  const same = readings.filter((other) => other.name === reading.name);
  if (!same.every((other) => agree(search, other, reading))) return undefined;
  return same.some((other) => sameWay(other, reading)) ? readings : [...readings, reading];
}

/** Both are the value itself, or both what the same functions made of it. */
const sameWay = (a: Reading, b: Reading): boolean =>
  a.opaque === b.opaque && (!a.opaque || printFunctions(a.functions) === printFunctions(b.functions));

/** Whether two readings of one attribute can be of one value. */
function agree(search: Search, a: Reading, b: Reading): boolean {
  if (sameWay(a, b)) return a.text === b.text;
  if (a.opaque && b.opaque) return true;
  const [value, made] = a.opaque ? [b, a] : [a, b];
  const rendered = applyFunctions(value.text, made.functions, search.domains.formatOf?.(value.name));
  return rendered === undefined || rendered === made.text;
}

const bindingsOf = (readings: readonly Reading[]): readonly Binding[] =>
  readings.map(({ name, text, opaque }) => ({ name, text, opaque }));

const sameTexts = (a: readonly Binding[], b: readonly Binding[]): boolean =>
  a.length === b.length && a.every((binding, index) => binding.text === b[index]?.text);
