// Units and money in a few words, as the preview's lists have them.
// Deliberately undefined where nothing at all is known: a list has no place for what is missing.
import { printQuantity } from '../analysis/capacity/print-steps.ts';
import type { Quantity } from '../analysis/capacity/quantity.ts';

interface ReadAndWrite {
  readonly read: Quantity;
  readonly write: Quantity;
}

const isUnknown = ({ mean, atLeast }: Quantity): boolean => mean === undefined && atLeast === 0;

/** `0.5 RCU`, `1 RCU + 4 WCU`. */
export function unitsText({ read, write }: ReadAndWrite, per: '' | '/s' = ''): string | undefined {
  const both = [
    [read, `RCU${per}`],
    [write, `WCU${per}`],
  ] as const;
  const used = both.filter(([quantity]) => quantity.max !== 0);
  if (used.length === 0 || used.every(([quantity]) => isUnknown(quantity))) return undefined;
  return used.map(([quantity, unit]) => printQuantity(quantity, unit)).join(' + ');
}
