// Makes one key condition for all entities of a query: the same partition key, and a range that holds them all.
// Deliberately prefers the weakest condition that leaves the neighbours out: it is what a person would write.
import { printTemplate } from '../../syntax/print-template.ts';
import { type Fit, sortConditions } from './fit-layout.ts';
import { ownRange, type Surroundings } from './item-collections.ts';
import { hull, hullCondition, type Range, sameRange, sideOf } from './range.ts';
import { sameRendering } from './rendering.ts';
import type { KeyCondition, Obstacle } from './route.ts';

export type Combined =
  | { readonly kind: 'fits'; readonly sort: readonly KeyCondition[] }
  | { readonly kind: 'refused'; readonly obstacle: Obstacle };

/** The range of the first sort key attribute that a fit reads, whether fixed whole or open. */
function firstRange(fit: Fit): Range {
  const [fixed] = fit.fixed;
  const value = fixed?.values[0];
  return value ? { kind: 'equal', at: value } : (fit.open?.range ?? { kind: 'all' });
}

const conditionText = ({ key, operator, values }: KeyCondition): string =>
  `${key.name} ${operator} ${values.map(printTemplate).join(' ')}`;

export function combineFits(around: Surroundings, fits: readonly Fit[]): Combined {
  const [first, ...others] = fits;
  if (first === undefined) return { kind: 'fits', sort: [] };
  for (const other of others) {
    const differing = first.partition.find((condition, i) => {
      const [mine, theirs] = [condition.values[0], other.partition[i]?.values[0]];
      return mine === undefined || theirs === undefined || !sameRendering(mine, theirs);
    });
    if (differing) {
      const entities = [first.entity.name, other.entity.name] as const;
      return {
        kind: 'refused',
        obstacle: { kind: 'partition-keys-differ', entities, key: differing.key.name },
      };
    }
  }
  const printed = fits.map((fit) => sortConditions(fit).map(conditionText).join());
  if (new Set(printed).size === 1) return { kind: 'fits', sort: loosened(around, fits, first) };

  const ranges = fits.map(firstRange);
  const asked = fits.find((_, i) => ranges[i]?.kind === 'asked');
  const unlike = fits.find((_, i) => {
    const [mine, theirs] = [ranges[0], ranges[i]];
    return mine !== undefined && theirs !== undefined && !sameRange(mine, theirs);
  });
  if (asked && unlike) {
    const common = commonWidest(fits);
    if (common) return { kind: 'fits', sort: [...first.fixed, common] };
    const entities = [first.entity.name, unlike.entity.name] as const;
    return { kind: 'refused', obstacle: { kind: 'sort-conditions-differ', entities } };
  }
  return { kind: 'fits', sort: spanning(around, fits, ranges) };
}

/** The condition that ranges of several entities have in common, if they differ only in what follows the value. */
function commonWidest(fits: readonly Fit[]): KeyCondition | undefined {
  const all = fits.map((fit) => (fit.open?.range.kind === 'asked' ? fit.open.range.widest : undefined));
  const [first] = all;
  return first && all.every((each) => each && conditionText(each) === conditionText(first))
    ? first
    : undefined;
}

/**
 * `between` includes its upper end, so a `<` behind a prefix would let the bound itself in. Where nobody of the collection
 * lies below the prefix, the plain `<` says it exactly.
 */
function loosened(around: Surroundings, fits: readonly Fit[], first: Fit): readonly KeyCondition[] {
  const range = first.open?.range;
  const [low, high] = range?.kind === 'asked' && range.loose.operator === '<' ? range.condition.values : [];
  if (range?.kind !== 'asked' || low === undefined || high === undefined) return sortConditions(first);
  const wanted = new Set(fits.map((fit) => fit.entity.name));
  const isBelow = around.neighbours(first.layout.target, first.partition, wanted).some((layout) => {
    const part = layout.sort[first.fixed.length];
    const side = part && sideOf(ownRange(part), { low, high: { at: high, open: false } });
    return side === 'below' || side === 'unknown';
  });
  return isBelow ? sortConditions(first) : [...first.fixed, range.loose];
}

/** No condition where nobody else is in the collection; else the weakest that leaves out who lies outside. */
function spanning(
  around: Surroundings,
  fits: readonly Fit[],
  ranges: readonly Range[],
): readonly KeyCondition[] {
  const [first] = fits;
  const key = first?.layout.sort[0]?.key;
  if (first === undefined || key === undefined) return [];
  const wanted = new Set(fits.map((fit) => fit.entity.name));
  const span = hull(ranges);
  if (span === undefined) return [];
  const sides = around.neighbours(first.layout.target, first.partition, wanted).map((layout) => {
    const part = layout.sort[0];
    return part ? sideOf(ownRange(part), span) : 'unknown';
  });
  const condition = hullCondition(key, span, sides.includes('below'), sides.includes('above'));
  return condition ? [condition] : [];
}
