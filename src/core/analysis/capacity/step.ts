// The working of an estimate: a figure, what it is, and the figures that it is made of.
// Deliberately computes every sum and product itself, so that a working cannot disagree with its figure.
import type { Provenance } from '../../facts/fact.ts';
import { exact, product, type Quantity, sum } from './quantity.ts';

export type Unit =
  | 'B'
  | 'RCU'
  | 'WCU'
  | 'RCU/s'
  | 'WCU/s'
  | 'items'
  | 'queries'
  | 'calls/s'
  | 'M RCU/month'
  | 'M WCU/month'
  | 'GB'
  /** A price of something. */
  | 'USD'
  | 'USD/month'
  /** A bare factor. */
  | 'times'
  /** 0 to 1. */
  | 'share';

/** How a step's value comes from its parts. */
export type Rule = 'given' | 'sum' | 'product' | 'rounded';

export interface Step {
  readonly label: string;
  readonly value: Quantity;
  readonly unit: Unit;
  readonly rule: Rule;
  readonly parts: readonly Step[];
  readonly note?: string;
  /** Undefined where nothing but the model and AWS's documentation is involved. */
  readonly provenance?: Provenance;
}

export interface Remark {
  readonly note?: string;
  readonly provenance?: Provenance;
}

export const given = (label: string, value: Quantity | number, unit: Unit, remark: Remark = {}): Step => ({
  label,
  value: typeof value === 'number' ? exact(value) : value,
  unit,
  rule: 'given',
  parts: [],
  ...remark,
});

export const added = (label: string, unit: Unit, parts: readonly Step[], remark: Remark = {}): Step => ({
  label,
  value: sum(parts.map((part) => part.value)),
  unit,
  rule: 'sum',
  parts,
  ...remark,
});

export const multiplied = (label: string, unit: Unit, parts: readonly Step[], remark: Remark = {}): Step => ({
  label,
  value: product(parts.map((part) => part.value)),
  unit,
  rule: 'product',
  parts,
  ...remark,
});

/** Metered units of the parts; the expectation where sizes vary, so it is no function of the parts' means. */
export const rounded = (
  label: string,
  value: Quantity,
  unit: Unit,
  parts: readonly Step[],
  remark: Remark = {},
): Step => ({ label, value, unit, rule: 'rounded', parts, ...remark });
