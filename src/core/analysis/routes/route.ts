// Routes as data: which table or index serves a read, and by which key condition.
// Deliberately without costs and verdicts; router.ts makes these, capacity and hovers read them.

import type { KeyAttribute, Layout, Target } from '../../model/design.ts';
import type { KeyOperator } from '../../model/model.ts';
import type { Template } from '../../syntax/template.ts';
import type { OrderLoss } from './printed-order.ts';

/**
 * What stands on the right of a key condition: a template whose placeholders name parameters of the pattern,
 * constants already put in their place. `ORDER#${orderId}` with `orderId` given by the caller.
 */
export type Rendering = Template;

export interface KeyCondition {
  readonly key: KeyAttribute;
  readonly operator: KeyOperator;
  /** Two for `between`. */
  readonly values: readonly Rendering[];
}

/** Why one call of the pattern is several queries: the values that the partition key takes beside what is given. */
export interface FanOut {
  readonly reason: 'shard' | 'date' | 'values';
  /** The key attribute or attribute that fans out, for messages. */
  readonly name: string;
  /** Undefined where the model does not tell. */
  readonly queries: number | undefined;
}

export type ReadOperation = 'GetItem' | 'Query' | 'Scan';

export interface Route {
  readonly operation: ReadOperation;
  readonly target: Target;
  /** One equality for each partition key attribute; none for a Scan. */
  readonly partition: readonly KeyCondition[];
  /** Left to right; equalities, then at most one other operator. */
  readonly sort: readonly KeyCondition[];
  readonly forward: boolean;
  readonly fanOut: readonly FanOut[];
  /** The layouts that hold the wanted items. */
  readonly layouts: readonly Layout[];
  /** Other entities whose items may lie in the range read: literals do not rule it out. over-read.ts tells which surely do. */
  readonly alsoReads: readonly string[];
  /** Attributes that a local index lacks, so that DynamoDB fetches each item from the table. */
  readonly fetched: readonly string[];
  /** Only a condition that is written out can shut out what it is to return. */
  readonly shutOut: readonly ShutOut[];
}

/** A wanted entity of which no item can ever meet the key condition, and the key attribute by which literals show it. */
export interface ShutOut {
  readonly entity: string;
  readonly key: string;
}

/** Why a target does not serve a pattern; data first, so that messages and tests need no text matching. */
export type Obstacle =
  | { readonly kind: 'entity-absent'; readonly entity: string; readonly missing: readonly string[] }
  | {
      readonly kind: 'partition-key-needs';
      readonly entity: string;
      readonly key: string;
      readonly attributes: readonly string[];
    }
  | {
      readonly kind: 'partition-key-needs-equality';
      readonly entity: string;
      readonly key: string;
      readonly attribute: string;
    }
  | {
      readonly kind: 'partition-key-loses';
      readonly entity: string;
      readonly key: string;
      readonly attribute: string;
      readonly function: string;
    }
  | {
      readonly kind: 'partition-keys-differ';
      readonly entities: readonly [string, string];
      readonly key: string;
    }
  | { readonly kind: 'sort-key-lacks'; readonly entity: string; readonly attribute: string }
  | {
      readonly kind: 'sort-key-order';
      readonly entity: string;
      readonly attribute: string;
      readonly before: string;
    }
  | {
      readonly kind: 'sort-key-loses-order';
      readonly entity: string;
      readonly attribute: string;
      readonly loss: OrderLoss;
    }
  | {
      readonly kind: 'operator-impossible';
      readonly entity: string;
      readonly attribute: string;
      readonly operator: string;
      readonly why: string;
    }
  | { readonly kind: 'second-range'; readonly attributes: readonly string[] }
  | { readonly kind: 'sort-conditions-differ'; readonly entities: readonly [string, string] }
  | {
      readonly kind: 'order-not-by';
      readonly entity: string;
      readonly attribute: string;
      /** Where the sort key holds the attribute at the right place, and its text has another order. */
      readonly loss: OrderLoss | undefined;
    }
  | { readonly kind: 'strong-on-global' }
  | { readonly kind: 'not-projected'; readonly attributes: readonly string[] }
  | { readonly kind: 'condition-not-held'; readonly entity: string; readonly clause: string }
  | { readonly kind: 'pinned-partition-key'; readonly key: string }
  | { readonly kind: 'pinned-unused'; readonly keys: readonly string[] }
  | { readonly kind: 'layout-conditional'; readonly entity: string; readonly when: string }
  /** Of a get, which takes one value for each key attribute and nothing else. */
  | { readonly kind: 'not-in-key'; readonly entity: string; readonly clause: string };

/** One target looked at and refused. */
export interface Refusal {
  readonly target: Target;
  readonly obstacles: readonly Obstacle[];
}

export type RouteResult =
  | {
      readonly kind: 'served';
      readonly route: Route;
      readonly others: readonly Route[];
    }
  | { readonly kind: 'unserved'; readonly refusals: readonly Refusal[] }
  /** Nothing can be said: the table has no keys yet, or names in the pattern are unknown. */
  | {
      readonly kind: 'unknown';
      readonly reason: 'no-table-keys' | 'unreadable' | 'ambiguous-reference';
    };
