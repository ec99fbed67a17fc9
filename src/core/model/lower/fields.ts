// Readers of single fields of a map: they give the value in the wanted shape, or nothing.
// Deliberately silent: shape.ts has reported what has the wrong shape, so a reader only leaves it out.

import {
  entryOf,
  type ListNode,
  type MapEntry,
  type MapNode,
  type Node,
  type ScalarNode,
  spanOf,
} from '../../syntax/tree.ts';
import { type Spanned, spanned } from '../../text/span.ts';
import type { Named } from '../model.ts';

export const valueAt = (node: Node | undefined, key: string): Node | undefined => entryOf(node, key)?.value;

export function mapOf(node: Node | undefined, key: string): MapNode | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'map' ? value : undefined;
}

/** The entries of the map under a key; none where there is no map. A name written twice counts once, the last time. */
export function entriesOf(node: Node | undefined, key: string): readonly MapEntry[] {
  const map = mapOf(node, key);
  return map === undefined ? [] : lastOfEach(map.entries);
}

export function lastOfEach(entries: readonly MapEntry[]): readonly MapEntry[] {
  const byName = new Map(entries.map((entry) => [entry.key.source, entry]));
  return byName.size === entries.length ? entries : [...byName.values()];
}

export const named = (entry: MapEntry): Named => ({
  name: entry.key.source,
  nameSpan: entry.key.span,
  span: entry.span,
  entry,
});

/** The scalar's text: a name may look like a number or a boolean, and still is a name. */
export function textOf(node: Node | undefined): Spanned<string> | undefined {
  if (node?.kind !== 'scalar' || node.value === null || node.source === '') return undefined;
  return spanned(node.source, spanOf(node));
}

export const text = (node: Node | undefined, key: string): Spanned<string> | undefined =>
  textOf(valueAt(node, key));

/** Shared, as most optional lists of a model are not written. */
const none: readonly never[] = Object.freeze([]);

/** A list, or one value that stands alone; empty items are left out. */
export function items(node: Node | undefined): readonly Node[] {
  if (node === undefined) return none;
  return node.kind === 'list' ? node.items.filter((item): item is Node => item !== undefined) : [node];
}

export const itemsOf = (node: Node | undefined, key: string): readonly Node[] => items(valueAt(node, key));

export function texts(node: Node | undefined, key: string): readonly Spanned<string>[] {
  const all = itemsOf(node, key);
  return all.length === 0 ? none : all.flatMap((item) => textOf(item) ?? none);
}

export function scalarsOf(node: Node | undefined, key: string): readonly ScalarNode[] {
  const all = itemsOf(node, key);
  if (all.length === 0) return none;
  return all.filter((item): item is ScalarNode => item.kind === 'scalar' && item.value !== null);
}

export const listOf = (node: Node | undefined, key: string): ListNode | undefined => {
  const value = valueAt(node, key);
  return value?.kind === 'list' ? value : undefined;
};

export function flag(node: Node | undefined, key: string): boolean | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'boolean' ? value.value : undefined;
}

/** A quantity, by one of the parsers of syntax/quantity.ts. */
export function quantity(
  node: Node | undefined,
  key: string,
  parse: (value: string | number) => number | undefined,
): number | undefined {
  return quantityOf(valueAt(node, key), parse);
}

export function quantityOf(
  node: Node | undefined,
  parse: (value: string | number) => number | undefined,
): number | undefined {
  if (node?.kind !== 'scalar') return undefined;
  return typeof node.value === 'string' || typeof node.value === 'number' ? parse(node.value) : undefined;
}

/** One of a closed set of words. */
export function word<T extends string>(
  node: Node | undefined,
  key: string,
  words: readonly T[],
): Spanned<T> | undefined {
  const written = text(node, key);
  const value = words.find((candidate) => candidate === written?.value);
  return written && value !== undefined ? spanned(value, written.span) : undefined;
}
