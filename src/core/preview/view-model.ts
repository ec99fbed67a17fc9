// What the preview shows, as plain data that can be sent to a webview, written to a file or compared in a test.
// Deliberately without markup, colours and pixels; src/webview draws it.
import type { Severity } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

export interface PreviewModel {
  /** The table's name. */
  readonly title: string;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly entities: readonly PreviewEntity[];
  /** The table first, then its indexes; empty where the model has no table with keys. */
  readonly views: readonly PreviewView[];
  readonly patterns: readonly PreviewPattern[];
  /** What could not be shown, each in one sentence. */
  readonly notes: readonly PreviewNote[];
}

export interface PreviewNote {
  readonly text: string;
  readonly span: Span;
}

export interface PreviewEntity {
  readonly name: string;
  /** Two letters, no two entities alike: the mark beside the colour. */
  readonly mark: string;
  /** 0 to 7. */
  readonly color: number;
  /** `900k`, `20 per Customer`; undefined where the model does not say. */
  readonly count: string | undefined;
  readonly span: Span;
}

export interface PreviewView {
  /** `table`, or `index:` and the index's name. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'table' | 'global' | 'local';
  readonly span: Span;
  readonly partitionKey: readonly PreviewKey[];
  /** Empty where there is none. */
  readonly sortKey: readonly PreviewKey[];
  /** `all attributes`, `keys only`, or the names. */
  readonly projection: string;
  readonly collections: readonly PreviewCollection[];
  readonly absent: readonly PreviewAbsence[];
}

export interface PreviewKey {
  readonly name: string;
  readonly type: string;
}

export interface PreviewAbsence {
  /** A place in `PreviewModel.entities`. */
  readonly entity: number;
  /** The key attributes that it lacks. */
  readonly missing: readonly string[];
}

/** All items of one partition key value. */
export interface PreviewCollection {
  /** One for each attribute of the partition key. */
  readonly partition: readonly PreviewValue[];
  /** In the order in which DynamoDB returns the items, cut where the entity changes. */
  readonly runs: readonly PreviewRun[];
}

/** Neighbouring items of one entity. */
export interface PreviewRun {
  readonly entity: number;
  readonly columns: readonly PreviewColumn[];
  readonly rows: readonly PreviewRow[];
}

export interface PreviewColumn {
  readonly name: string;
  /** A key of the table or of another index, which is stored beside the entity's own attributes. */
  readonly isKey: boolean;
}

export interface PreviewRow {
  /** The same in every view and after every edit that leaves the item's primary key alone. */
  readonly id: string;
  /** One for each attribute of the sort key. */
  readonly sort: readonly PreviewValue[];
  /** One for each column; null where the item lacks the attribute. */
  readonly values: readonly (PreviewValue | null)[];
  readonly span: Span;
}

export interface PreviewValue {
  readonly text: string;
  readonly type: string;
}

export interface PreviewPattern {
  readonly name: string;
  readonly description: string | undefined;
  readonly span: Span;
  readonly actions: readonly PreviewAction[];
  /** Calls: `200/s`; undefined where the model does not say. */
  readonly rate: string | undefined;
  readonly peak: string | undefined;
  /** `0.5 RCU`; undefined where nothing is known. */
  readonly perCall: string | undefined;
  readonly perSecond: string | undefined;
  /** What the model would have to say for the units to be known. */
  readonly lacks: readonly string[];
}

/** One read or write of a pattern. */
export interface PreviewAction {
  /** `Query GSI1`, `Put`. */
  readonly label: string;
  /** The id of the view that it reads; undefined for writes and where nothing serves it. */
  readonly view: string | undefined;
  /** Places in `PreviewModel.entities`. */
  readonly entities: readonly number[];
  /** Entities that lie in the range and are read without being wanted. */
  readonly alsoReads: readonly number[];
  /** `PK = "ORDER#${orderId}"`, one line for each key attribute. */
  readonly conditions: readonly string[];
  /** `descending`, `limit 11`. */
  readonly remarks: readonly string[];
  /** Why nothing serves it; empty where something does. */
  readonly problems: readonly string[];
  /** It runs on the items of the action before. */
  readonly isStep: boolean;
}
