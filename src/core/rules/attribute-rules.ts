// The rules about the declarations of attributes.
// Deliberately a list only; each rule is a file of its own.
import { bounds } from './attribute/bounds.ts';
import { byteOrder } from './attribute/byte-order.ts';
import { formatType } from './attribute/format-type.ts';
import { mayMisread } from './attribute/may-misread.ts';
import { mayOutgrow } from './attribute/may-outgrow.ts';
import { nestedTooDeep } from './attribute/nested-too-deep.ts';
import { numberOutOfRange } from './attribute/number-out-of-range.ts';
import { shares } from './attribute/shares.ts';
import type { Rule } from './rule.ts';

export const attributeRules: readonly Rule[] = [
  formatType,
  bounds,
  shares,
  mayMisread,
  numberOutOfRange,
  nestedTooDeep,
  mayOutgrow,
  byteOrder,
];
