// The model as it is written: every declaration with its place, nothing resolved.
// Deliberately total: a broken part is left out or undefined, the rest stands. lower.ts makes it, resolve.ts gives it meaning.

import type { Clause } from '../syntax/clause.ts';
import type { SyntaxProblem, Template } from '../syntax/template.ts';
import type { MapEntry, MapNode, ScalarNode, ScalarValue } from '../syntax/tree.ts';
import type { Span, Spanned } from '../text/span.ts';
import type { attributeTypes } from './schema/entities.ts';
import type { keyTypes } from './schema/table.ts';

export type AttributeType = (typeof attributeTypes)[number];
export type KeyType = (typeof keyTypes)[number];

/** Something with a name, that stands as `name: …` in a map. */
export interface Named {
  readonly name: string;
  readonly nameSpan: Span;
  /** The whole entry, key and value. */
  readonly span: Span;
  readonly entry: MapEntry;
}

export interface KeyAttributeDecl {
  readonly name: string;
  readonly span: Span;
  readonly type: KeyType | undefined;
}

export interface Autoscaling {
  /** 0 to 1. */
  readonly target: number | undefined;
  readonly maxRead: number | undefined;
  readonly maxWrite: number | undefined;
}

export type Throughput =
  | { readonly mode: 'on-demand' }
  | {
      readonly mode: 'provisioned';
      readonly read: number | undefined;
      readonly write: number | undefined;
      readonly autoscaling: Autoscaling | undefined;
    };

export type StreamView = 'keys-only' | 'new-image' | 'old-image' | 'new-and-old-images';

export interface StreamConsumer {
  readonly name: string;
  readonly kind: string | undefined;
  readonly view: StreamView | undefined;
}

export interface TableDecl {
  readonly span: Span;
  readonly node: MapNode;
  readonly name: Spanned<string> | undefined;
  readonly description: string | undefined;
  readonly partitionKey: KeyAttributeDecl | undefined;
  readonly sortKey: KeyAttributeDecl | undefined;
  readonly typeAttribute: Spanned<string> | undefined;
  readonly capacity: Throughput | undefined;
  readonly tableClass: 'standard' | 'standard-infrequent-access' | undefined;
  readonly region: Spanned<string> | undefined;
  readonly timeToLive: Spanned<string> | undefined;
  readonly stream: StreamView | undefined;
  readonly consumers: readonly StreamConsumer[];
  readonly pointInTimeRecovery: boolean;
  readonly deletionProtection: boolean;
  readonly replicas: readonly Spanned<string>[];
  readonly needs: readonly Spanned<string>[];
}

export type IndexKind = 'global' | 'local' | 'vector';
export type ProjectionDecl = 'all' | 'keys-only' | readonly Spanned<string>[];

export interface IndexDecl extends Named {
  readonly kind: IndexKind;
  readonly description: string | undefined;
  readonly partitionKey: readonly KeyAttributeDecl[];
  readonly sortKey: readonly KeyAttributeDecl[];
  readonly projection: ProjectionDecl;
  readonly capacity: Throughput | undefined;
  readonly vector: Spanned<string> | undefined;
  readonly dimensions: number | undefined;
  readonly distance: string | undefined;
  readonly filters: readonly Spanned<string>[];
}

export interface EnumValue {
  readonly value: ScalarValue;
  readonly span: Span;
  /** 0 to 1; undefined in a plain list. */
  readonly share: number | undefined;
}

export interface AttributeDecl extends Named {
  readonly description: string | undefined;
  /** The short form `total: number`: a type, a format or a reference, as written. */
  readonly word: Spanned<string> | undefined;
  readonly type: Spanned<AttributeType> | undefined;
  readonly format: Spanned<string> | undefined;
  readonly references: readonly Spanned<string>[];
  /** Bytes. */
  readonly size: number | undefined;
  readonly minSize: number | undefined;
  readonly maxSize: number | undefined;
  readonly enumeration: readonly EnumValue[] | undefined;
  readonly constant: Spanned<ScalarValue> | undefined;
  readonly pattern: Spanned<string> | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly optional: boolean;
  /** 0 to 1. */
  readonly present: number | undefined;
  readonly distinct: number | undefined;
  /** Seconds that the values cover. */
  readonly timeSpan: number | undefined;
  /** False: it stands only inside keys. */
  readonly stored: boolean;
  readonly immutable: boolean;
  readonly unique: boolean;
  readonly guards: Spanned<string> | undefined;
}

/** `GSI1PK: "ORDER#${orderId}"`. */
export interface KeyDecl extends Named {
  readonly template: Template;
  readonly problems: readonly SyntaxProblem[];
  readonly scalar: ScalarNode;
}

/** One alternative under an index's name: keys that an item has when the clauses hold. */
export interface KeyVariantDecl {
  readonly span: Span;
  readonly when: readonly ClauseDecl[];
  readonly share: number | undefined;
  readonly keys: readonly KeyDecl[];
}

