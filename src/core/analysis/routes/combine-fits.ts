// Makes one key condition for all entities of a query: the same partition key, and a range that holds them all.
// Deliberately prefers the weakest condition that leaves the neighbours out: it is what a person would write.

import type { Layout } from '../../model/design.ts';
import { printTemplate } from '../../syntax/print-template.ts';
import { type Fit, sortConditions } from './fit-layout.ts';
import { ownRange, type Surroundings } from './item-collections.ts';
import { beyond, type Hull, hull, hullCondition, type Range, sameRange } from './range.ts';
import { sameRendering } from './rendering.ts';
import type { KeyCondition, Obstacle } from './route.ts';

export type Combined =
  | {
      readonly kind: 'fits';
      readonly sort: readonly KeyCondition[];
      /** All who lie under the same partition key, the wanted among them. */
      readonly collection: readonly Layout[];
    }
  | { readonly kind: 'refused'; readonly obstacle: Obstacle };

/** The range of the first sort key attribute that a fit reads, whether fixed whole or open. */
function firstRange(fit: Fit): Range {
  const [fixed] = fit.fixed;
  const value = fixed?.values[0];
  return value ? { kind: 'equal', at: value } : (fit.open?.range ?? { kind: 'all' });
}

const conditionText = ({ key, operator, values }: KeyCondition): string =>
  `${key.name} ${operator} ${values.map(printTemplate).join(' ')}`;

/** A key attribute of the partition key under which the two lie by different values. */
const apart = (first: Fit, other: Fit): KeyCondition | undefined =>
  first.partition.find((condition, i) => {
    const [mine, theirs] = [condition.values[0], other.partition[i]?.values[0]];
    return mine === undefined || theirs === undefined || !sameRendering(mine, theirs);
  });

export function combineFits(around: Surroundings, fits: readonly Fit[]): Combined {
  const [first, ...others] = fits;
  if (first === undefined) return { kind: 'fits', sort: [], collection: [] };
  for (const other of others) {
    const differing = apart(first, other);
    if (differing === undefined) continue;
    const entities = [first.entity.name, other.entity.name] as const;
    return {
      kind: 'refused',
      obstacle: { kind: 'partition-keys-differ', entities, key: differing.key.name },
    };
  }
  const collection = around.collection(first.layout.target, first.partition);
  if (others.length === 0) return { kind: 'fits', sort: loosened(collection, fits, first), collection };
  const printed = fits.map((fit) => sortConditions(fit).map(conditionText).join());
  if (new Set(printed).size === 1)
    return { kind: 'fits', sort: loosened(collection, fits, first), collection };

  const ranges = fits.map(firstRange);
  const asked = fits.find((_, i) => ranges[i]?.kind === 'asked');
  const unlike = fits.find((_, i) => {
    const [mine, theirs] = [ranges[0], ranges[i]];
    return mine !== undefined && theirs !== undefined && !sameRange(mine, theirs);
  });
  if (asked && unlike) {
    const common = commonWidest(fits);
    if (common) return { kind: 'fits', sort: [...first.fixed, common], collection };
    const entities = [first.entity.name, unlike.entity.name] as const;
    return { kind: 'refused', obstacle: { kind: 'sort-conditions-differ', entities } };
  }
  return { kind: 'fits', sort: spanning(collection, fits, ranges), collection };
}

/** The condition that ranges of several entities have in common, if they differ only in what follows the value. */
function commonWidest(fits: readonly Fit[]): KeyCondition | undefined {
  const all = fits.map((fit) => (fit.open?.range.kind === 'asked' ? fit.open.range.widest : undefined));
  const [first] = all;
  return first && all.every((each) => each && conditionText(each) === conditionText(first))
    ? first
    : undefined;
}

/** Where items of these layouts may lie beside a hull, by their sort key attribute at the index. */
function outside(layouts: readonly Layout[], index: number, of: Hull): { below: boolean; above: boolean } {
  const sides = layouts.map((layout) => {
    const part = layout.sort[index];
    return part ? beyond(ownRange(part), of) : { below: true, above: true };
  });
  return { below: sides.some((side) => side.below), above: sides.some((side) => side.above) };
}

/** Without what only keeps others out, where there are no others: not the prefix of a range, nor one that is implied. */
function loosened(collection: readonly Layout[], fits: readonly Fit[], first: Fit): readonly KeyCondition[] {
  const range = first.open?.range;
  if (range?.kind === 'prefix' && range.implied) {
    const isAlone = collection.every((layout) => fits.some((fit) => fit.layout === layout));
    return isAlone ? first.fixed : sortConditions(first);
  }
  if (range?.kind !== 'asked' || range.condition.operator === range.loose.operator)
    return sortConditions(first);
  const { below, above } = outside(collection, first.fixed.length, {
    low: range.prefix,
    high: { at: range.prefix, open: true },
  });
  const isGuarded = range.loose.operator.startsWith('<') ? below : above;
  return isGuarded ? sortConditions(first) : [...first.fixed, range.loose];
}

/** No condition where nobody else is in the collection; else the weakest that leaves out who lies outside. */
function spanning(
  collection: readonly Layout[],
  fits: readonly Fit[],
  ranges: readonly Range[],
): readonly KeyCondition[] {
  const key = fits[0]?.layout.sort[0]?.key;
  const span = hull(ranges);
  if (key === undefined || span === undefined) return [];
  const others = collection.filter((layout) => !fits.some((fit) => fit.layout === layout));
  const { below, above } = outside(others, 0, span);
  const condition = hullCondition(key, span, below, above);
  return condition ? [condition] : [];
}
