// Sample items in the table and in every index, as item collections.
// Deliberately each item once: what an index holds of it is told by places in these lists.
import type { Span } from '../../text/span.ts';
import type { TargetName } from './overview.ts';

export interface TableView {
  /** By entity, as `Overview.entities`: the attributes that its sample items carry, and in which order they stand. */
  readonly columns: readonly (readonly Column[])[];
  readonly items: readonly ItemView[];
  /** As `Overview.targets`. */
  readonly targets: readonly TargetView[];
}

export interface Column {
  readonly name: string;
  /** A key of the table or an index, stored beside the entity's own attributes. */
  readonly isKey: boolean;
}

export interface ItemView {
  /** The same after every edit that leaves the item's primary key alone. */
  readonly id: string;
  /** A place in `Overview.entities`. */
  readonly entity: number;
  /** One for each column of the entity; null where the item lacks the attribute. */
  readonly values: readonly (Value | null)[];
  /** Bytes, as DynamoDB meters it. */
  readonly bytes: number;
  /** Where it is written, or its entity. */
  readonly span: Span;
}

export interface Value {
  readonly text: string;
  readonly type: string;
}

export interface TargetView extends TargetName {
  readonly partitionKey: readonly KeyView[];
  /** Empty where there is none. */
  readonly sortKey: readonly KeyView[];
  /** `all attributes`, `keys only`, or the names. */
  readonly projection: string;
  /** By entity: whether the target holds each of its columns. */
  readonly holds: readonly (readonly boolean[])[];
  readonly collections: readonly CollectionView[];
  /** By entity, how its items come to lie in the target, or why none does. */
  readonly memberships: readonly Membership[];
  /** Items that are not in the target. */
  readonly outside: readonly Outside[];
}

export interface KeyView {
  readonly name: string;
  readonly type: string;
}

/** All items of one partition key value. */
export interface CollectionView {
  /** One for each attribute of the partition key. */
  readonly partition: readonly Value[];
  /** Places in `TableView.items`, in the order in which DynamoDB returns them. */
  readonly items: readonly number[];
}

export interface Membership {
  readonly entity: number;
  readonly kind: 'always' | 'sometimes' | 'never';
  /** `when status = PLACED`, `if it has mail`, `no GSI1PK`; empty for always. */
  readonly why: string;
}

/** Items of one entity that lack the same. */
export interface Outside {
  readonly entity: number;
  /** The key attributes that they lack. */
  readonly missing: readonly string[];
  /** Places in `TableView.items`. */
  readonly items: readonly number[];
}
