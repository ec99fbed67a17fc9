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
  | 'pages'
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
  /** Its parts are many and small: they are printed side by side. */
  readonly isInline?: boolean;
  readonly note?: string;
  /** Undefined where nothing but the model and AWS's documentation is involved. */
  readonly provenance?: Provenance;
}

export interface Remark {
  readonly note?: string;
  readonly provenance?: Provenance;
}

/** Most steps carry no remark; those cost no copy of one. */
function stepOf(
  label: string,
  value: Quantity,
  unit: Unit,
  rule: Rule,
  parts: readonly Step[],
  remark: Remark | undefined,
): Step {
  const step: Step = { label, value, unit, rule, parts };
  return remark === undefined ? step : { ...step, ...remark };
}

const noParts: readonly Step[] = Object.freeze([]);

const figureOf = (step: Step): Quantity => step.value;

export const given = (label: string, value: Quantity | number, unit: Unit, remark?: Remark): Step =>
  stepOf(label, typeof value === 'number' ? exact(value) : value, unit, 'given', noParts, remark);

export const added = (label: string, unit: Unit, parts: readonly Step[], remark?: Remark): Step =>
  stepOf(label, sum(parts.map(figureOf)), unit, 'sum', parts, remark);

export const multiplied = (label: string, unit: Unit, parts: readonly Step[], remark?: Remark): Step =>
  stepOf(label, product(parts.map(figureOf)), unit, 'product', parts, remark);

/** Metered units of the parts; the expectation where sizes vary, so it is no function of the parts' means. */
export const rounded = (
  label: string,
  value: Quantity,
  unit: Unit,
  parts: readonly Step[],
  remark?: Remark,
): Step => stepOf(label, value, unit, 'rounded', parts, remark);
