// What a put does to an entry of an index: enter, or, where it overwrites an item, stay, change or move.
// Deliberately shares and means; how many of the puts overwrite is for the model to say.
import { writing } from '../../facts/units.ts';
import type { Entity, Layout } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import { demandsItem } from '../writes/existence.ts';
import { expected, expectedOfLarger, type Size } from './item-size.ts';
import { between, type Quantity, scale, sum } from './quantity.ts';
import type { Sizes } from './sizes.ts';

/** The share of puts that overwrite an item. */
export function overwriteShare(action: Action): number {
  if (action.replaces !== undefined) return action.replaces;
  return demandsItem(action) ? 1 : 0;
}

/** What an overwrite does to an entry that stays in the index: what identifies an item and what is immutable stays. */
export function overwrittenEntry(
  sizes: Sizes,
  entity: Entity,
  layout: Layout,
): keyof typeof writesOfOverwrite {
  const fixed = new Set(sizes.counts.identity(entity));
  const isFixed = (name: string) => {
    const attribute = entity.attributes.get(name);
    return attribute === undefined || fixed.has(name) || attribute.decl.immutable;
  };
  if (!sizes.keyAttributes(layout).every(isFixed)) return 'moves';
  const { projection } = layout.target;
  const kept = projection === 'all' ? [...entity.attributes.keys()] : projection;
  return kept === 'keys-only' || kept.every(isFixed) ? 'none' : 'changes';
}

export const whatOverwriteDoes = {
  none: 'entries put; where it is overwritten, nothing changes',
  changes: 'entries put or changed, at the larger of old and new',
  moves: 'entries put, changed or moved',
} as const;

export const writesOfOverwrite = {
  none: writing.unchangedEntry.value,
  changes: writing.changedEntry.value,
  moves: writing.movedEntry.value,
} as const;

/**
 * How often a put writes an entry of the layout. A new item enters. An overwritten one may lie in the index before, after
 * or both; if both, its key may have changed: two writes.
 */
export function writesOfPut(share: Quantity, same: number, overwrites: number): Quantity {
  if (overwrites === 0) return share;
  if (share.min === 1 && share.max === 1) {
    // What may change or move may also stay as it is, which writes nothing.
    const mean = 1 - overwrites + overwrites * same;
    return between(Math.min(1 - overwrites, mean), mean, mean);
  }
  const ofOverwrite = (inside: number) => same * inside ** 2 + 2 * inside * (1 - inside);
  const max = (1 - overwrites) * (share.max ?? 1) + overwrites * Math.max(1, same);
  if (share.mean === undefined) return { ...share, min: 0, max };
  const mean = (1 - overwrites) * share.mean + overwrites * ofOverwrite(share.mean);
  return between((1 - overwrites) * share.min, mean, max);
}

/** Only an entry that changes in its place counts at the larger of two sizes: a moved one is deleted and put, each at its own. */
export const overwritesInPlace = (change: keyof typeof writesOfOverwrite, overwrites: number): number =>
  change === 'changes' ? overwrites : 0;

/** What is metered of what is put, and, for the share that overwrites, of the larger of old and new. */
export const meteredOfPut =
  (overwrites: number, metered: (bytes: number) => number) =>
  (size: Size): Quantity =>
    sum([scale(expected(size, metered), 1 - overwrites), scale(expectedOfLarger(size, metered), overwrites)]);
