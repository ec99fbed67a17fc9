// What the table costs a month, at each of a row of traffics, and as it grows.
// Deliberately every figure from the core's own arithmetic at that traffic: the page interpolates and sums nothing.
import type { Span } from '../../text/span.ts';
import type { Figure } from './overview.ts';

export interface CostView {
  /** `on-demand, Standard, us-east-1`. */
  readonly terms: string;
  readonly stops: readonly CostStop[];
  /** The place of the traffic as written among the stops. */
  readonly base: number;
  /** As `CostStop.kinds`. */
  readonly kinds: readonly string[];
  /** As `CostStop.patterns`; the dearest first, at the traffic as written. */
  readonly patterns: readonly NamedPlace[];
  /** How many patterns are together in `CostStop.otherPatterns`. */
  readonly otherPatterns: number;
  /** As `CostStop.targets`: the table, then the indexes. */
  readonly targets: readonly NamedPlace[];
  /** As `CostStop.alternatives`. */
  readonly alternatives: readonly AlternativeName[];
  /** Where another way of paying becomes the cheapest, by traffic. */
  readonly turns: readonly Turn[];
  /** Traffic from which on a partition key gets more than a partition serves. */
  readonly limits: readonly TrafficLimit[];
  readonly growth: GrowthView;
  readonly unknown: readonly UnknownView[];
  /** What is assumed for the whole, each in one sentence. */
  readonly assumed: readonly string[];
  /** Lines, parts two spaces further in than the whole. */
  readonly working: readonly string[];
  /** Where the prices are from. */
  readonly sources: readonly string[];
}

export interface NamedPlace {
  readonly name: string;
  readonly span: Span;
}

export interface AlternativeName {
  readonly title: string;
  /** True for what the model says. */
  readonly isOwn: boolean;
}

/** Everything at one traffic, in USD a month. */
export interface CostStop {
  /** How many times the rates as written. */
  readonly factor: number;
  readonly total: Figure;
  readonly kinds: readonly Figure[];
  readonly patterns: readonly Figure[];
  readonly otherPatterns: Figure;
  readonly targets: readonly Figure[];
  readonly alternatives: readonly Figure[];
  /** Partition keys that get more than a partition serves. */
  readonly overloaded: number;
  /** Where capacity is provisioned: the share of it in use at the mean rates, the highest of all; null on-demand. */
  readonly used: number | null;
}

/** From this traffic on, the second is the cheapest. */
export interface Turn {
  readonly factor: number;
  /** Places in `CostView.alternatives`. */
  readonly from: number;
  readonly to: number;
}

export interface TrafficLimit {
  readonly factor: number;
  /** `PK = "TENANT#${tenantId}" of the table: more than 1,000 WCU/s`. */
  readonly text: string;
}

export interface GrowthView {
  readonly points: readonly GrowthPoint[];
  /** As `GrowthPoint.gigabytes`: the table, then the indexes. */
  readonly targets: readonly string[];
  /** Why a figure is not known, each in one sentence. */
  readonly lacks: readonly string[];
}

export interface GrowthPoint {
  readonly month: number;
  readonly gigabytes: readonly Figure[];
  /** Storage alone, in USD a month. */
  readonly usd: Figure;
}

export interface UnknownView {
  readonly text: string;
  /** USD a month of all that depends on it, with a plain value in its place. */
  readonly trial: number;
  /** USD a month between the least and the greatest; null where nothing bounds it. */
  readonly spread: number | null;
  readonly isAssumed: boolean;
  readonly span: Span;
}
