// Figures as people read them: money, factors, loads; what is not known is said, and never 0.
// Deliberately the core's own printers: a figure reads the same in a hover and in the preview.
import type { Figure } from '../../core/preview/view/overview.ts';
import { printAmount, printMoney, printNumber } from '../../core/syntax/quantity.ts';

/** Whole dollars where cents say nothing. */
const money = (dollars: number): string =>
  printMoney(Math.abs(dollars) >= 100 ? Math.round(dollars) : dollars);

export function moneyText({ mean, atLeast }: Figure): string {
  if (mean !== null) return money(mean);
  return atLeast > 0 ? `at least ${money(atLeast)}` : 'not known';
}

/** Smaller figures than this are as good as nothing, and are not read. */
const smallest = 0.001;

export function numberText({ mean, atLeast }: Figure, unit = ''): string {
  const after = unit === '' ? '' : ` ${unit}`;
  const print = (value: number): string =>
    value > 0 && value < smallest ? `under ${smallest}${after}` : `${printNumber(value, 3)}${after}`;
  if (mean !== null) return print(mean);
  return atLeast > 0 ? `at least ${print(atLeast)}` : 'not known';
}

/** For an axis: `$10M`, `$2.5k`. */
export const shortMoney = (dollars: number): string =>
  dollars < 1 ? printMoney(dollars) : `$${printAmount(dollars)}`;

/** `×0.1`, `×1,000`. */
export const factorText = (factor: number): string => `×${printNumber(factor, 3)}`;

/** What can be drawn of a figure: what it is, or what it is at least. */
export const drawn = ({ mean, atLeast }: Figure): number => mean ?? atLeast;

export const percent = (share: number): string =>
  share > 0 && share < smallest ? 'under 0.1%' : `${printNumber(share * 100, 2)}%`;
