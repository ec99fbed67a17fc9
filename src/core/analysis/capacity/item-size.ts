// The size of an item, or of its entry in an index: from rows to a total, and to what is metered of it on average.
// Deliberately lazy: most units need no more than the total.
import type { Design, Entity, Layout } from '../../model/design.ts';
import { lazy } from '../../text/lazy.ts';
import { type KeyedWorld, liesAs, type Memberships, membershipsOf } from '../counts/membership.ts';
import type { Assignment } from '../counts/worlds.ts';
import { always, isProjected, type Row, rowsOf } from './item-rows.ts';
import { exact, mixture, one, product, type Quantity, rising, sum, tidy, unknown, zero } from './quantity.ts';
import {
  type Distribution,
  distributionOf,
  hasInWorld,
  isDependent,
  missingOf,
  normalized,
  type Scene,
} from './size-scene.ts';

export interface SizedRow extends Row {
  /** The share of items that carry it. */
  readonly present: Quantity;
  /** Name and value, times present. */
  readonly total: Quantity;
}

export interface Size {
  readonly rows: readonly SizedRow[];
  readonly total: Quantity;
  readonly distribution: Distribution;
  /** See `expected`. */
  readonly expected: (apply: (bytes: number) => number) => Quantity;
}

/** Of what is not there. */
export const noSize: Size = {
  rows: [],
  total: zero,
  distribution: { outcomes: [{ bytes: 0, share: 1 }], isKnown: true },
  expected: (apply) => exact(apply(0)),
};

/** What all sizes of an entity's items and of their entries are made from. */
export interface Parts {
  readonly entity: Entity;
  readonly rows: readonly Row[];
  /** The size of an item, which most indexes keep whole. */
  readonly whole: () => Size;
  /** By the conditional keys of all indexes, and by the presence of these attributes. */
  readonly memberships: (sparse: readonly string[]) => Memberships;
}

export function partsOf(design: Design, entity: Entity): Parts {
  const indexes = entity.decl.conditionalKeys.map((keys) => keys.name);
  const byKeys = lazy(() => membershipsOf(entity, indexes, []));
  const memberships = (sparse: readonly string[]): Memberships =>
    sparse.length === 0 ? byKeys() : membershipsOf(entity, indexes, sparse);
  return partsWith(entity, rowsOf(design, entity), memberships);
}

function partsWith(entity: Entity, rows: readonly Row[], memberships: Parts['memberships']): Parts {
  const parts: Parts = { entity, rows, memberships, whole: lazy(() => itemSize(parts)) };
  return parts;
}

/** The same of other rows. */
export const withRows = ({ entity, memberships }: Parts, rows: readonly Row[]): Parts =>
  partsWith(entity, rows, memberships);

/** The share of items in these worlds that carry a row that depends on the world. */
function presentIn(row: Row, scene: Scene): Quantity {
  const { worlds, shares } = scene;
  const having = worlds.map((world) => hasInWorld(row, world));
  if (worlds.length > 0 && !having.includes(false)) return one;
  if (shares === undefined) return unknown(missingOf(scene), 0, 1);
  return exact(shares.reduce((all, share, at) => all + (having[at] ? share : 0), 0));
}

/** The total of the rows that depend on the world: exclusive alternatives never count together. */
function dependentTotal(rows: readonly Row[], scene: Scene): Quantity {
  if (rows.length === 0) return zero;
  const { worlds, shares } = scene;
  if (worlds.length === 0) {
    return unknown(missingOf(scene), 0, sum(rows.map((row) => row.bytes)).max);
  }
  const totals = worlds.map((world) => {
    const carried: Quantity[] = [];
    for (const row of rows) if (hasInWorld(row, world)) carried.push(row.bytes);
    return sum(carried);
  });
  if (shares !== undefined) {
    return mixture(shares.map((share, at) => ({ weight: share, of: totals[at] ?? zero })));
  }
  const least = Math.min(...totals.map((total) => total.min));
  const greatest = totals.map((total) => total.max);
  const max = greatest.every((value) => value !== undefined) ? Math.max(...greatest) : undefined;
  return least === max ? exact(least) : unknown(missingOf(scene), least, max);
}

/** A row's part of the total: none of it at the least where it is optional, all of it at the most. */
function spread({ presence, bytes }: Row): Quantity {
  if (presence.kind !== 'optional') return bytes;
  const total = product([bytes, presence.share]);
  return presence.share.min < 1 ? { ...total, min: 0, max: bytes.max } : total;
}

function totalOf(scene: Scene): Quantity {
  const parts: Quantity[] = [];
  const dependent: Row[] = [];
  for (const row of scene.rows) {
    if (isDependent(row, scene.memberships)) dependent.push(row);
    else parts.push(spread(row));
  }
  parts.push(dependentTotal(dependent, scene));
  return sum(parts);
}

function sizedRows(scene: Scene): readonly SizedRow[] {
  const presentOf = (row: Row): Quantity => {
    if (isDependent(row, scene.memberships)) return presentIn(row, scene);
    return row.presence.kind === 'optional' ? row.presence.share : one;
  };
  return scene.rows.map((row) => {
    const present = presentOf(row);
    return { ...row, present, total: product([row.bytes, present]) };
  });
}

