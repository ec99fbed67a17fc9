// What one query reads of several entities when a limit, `matches` or the end of a page cuts it: items and bytes.
// Deliberately apart from units; read-units.ts rounds what comes out.
import type { Action } from '../../model/model.ts';
import type { Group } from '../counts/matches.ts';
import { compareRenderings } from '../routes/rendering.ts';
import type { Size } from './item-size.ts';
import { capped, exact, product, type Quantity, quotient, sum, zero } from './quantity.ts';

export interface SizedGroup extends Group {
  /** Of one item or entry. */
  readonly size: Size;
  /** Its bytes. */
  readonly bytes: Quantity;
}

/**
 * The items that a range holds, by `matches`: those of the one entity of which nothing else tells how many. Where the
 * range may also hold others that nobody asked for, it is the wanted one's.
 */
export function byMatches(groups: readonly Group[], matches: Quantity): readonly Group[] {
  const ranged = groups.filter((group) => group.ranged);
  const others = groups.filter((group) => !group.ranged);
  if (ranged.length === 0 && groups.length === 1) {
    return groups.map((group) => ({ ...group, count: withMean(group.count, matches) }));
  }
  const wanted = ranged.filter((group) => group.wanted);
  const [only, ...more] = wanted.length > 0 ? wanted : ranged;
  if (only === undefined || more.length > 0 || matches.mean === undefined) return groups;
  const besides = sum(others.map((group) => group.count)).mean;
  if (besides === undefined) return groups;
  const count = withMean(only.count, exact(Math.max(0, matches.mean - besides)));
  return groups.map((group) => {
    if (group === only) return { ...group, count };
    return group.ranged ? { ...group, count: { ...zero, max: group.count.max } } : group;
  });
}

const withMean = (count: Quantity, { mean, missing }: Quantity): Quantity =>
  mean === undefined
    ? count
    : {
        min: 0,
        mean,
        max: count.max === undefined ? undefined : Math.max(mean, count.max),
        atLeast: mean,
        missing,
      };

/** The groups in the order in which they are read; undefined where literals do not tell it. */
function inOrder(groups: readonly SizedGroup[], forward: boolean): readonly SizedGroup[] | undefined {
  const compared = (a: SizedGroup, b: SizedGroup) => {
    const [x, y] = [a.layout.sort[0], b.layout.sort[0]];
    return x && y ? compareRenderings(x.template, y.template) : 'unknown';
  };
  const clear = groups.every((a, i) =>
    groups.slice(i + 1).every((b) => ['before', 'after'].includes(compared(a, b))),
  );
  if (!clear) return undefined;
  const sorted = groups.toSorted((a, b) => (compared(a, b) === 'before' ? -1 : 1));
  return forward ? sorted : sorted.toReversed();
}

/** No more than the limit in all: the first in order, or, where that is open, of each its share. */
export function limited(
  groups: readonly SizedGroup[],
  limit: number | undefined,
  forward: boolean,
): readonly SizedGroup[] {
  if (limit === undefined) return groups;
  const cut = groups.map((group) => ({ ...group, count: capped(group.count, limit) }));
  const total = sum(groups.map((group) => group.count)).mean;
  if (total === undefined || total <= limit) return cut;
  const ordered = inOrder(groups, forward);
  if (ordered === undefined) {
    return groups.map((group) => ({
      ...group,
      count: capped({ ...product([group.count, exact(limit / total)]), max: group.count.max }, limit),
    }));
  }
  const left = new Map<SizedGroup, number>();
  let rest = limit;
  for (const group of ordered) {
    const taken = Math.min(rest, group.count.mean ?? 0);
    left.set(group, taken);
    rest -= taken;
  }
  return groups.map((group) => ({
    ...group,
    count: capped(withMean(group.count, exact(left.get(group) ?? 0)), limit),
  }));
}

/** Items and bytes of one query. */
export function totalsOf(
  groups: readonly SizedGroup[],
  limit: number | undefined,
): { readonly items: Quantity; readonly bytes: Quantity } {
  const items = sum(groups.map((group) => group.count));
  const bytes = sum(groups.map((group) => product([group.count, group.bytes])));
  if (limit === undefined) return { items, bytes };
  const sizes = groups.map((group) => group.bytes.max);
  const largest = sizes.every((size) => size !== undefined) ? limit * Math.max(0, ...sizes) : undefined;
  const max = bytes.max === undefined || (largest !== undefined && largest < bytes.max) ? largest : bytes.max;
  return { items: capped(items, limit), bytes: { ...bytes, max } };
}

/** How many queries one call is, by its fan-outs. */
export const perQuery = (matches: NonNullable<Action['matches']>, queries: Quantity): Quantity =>
  quotient(exact(matches), queries);
