// Entities and what they reference, laid out as a diagram.
// Deliberately with places and sizes already: the page, the SVG file and the PNG file draw the same diagram.
import type { Span } from '../../text/span.ts';

export interface RelationsView {
  /** In units of a pixel at 100 %. */
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly RelationNode[];
  readonly edges: readonly RelationEdge[];
}

export interface RelationNode {
  /** A place in `Overview.entities`. */
  readonly entity: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `1M items`, or that it is not known. */
  readonly items: string;
  readonly rows: readonly NodeRow[];
  /** Rows that there was no place for. */
  readonly more: number;
}

export interface NodeRow {
  readonly name: string;
  /** `string`, `→ Customer.username`. */
  readonly type: string;
  /** Part of what makes two items the same thing. */
  readonly isIdentity: boolean;
  readonly isReference: boolean;
}

export interface RelationEdge {
  /** The entity that references, as a place in `Overview.entities`. */
  readonly from: number;
  /** The entity referenced. */
  readonly to: number;
  /** The attributes that reference it. */
  readonly attributes: readonly string[];
  /** How many items there are for each one referenced: `20`, `up to 5,000`; empty where it is not known. */
  readonly count: string;
  /** A path of cubic curves: the start, then three points for each curve. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly span: Span;
}
