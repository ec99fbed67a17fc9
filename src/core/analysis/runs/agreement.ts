// How well a sample item goes with those that came before it in a call: an order with its own customer.
// Deliberately by the origins of attributes, so that names may differ.
import type { Design } from '../../model/design.ts';
import { printValue } from '../samples/print-value.ts';
import type { SampleItem } from '../samples/samples.ts';

/** One for each pair of attributes of the same origin with the same value, less one for each with another. */
export function agreement(design: Design, item: SampleItem, others: readonly SampleItem[]): number {
  return others.reduce((all, other) => all + between(design, item, other), 0);
}

function between(design: Design, item: SampleItem, other: SampleItem): number {
  const [own, theirs] = [design.entities.get(item.entity), design.entities.get(other.entity)];
  if (own === undefined || theirs === undefined) return 0;
  let score = 0;
  for (const [name, { origins }] of own.attributes) {
    for (const [otherName, { origins: otherOrigins }] of theirs.attributes) {
      if (![...origins].some((origin) => otherOrigins.has(origin))) continue;
      const [value, otherValue] = [item.values.get(name), other.values.get(otherName)];
      if (value === undefined || otherValue === undefined) continue;
      score += printValue(value) === printValue(otherValue) ? 1 : -1;
    }
  }
  return score;
}
