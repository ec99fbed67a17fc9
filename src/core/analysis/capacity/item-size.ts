// The size of an item, or of its entry in an index: from rows to a total, and to the sizes that occur with their shares.
// Deliberately assumes that optional attributes are present independently of each other; nothing tells otherwise.
import type { Design, Entity, Layout } from '../../model/design.ts';
import { lazy } from '../../text/lazy.ts';
import { once } from '../../text/once.ts';
import { type Memberships, membershipsOf } from '../counts/membership.ts';
import { type Assignment, missingWays, type World } from '../counts/worlds.ts';
import { always, isProjected, type Row, rowsOf } from './item-rows.ts';
import {
  exact,
  type Missing,
  mixture,
  one,
  product,
  type Quantity,
  rising,
  sum,
  tidy,
  unknown,
  zero,
} from './quantity.ts';

/** A size that occurs, at mean sizes of the attributes, and the share of items that have it. */
export interface Outcome {
  readonly bytes: number;
  readonly share: number;
}

export interface SizedRow extends Row {
  /** The share of items that carry it. */
  readonly present: Quantity;
  /** Name and value, times present. */
  readonly total: Quantity;
}

export interface Size {
  readonly rows: readonly SizedRow[];
  readonly total: Quantity;
  /** Undefined where a size or a share is not known. */
  readonly outcomes: readonly Outcome[] | undefined;
  /** See `expected`. */
  readonly expected: (apply: (bytes: number) => number) => Quantity;
}

/** Of what is not there. */
export const noSize: Size = {
  rows: [],
  total: zero,
  outcomes: [],
  expected: (apply) => exact(apply(0)),
};

/** Beyond so many outcomes, the smallest optional attributes count with their expected bytes. */
const maxOutcomes = 4096;

/** What all sizes of an entity's items and of their entries are made from. */
export interface Parts {
  readonly entity: Entity;
  readonly rows: readonly Row[];
  /** By the conditional keys of all indexes, and by the presence of these attributes. */
  readonly memberships: (sparse: readonly string[]) => Memberships;
}

export function partsOf(design: Design, entity: Entity): Parts {
  const indexes = entity.decl.conditionalKeys.map((keys) => keys.name);
  const byKeys = lazy(() => membershipsOf(entity, indexes, []));
  return {
    entity,
    rows: rowsOf(design, entity),
    memberships: (sparse) => (sparse.length === 0 ? byKeys() : membershipsOf(entity, indexes, sparse)),
  };
}

/** Some rows of an item, in the worlds in which it can be. */
interface Scene {
  readonly entity: Entity;
  readonly rows: readonly Row[];
  readonly memberships: Memberships;
  readonly worlds: readonly World[];
  /** The same with their shares among themselves; undefined where one is not known. */
  readonly shares: readonly KnownWorld[] | undefined;
}

/** What the shares of the worlds lack. */
const missingOf = ({ memberships, entity }: Scene): readonly Missing[] =>
  memberships.worlds === undefined
    ? [missingWays(entity)]
    : memberships.variables.flatMap((variable) => variable.missing);

/** The optional attributes on which membership depends are told apart by worlds, the others are independent. */
function hasInWorld(row: Row, { assignment }: World, memberships: Memberships): boolean {
  if (row.presence.kind === 'variant') {
    return memberships.variantIn(row.presence.index, assignment) === row.presence.variant;
  }
  return assignment.get(row.name)?.kind !== 'absent';
}

/** True where a row is present or not by world. */
const isDependent = ({ presence, name }: Row, { variables }: Memberships): boolean =>
  presence.kind === 'variant' ||
  (presence.kind === 'optional' && variables.some((variable) => variable.key === name));

interface KnownWorld extends World {
  readonly share: number;
}

/** Shares among these worlds alone, adding up to 1; undefined where one is not known. */
function normalized(worlds: readonly World[]): readonly KnownWorld[] | undefined {
  let total = 0;
  for (const { share } of worlds) {
    if (share === undefined) return undefined;
    total += share;
  }
  if (total === 0) return undefined;
  return worlds.map(({ assignment, share = 0 }) => ({ assignment, share: share / total }));
}

/** The share of items in these worlds that carry a row that depends on the world. */
function presentIn(row: Row, scene: Scene): Quantity {
  const { worlds, shares, memberships } = scene;
  const having = worlds.filter((world) => hasInWorld(row, world, memberships));
  if (worlds.length > 0 && having.length === worlds.length) return one;
  if (shares === undefined) return unknown(missingOf(scene), 0, 1);
  const isHaving = new Set(having.map((world) => world.assignment));
  return exact(
    shares.reduce((all, { assignment, share }) => all + (isHaving.has(assignment) ? share : 0), 0),
  );
}

