// The access patterns: the list of all, and one with all that is known of it.
// Deliberately refers to items by their places in `TableView.items` of the same text.
import type { Severity } from '../../rules/rule.ts';
import type { Span } from '../../text/span.ts';
import type { Figure } from './overview.ts';
import type { Value } from './table.ts';

export type PatternVerdict =
  /** Every read has a route, and reads nothing that is not wanted. */
  | 'well'
  /** Items of other entities are read beside those wanted: surely, or perhaps. */
  | 'waste'
  | 'perhaps-waste'
  /** Nothing serves it, it never finds what it wants, or it leaves keys stale. */
  | 'broken'
  /** It is no call of DynamoDB's, or too little is known. */
  | 'open';

export interface PatternsView {
  readonly patterns: readonly PatternSummary[];
}

export interface PatternSummary {
  readonly name: string;
  readonly description: string | undefined;
  /** Of its name. */
  readonly span: Span;
  /** `Query GSI1`, `TransactWrite`. */
  readonly label: string;
  readonly isWrite: boolean;
  /** Places in `Overview.entities`. */
  readonly entities: readonly number[];
  readonly verdict: PatternVerdict;
  /** Calls: `200/s`; undefined where the model does not say. */
  readonly rate: string | undefined;
  /** `0.5 RCU`; undefined where nothing is known. */
  readonly perCall: string | undefined;
  /** USD a month; undefined where it costs nothing that is counted. */
  readonly usd: Figure | undefined;
}

export interface PatternView {
  readonly name: string;
  readonly description: string | undefined;
  readonly span: Span;
  /** What it comes to, for a line of figures. */
  readonly figures: readonly LabelledText[];
  /** The legs of the operation, then those of each further step. */
  readonly legs: readonly LegView[];
  /** The calls, printed in each language; empty where there is no call. */
  readonly requests: readonly PrintedRequest[];
  /** Lines, parts two spaces further in than the whole. */
  readonly working: readonly string[];
  /** What the model would have to say for the figures to be known. */
  readonly lacks: readonly string[];
  readonly findings: readonly FindingView[];
}

export interface LabelledText {
  readonly label: string;
  readonly text: string;
}

export interface FindingView {
  readonly severity: Severity;
  readonly message: string;
  readonly rule: string;
  readonly span: Span;
}

export interface PrintedRequest {
  readonly id: string;
  readonly title: string;
  readonly languageId: string;
  readonly text: string;
  readonly notes: readonly string[];
}

export interface LegView {
  /** `Query GSI1`, `Put`. */
  readonly label: string;
  /** It runs on the items of the legs before. */
  readonly isStep: boolean;
  /** Places in `Overview.entities`. */
  readonly entities: readonly number[];
  /** The id of the table or index that it reads; undefined for writes and where nothing serves it. */
  readonly target: string | undefined;
  /** `PK = "ORDER#${orderId}"`, one line for each key attribute. */
  readonly conditions: readonly string[];
  /** `descending`, `limit 11`. */
  readonly remarks: readonly string[];
  /** Why nothing serves it; empty where something does. */
  readonly problems: readonly string[];
  /** Entities that lie in the range without being wanted, as places in `Overview.entities`. */
  readonly overRead: { readonly surely: readonly number[]; readonly perhaps: readonly number[] };
  /** The values with which the sample call is made. */
  readonly args: readonly LabelledText[];
  readonly run: LegRunView;
}

export type LegRunView =
  | { readonly kind: 'read'; readonly items: readonly ReadItemView[] }
  | { readonly kind: 'write'; readonly item: number; readonly entries: readonly EntryView[] }
  | { readonly kind: 'none'; readonly why: string };

export interface ReadItemView {
  /** A place in `TableView.items`. */
  readonly item: number;
  readonly fate: 'returned' | 'unwanted' | 'filtered';
}

/** What a write does to the item's entry in the table or an index. */
export interface EntryView {
  /** The id of the table or index. */
  readonly target: string;
  readonly fate: 'none' | 'enters' | 'leaves' | 'moves' | 'changes' | 'stale' | 'checked';
  /** Partition and sort key; null where there is no entry. */
  readonly before: readonly Value[] | null;
  readonly after: readonly Value[] | null;
  /** Of a stale key the attributes that are not known; of no entry those that it lacks. */
  readonly missing: readonly string[];
  /** `1 WCU`; undefined where nothing is written. */
  readonly units: string | undefined;
}