/**
 * All but the total is computed when it is asked for, as most units need no more. A class, since there are thousands of
 * sizes, and getters of a literal are made anew for each.
 */
class SizeOfScene implements Size {
  readonly total: Quantity;
  private readonly scene: Scene;
  private sized: readonly SizedRow[] | undefined;
  private occurring: Distribution | undefined;
  private expectations: Map<(bytes: number) => number, Quantity> | undefined;

  constructor(scene: Scene) {
    this.scene = scene;
    this.total = totalOf(scene);
  }

  get rows(): readonly SizedRow[] {
    this.sized ??= sizedRows(this.scene);
    return this.sized;
  }

  get distribution(): Distribution {
    this.occurring ??= distributionOf(this.scene);
    return this.occurring;
  }

  expected(apply: (bytes: number) => number): Quantity {
    this.expectations ??= new Map();
    const known = this.expectations.get(apply) ?? expectation(this, apply);
    this.expectations.set(apply, known);
    return known;
  }
}

/** Of these rows, in these worlds. */
const sizeOf = (
  entity: Entity,
  rows: readonly Row[],
  memberships: Memberships,
  worlds: readonly KeyedWorld[],
): Size => new SizeOfScene({ entity, rows, memberships, worlds, shares: normalized(worlds) });

/** An item in the table. */
function itemSize({ entity, rows, memberships }: Parts): Size {
  const own = memberships([]);
  return sizeOf(entity, rows, own, own.worlds ?? []);
}

/** An item in the table that carries these attributes, optional or not, and lacks those. */
export function itemSizeWith(
  { entity, whole, rows, memberships }: Parts,
  carried: readonly string[],
  lacking: readonly string[],
): Size {
  const isCarried = ({ presence, name }: Row) => presence.kind !== 'always' && carried.includes(name);
  const isLacking = ({ presence, name }: Row) => presence.kind === 'optional' && lacking.includes(name);
  const isAbsent = (assignment: Assignment, name: string) => assignment.get(name)?.kind === 'absent';
  const own = memberships([]);
  const all = own.worlds ?? [];
  const worlds = all.filter(
    ({ assignment }) =>
      carried.every((name) => !isAbsent(assignment, name)) &&
      lacking.every((name) => !assignment.has(name) || isAbsent(assignment, name)),
  );
  if (rows.some((row) => isCarried(row) || isLacking(row))) {
    const others = rows
      .filter((row) => !isLacking(row))
      .map((row): Row => (isCarried(row) ? { ...row, presence: always } : row));
    return sizeOf(entity, others, own, worlds);
  }
  return worlds.length === all.length ? whole() : sizeOf(entity, rows, own, worlds);
}

/** What the target keeps of items that lie in it as the layout says; of the table's layout, the whole item. */
export function entrySize(design: Design, { entity, whole, rows, memberships }: Parts, layout: Layout): Size {
  const { target, variant, sparse } = layout;
  const isOther = ({ presence }: Row) =>
    presence.kind === 'variant' && presence.index === target.name && presence.variant !== variant;
  const kept = rows.filter((row) => !isOther(row) && isProjected(design, target, row.name));
  const own = memberships(sparse);
  const all = own.worlds ?? [];
  const worlds = all.filter((world) => liesAs(layout, world));
  const isWhole = sparse.length === 0 && kept.length === rows.length && worlds.length === all.length;
  return isWhole ? whole() : sizeOf(entity, kept, own, worlds);
}

/**
 * The expectation of a rising function of the size, such as its units: over the sizes that occur, so that 900 B with
 * 300 B more in 60 % of items are 1.6 write units, not 2.
 */
export const expected = (size: Size, apply: (bytes: number) => number): Quantity => size.expected(apply);

function expectation(size: Size, apply: (bytes: number) => number): Quantity {
  return averaged(size, apply, ({ outcomes }) =>
    outcomes.reduce((all, { bytes, share }) => all + share * apply(bytes), 0),
  );
}

/**
 * The same for the larger of two sizes, as when an item is overwritten by another: the share of pairs whose larger has at
 * most so many bytes is the square of the share of items that have.
 */
export function expectedOfLarger(size: Size, apply: (bytes: number) => number): Quantity {
  return averaged(size, apply, ({ outcomes }) => {
    let mean = 0;
    let below = 0;
    for (const { bytes, share } of outcomes) {
      const upTo = below + share;
      mean += (upTo ** 2 - below ** 2) * apply(bytes);
      below = upTo;
    }
    return mean;
  });
}

/** With the average as the mean; of what is not known it is the least that the mean can be. */
function averaged(
  size: Size,
  apply: (bytes: number) => number,
  average: (distribution: Distribution) => number,
): Quantity {
  const bounds = rising(size.total, apply);
  if (bounds.min === bounds.max) return bounds;
  const { distribution } = size;
  const mean = tidy(average(distribution));
  const least = Math.max(bounds.min, mean);
  return {
    ...bounds,
    mean: distribution.isKnown ? mean : undefined,
    atLeast: distribution.isKnown ? mean : least,
    missing: size.total.missing,
  };
}
