// The YAML document as plain data with spans: what every later stage reads.
// Deliberately free of the `yaml` package, of schema and of meaning; parse-yaml.ts makes these trees.
import type { Span } from '../text/span.ts';

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';
export type ScalarValue = string | number | boolean | null;

export interface ScalarNode {
  readonly kind: 'scalar';
  /** What YAML 1.2's core schema makes of it; a number may have lost digits, `source` has not. */
  readonly value: ScalarValue;
  /** The decoded text: of `'it''s'` it is `it's`. Offsets in it map to the text by `textOffset` (scalar-offsets.ts). */
  readonly source: string;
  readonly style: ScalarStyle;
  /** With quotes or block header. */
  readonly span: Span;
  /** Where the alias stands that was replaced by this node; `span` is then the anchor's. Nodes inside have none. */
  readonly alias?: Span;
}

export interface MapEntry {
  readonly key: ScalarNode;
  /** Undefined where nothing, or only a comment, follows the colon. */
  readonly value: Node | undefined;
  /** From the key's start to the value's end, or to the colon where there is none. */
  readonly span: Span;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly flow: boolean;
  readonly span: Span;
  readonly alias?: Span;
}

export interface ListNode {
  readonly kind: 'list';
  /** Undefined for an empty item (`-` alone). */
  readonly items: readonly (Node | undefined)[];
  readonly flow: boolean;
  readonly span: Span;
  readonly alias?: Span;
}

export type Node = ScalarNode | MapNode | ListNode;

/** A comment without its `#`; `span` starts at the `#`. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** A problem that the YAML parser or the tree builder reports; `code` is the parser's own or one of ours. */
export interface YamlProblem {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

export interface Tree {
  readonly root: Node | undefined;
  readonly problems: readonly YamlProblem[];
  readonly comments: readonly Comment[];
}

/** A path of keys and list positions from the root. */
export type Path = readonly (string | number)[];

/** The entry of a map with this key; the last one where a key is written twice, as YAML loaders do. */
export function entryOf(node: Node | undefined, key: string): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  // A plain loop: this is asked some twenty times of every declaration.
  for (let i = node.entries.length - 1; i >= 0; i--) {
    const entry = node.entries[i];
    if (entry?.key.source === key) return entry;
  }
  return undefined;
}

/** The place to point at: where the alias stands, else where the node stands. */
export const spanOf = (node: Node): Span => node.alias ?? node.span;
