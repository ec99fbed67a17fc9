// The resolved model: names are bound, references followed, keys laid out for the table and every index.
// Deliberately plain data without verdicts: rules, routes, capacity and previews all read this. resolve.ts makes it.
import type { Format } from '../facts/formats.ts';
import type { Template } from '../syntax/template.ts';
import type { Span } from '../text/span.ts';
import type {
  Action,
  AttributeDecl,
  AttributeType,
  EntityDecl,
  IndexDecl,
  KeyDecl,
  KeyType,
  KeyVariantDecl,
  Model,
  PatternDecl,
  PatternKind,
  TableDecl,
} from './model.ts';

/** An attribute of an entity with all that its declaration, its format and what it references say. */
export interface Attribute {
  readonly name: string;
  readonly entity: string;
  readonly decl: AttributeDecl;
  /** Undefined where the declaration names nothing known; string where nothing is said at all. */
  readonly type: AttributeType | undefined;
  readonly format: Format | undefined;
  /** The attributes it references directly. */
  readonly references: readonly Attribute[];
  /** `Entity.attribute` of every attribute at the end of its references; its own name if it references none. */
  readonly origins: ReadonlySet<string>;
  /** Where size, alphabet and values come from: itself first, then what it references. */
  readonly sources: readonly AttributeDecl[];
}

/** A key attribute of the table or an index, with its type. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: KeyType;
  readonly span: Span;
}

/** Something that holds items by key: the table, or an index. */
export interface Target {
  readonly kind: 'table' | 'global' | 'local';
  readonly name: string;
  readonly nameSpan: Span;
  readonly partitionKey: readonly KeyAttribute[];
  /** Empty where there is none. */
  readonly sortKey: readonly KeyAttribute[];
  /** Attributes beside the keys. */
  readonly projection: 'all' | 'keys-only' | readonly string[];
  /** Undefined for the table. */
  readonly decl: IndexDecl | undefined;
}

/** What one key attribute holds in an item. */
export interface KeyPart {
  readonly key: KeyAttribute;
  /** With the templates of other keys put in their place; a plain attribute is a lone placeholder. */
  readonly template: Template;
  /** The line that declares it; undefined where the key is a plain attribute without a line. */
  readonly decl: KeyDecl | undefined;
}

/** One way in which items of an entity lie in a target. */
export interface Layout {
  readonly target: Target;
  readonly entity: string;
  /** The clauses under which this layout holds; undefined where it always does. */
  readonly variant: KeyVariantDecl | undefined;
  readonly partition: readonly KeyPart[];
  readonly sort: readonly KeyPart[];
  /** Optional attributes that stand plainly as key attributes: items without them are not in the index. */
  readonly sparse: readonly string[];
}

/** What an entity lacks to be in a target. */
export interface Absence {
  readonly target: Target;
  readonly missing: readonly string[];
}

export interface Entity {
  readonly name: string;
  readonly decl: EntityDecl;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Every way in which its items lie in the table and the indexes, in the targets' order. */
  readonly layouts: readonly Layout[];
  /** Targets in which no item of it lies. */
  readonly absences: readonly Absence[];
}

export interface Table {
  readonly decl: TableDecl;
  readonly target: Target;
}

export interface ResolvedAction {
  readonly action: Action;
  /** Only those that exist. */
  readonly entities: readonly Entity[];
}

export interface ResolvedStep {
  readonly kind: PatternKind;
  readonly span: Span;
  readonly actions: readonly ResolvedAction[];
}

export interface Pattern {
  readonly name: string;
  readonly decl: PatternDecl;
  readonly kind: PatternKind;
  readonly actions: readonly ResolvedAction[];
  readonly steps: readonly ResolvedStep[];
}

export interface Design {
  readonly model: Model;
  /** Undefined where the model has no table with a partition key: nothing is routed then. */
  readonly table: Table | undefined;
  /** The table first, then global and local indexes as written; vector indexes are not among them. */
  readonly targets: readonly Target[];
  readonly vectorIndexes: readonly IndexDecl[];
  /** The same, as what holds entries: like a global index, with the vector and the filters among what is projected. */
  readonly vectorTargets: readonly Target[];
  readonly entities: ReadonlyMap<string, Entity>;
  readonly patterns: readonly Pattern[];
}