/** The total of the rows that depend on the world: exclusive alternatives never count together. */
function dependentTotal(rows: readonly Row[], scene: Scene): Quantity {
  if (rows.length === 0) return zero;
  const { worlds, shares, memberships } = scene;
  if (worlds.length === 0) {
    return unknown(missingOf(scene), 0, sum(rows.map((row) => row.bytes)).max);
  }
  const totals = worlds.map((world) => {
    const carried: Quantity[] = [];
    for (const row of rows) if (hasInWorld(row, world, memberships)) carried.push(row.bytes);
    return sum(carried);
  });
  if (shares !== undefined) {
    return mixture(shares.map(({ share }, at) => ({ weight: share, of: totals[at] ?? zero })));
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

type Weights = Map<number, number>;

function addTo(weights: Weights, bytes: number, share: number): void {
  if (share > 0) weights.set(bytes, (weights.get(bytes) ?? 0) + share);
}

const meanOf = ({ bytes }: Row): number => bytes.mean ?? 0;

function outcomesOf({ rows, shares, memberships }: Scene): readonly Outcome[] | undefined {
  if (shares === undefined) return undefined;
  let base = 0;
  const dependent: Row[] = [];
  const independent: Row[] = [];
  for (const row of rows) {
    if (row.bytes.mean === undefined) return undefined;
    if (row.presence.kind === 'always') base += row.bytes.mean;
    else if (isDependent(row, memberships)) dependent.push(row);
    else independent.push(row);
  }
  let weights: Weights = new Map();
  for (const world of shares) {
    let bytes = base;
    for (const row of dependent) if (hasInWorld(row, world, memberships)) bytes += meanOf(row);
    addTo(weights, bytes, world.share);
  }
  independent.sort((a, b) => meanOf(b) - meanOf(a));
  for (const row of independent) {
    const share = row.presence.kind === 'optional' ? row.presence.share.mean : 1;
    if (share === undefined) return undefined;
    weights = withOptional(weights, meanOf(row), share);
  }
  return Array.from(weights, ([bytes, share]) => ({ bytes, share })).sort((a, b) => a.bytes - b.bytes);
}

/** With so many bytes more in this share of items; beyond the most outcomes, with their expectation in all of them. */
function withOptional(weights: Weights, bytes: number, share: number): Weights {
  const next: Weights = new Map();
  const isFull = weights.size * 2 > maxOutcomes;
  for (const [before, weight] of weights) {
    if (isFull) addTo(next, before + share * bytes, weight);
    else {
      addTo(next, before + bytes, weight * share);
      addTo(next, before, weight * (1 - share));
    }
  }
  return next;
}

/**
 * All but the total is computed when it is asked for, as most units need no more. A class, since there are thousands of
 * sizes, and getters of a literal are made anew for each.
 */
class SizeOfScene implements Size {
  readonly total: Quantity;
  readonly expected: Size['expected'];
  private readonly sized: () => readonly SizedRow[];
  private readonly occurring: () => readonly Outcome[] | undefined;

  constructor(scene: Scene) {
    this.total = totalOf(scene);
    this.sized = lazy(() => sizedRows(scene));
    this.occurring = lazy(() => outcomesOf(scene));
    this.expected = once((apply) => expectation(this, apply));
  }

  get rows(): readonly SizedRow[] {
    return this.sized();
  }

  get outcomes(): readonly Outcome[] | undefined {
    return this.occurring();
  }
}

/** Of these rows, in the worlds that fit. */
function sizeOf(
  entity: Entity,
  rows: readonly Row[],
  memberships: Memberships,
  fits: (assignment: Assignment) => boolean,
): Size {
  const worlds = (memberships.worlds ?? []).filter(({ assignment }) => fits(assignment));
  return new SizeOfScene({ entity, rows, memberships, worlds, shares: normalized(worlds) });
}

/** An item in the table; one that carries these attributes, optional or not, and lacks those, where some are named. */
export function itemSize(
  { entity, rows, memberships }: Parts,
  carried: readonly string[] = [],
  lacking: readonly string[] = [],
): Size {
  const isCarried = ({ presence, name }: Row) => presence.kind !== 'always' && carried.includes(name);
  const isLacking = ({ presence, name }: Row) => presence.kind === 'optional' && lacking.includes(name);
  const own = rows.some((row) => isCarried(row) || isLacking(row))
    ? rows
        .filter((row) => !isLacking(row))
        .map((row): Row => (isCarried(row) ? { ...row, presence: always } : row))
    : rows;
  const isAbsent = (assignment: Assignment, name: string) => assignment.get(name)?.kind === 'absent';
  return sizeOf(
    entity,
    own,
    memberships([]),
    (assignment) =>
      carried.every((name) => !isAbsent(assignment, name)) &&
      lacking.every((name) => !assignment.has(name) || isAbsent(assignment, name)),
  );
}

/** What the target keeps of items that lie in it as the layout says; of the table's layout, the whole item. */
export function entrySize(design: Design, { entity, rows, memberships }: Parts, layout: Layout): Size {
  const { target, variant, sparse } = layout;
  const isOther = ({ presence }: Row) =>
    presence.kind === 'variant' && presence.index === target.name && presence.variant !== variant;
  const kept = rows.filter((row) => !isOther(row) && isProjected(design, target, row.name));
  const own = memberships(sparse);
  return sizeOf(entity, kept, own, (assignment) => own.liesAs(layout, assignment));
}

/**
 * The expectation of a rising function of the size, such as its units: over the sizes that occur, so that 900 B with
 * 300 B more in 60 % of items are 1.6 write units, not 2.
 */
export const expected = (size: Size, apply: (bytes: number) => number): Quantity => size.expected(apply);

function expectation(size: Size, apply: (bytes: number) => number): Quantity {
  const bounds = rising(size.total, apply);
  if (size.outcomes === undefined || bounds.min === bounds.max) return bounds;
  const mean = size.outcomes.reduce((all, { bytes, share }) => all + share * apply(bytes), 0);
  const assumed = size.total.missing;
  return { ...bounds, mean: tidy(mean), atLeast: tidy(mean), missing: assumed };
}

/**
 * The same for the larger of two sizes, as when an item is overwritten by another: the share of pairs whose larger has at
 * most so many bytes is the square of the share of items that have.
 */
export function expectedOfLarger(size: Size, apply: (bytes: number) => number): Quantity {
  const bounds = rising(size.total, apply);
  if (size.outcomes === undefined || bounds.min === bounds.max) return bounds;
  let mean = 0;
  let below = 0;
  for (const { bytes, share } of size.outcomes) {
    const upTo = below + share;
    mean += (upTo ** 2 - below ** 2) * apply(bytes);
    below = upTo;
  }
  return { ...bounds, mean: tidy(mean), atLeast: tidy(mean), missing: size.total.missing };
}