/** `GSI2: { when: …, GSI2PK: … }`, or a list of those; the first that holds wins. */
export interface ConditionalKeysDecl extends Named {
  readonly variants: readonly KeyVariantDecl[];
}

export interface CountDecl {
  readonly span: Span;
  readonly mean: number;
  readonly max: number | undefined;
  readonly per: Spanned<string> | undefined;
}

export interface EntityDecl extends Named {
  /** Undefined where nothing stands under the name. */
  readonly node: MapNode | undefined;
  readonly description: string | undefined;
  readonly attributes: readonly AttributeDecl[];
  readonly keys: readonly KeyDecl[];
  readonly conditionalKeys: readonly ConditionalKeysDecl[];
  readonly identity: readonly Spanned<string>[] | undefined;
  readonly sharesKeysWith: readonly Spanned<string>[];
  readonly counts: readonly CountDecl[];
  readonly samples: readonly MapNode[];
}

/** A clause where it stands; `clause` is undefined where the text makes none. */
export interface ClauseDecl {
  readonly clause: Clause | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly scalar: ScalarNode;
  readonly span: Span;
}

export type ReadKind = 'get' | 'query' | 'scan' | 'search';
export type WriteKind = 'put' | 'update' | 'delete' | 'check';
export type BatchKind = 'batchGet' | 'batchWrite' | 'transactGet' | 'transactWrite';
export type PatternKind = ReadKind | WriteKind | BatchKind | 'analyze';

export interface OrderDecl {
  readonly span: Span;
  /** Undefined: by the sort key of the route, whatever it is. */
  readonly attribute: Spanned<string> | undefined;
  readonly descending: boolean;
}

export type KeyOperator = '=' | '<' | '<=' | '>' | '>=' | 'begins_with' | 'between';

/** One line of a raw key condition: `SK: { ">=": "REPO#${repo}" }`; two values for `between`. */
export interface KeyConditionDecl extends Named {
  readonly operator: KeyOperator;
  readonly values: readonly KeyValueDecl[];
}

export interface KeyValueDecl {
  readonly template: Template;
  readonly problems: readonly SyntaxProblem[];
  readonly scalar: ScalarNode;
}

/** One read or write. A single pattern has one; batches and transactions have one for each leg. */
export interface Action {
  readonly kind: ReadKind | WriteKind;
  readonly span: Span;
  readonly node: MapNode | undefined;
  readonly entities: readonly Spanned<string>[];
  readonly where: readonly ClauseDecl[];
  readonly filter: readonly ClauseDecl[];
  readonly condition: readonly ClauseDecl[];
  readonly when: readonly ClauseDecl[];
  readonly set: readonly ClauseDecl[];
  readonly add: readonly ClauseDecl[];
  readonly append: readonly ClauseDecl[];
  readonly remove: readonly Spanned<string>[];
  readonly given: readonly Spanned<string>[];
  readonly select: readonly Spanned<string>[] | undefined;
  readonly order: OrderDecl | undefined;
  readonly limit: number | undefined;
  readonly matches: number | undefined;
  readonly firstPageOnly: boolean;
  /** Of a search, bytes. */
  readonly examines: number | undefined;
  readonly index: Spanned<string> | undefined;
  readonly key: readonly KeyConditionDecl[] | undefined;
  readonly strong: boolean;
  readonly times: number | undefined;
  /** Share of puts that overwrite, 0 to 1. */
  readonly replaces: number | undefined;
  /** Share of calls whose condition fails, 0 to 1. */
  readonly fails: number | undefined;
}

export interface Step {
  readonly kind: PatternKind;
  readonly span: Span;
  readonly actions: readonly Action[];
}

export type Budget =
  | { readonly kind: 'units'; readonly units: number; readonly of: 'read' | 'write'; readonly span: Span }
  | { readonly kind: 'money'; readonly usdPerMonth: number; readonly span: Span };

export interface PatternDecl extends Named, Step {
  readonly node: MapNode | undefined;
  /** Where the operation word stands. */
  readonly kindSpan: Span;
  readonly description: string | undefined;
  readonly steps: readonly Step[];
  /** Calls per second. */
  readonly rate: number | undefined;
  readonly peak: number | undefined;
  /** 0 to 1. */
  readonly hottest: number | undefined;
  readonly cacheHits: number | undefined;
  readonly cacheWith: string | undefined;
  /** Seconds. */
  readonly latency: number | undefined;
  readonly budgets: readonly Budget[];
  readonly readYourWrites: readonly Spanned<string>[];
  readonly needs: readonly Spanned<string>[];
}

export interface Model {
  readonly version: Spanned<ScalarValue> | undefined;
  readonly root: MapNode | undefined;
  readonly table: TableDecl | undefined;
  readonly indexes: readonly IndexDecl[];
  readonly entities: readonly EntityDecl[];
  readonly patterns: readonly PatternDecl[];
}
