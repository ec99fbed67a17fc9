// Sample numbers: by what an attribute is called and how large it may be.
// Deliberately whole numbers, except where the name speaks of money.
import type { Attribute } from '../../model/design.ts';
import type { Use } from './own-values.ts';
import { numberText } from './scalar-value.ts';
import { digitsFor, wordsOf } from './words.ts';

const money = [
  'price',
  'total',
  'amount',
  'cost',
  'fee',
  'balance',
  'revenue',
  'subtotal',
  'tax',
  'discount',
];
const prices = ['24.9', '7.5', '120', '59.95', '3.25', '310', '18.4', '84.99'];
const quantities = [3, 1, 12, 2, 7, 40, 5, 25];
/** Monday, 5 January 2026, 08:00 UTC, in seconds; the samples of the formats begin there too. */
const firstSecond = 1_767_600_000;

/** The number of the slot as DynamoDB prints it; undefined where the bounds leave none. */
export function numberFor(attribute: Attribute, use: Use, seed: number, slot: number): string | undefined {
  const { decl } = attribute;
  const least = decl.min ?? Math.min(use.inPrimaryKey ? 1 : 0, decl.max ?? 0);
  const most = decl.max ?? Number.POSITIVE_INFINITY;
  if (least > most) return undefined;
  const written = likely(attribute, use, seed, slot);
  if (Number(written) >= least && Number(written) <= most) return written;
  const room = Math.floor(Math.min(most - Math.ceil(least), 1_000_000)) + 1;
  if (room < 1) return numberText(String(least));
  return numberText(String(Math.ceil(least) + (slot % room)));
}

function likely({ name, decl }: Attribute, use: Use, seed: number, slot: number): string {
  const last = wordsOf(name).at(-1) ?? '';
  if (use.timeToLive) return String(firstSecond + (seed % 30) * 86_400 + slot * 43_200);
  if (use.inPrimaryKey) return String(Math.max(1, Math.ceil(decl.min ?? 1)) + slot);
  if (money.includes(last)) return prices[(seed + slot) % prices.length] ?? '1';
  if (last === 'year') return String(2020 + ((seed + slot) % 7));
  if (last === 'id' || decl.size !== undefined) {
    return digitsFor(seed, slot, Math.max(1, Math.min(15, 2 * Math.round((decl.size ?? 4) - 1))));
  }
  return String(quantities[(seed + slot) % quantities.length] ?? 1);
}
