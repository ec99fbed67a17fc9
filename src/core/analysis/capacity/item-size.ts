// The size of an item, or of its entry in an index: from rows to a total, and to the sizes that occur with their shares.
// Deliberately assumes that optional attributes are present independently of each other; nothing tells otherwise.
import type { Design, Entity, Layout } from '../../model/design.ts';
import { type Memberships, membershipsOf } from '../counts/membership.ts';
import type { World } from '../counts/worlds.ts';
import { isProjected, type Row } from './item-rows.ts';
import {
  exact,
  type Missing,
  mixture,
  product,
  type Quantity,
  rising,
  sum,
  tidy,
  unknown,
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
}

/** Beyond so many outcomes, the smallest optional attributes count with their expected bytes. */
const maxOutcomes = 4096;

/** The optional attributes on which membership depends are told apart by worlds, the others are independent. */
function hasInWorld(row: Row, { assignment }: World, memberships: Memberships): boolean {
  if (row.presence.kind === 'variant') {
    return memberships.variantIn(row.presence.index, assignment) === row.presence.variant;
  }
  return assignment.get(row.name)?.kind !== 'absent';
}

interface Split {
  readonly fixed: readonly Row[];
  /** Present or not by world. */
  readonly dependent: readonly Row[];
  readonly independent: readonly Row[];
}

function split(rows: readonly Row[], memberships: Memberships): Split {
  const keys = new Set(memberships.variables.map((variable) => variable.key));
  const isDependent = (row: Row) =>
    row.presence.kind === 'variant' || (row.presence.kind === 'optional' && keys.has(row.name));
  return {
    fixed: rows.filter((row) => row.presence.kind === 'always'),
    dependent: rows.filter(isDependent),
    independent: rows.filter((row) => row.presence.kind === 'optional' && !isDependent(row)),
  };
}

/** Shares among these worlds alone, adding up to 1; undefined where one is not known. */
function normalized(worlds: readonly World[]): readonly (World & { readonly share: number })[] | undefined {
  const known = worlds.flatMap((world) =>
    world.share === undefined ? [] : [{ ...world, share: world.share }],
  );
  const total = known.reduce((all, world) => all + world.share, 0);
  if (known.length < worlds.length || total === 0) return undefined;
  return known.map((world) => ({ ...world, share: world.share / total }));
}

/** The share of items in these worlds that carry a row that depends on the world. */
function presentIn(
  row: Row,
  worlds: readonly World[],
  memberships: Memberships,
  missing: readonly Missing[],
): Quantity {
  const having = worlds.filter((world) => hasInWorld(row, world, memberships));
  if (worlds.length > 0 && having.length === worlds.length) return exact(1);
  const shares = normalized(worlds);
  if (shares === undefined) return unknown(missing, 0, 1);
  const isHaving = new Set(having.map((world) => world.assignment));
  return exact(
    shares.reduce((all, { assignment, share }) => all + (isHaving.has(assignment) ? share : 0), 0),
  );
}

/** The total of the rows that depend on the world: exclusive alternatives never count together. */
function dependentTotal(
  rows: readonly Row[],
  worlds: readonly World[],
  memberships: Memberships,
  missing: readonly Missing[],
): Quantity {
  if (rows.length === 0) return exact(0);
  const totals = worlds.map((world) =>
    sum(rows.filter((row) => hasInWorld(row, world, memberships)).map((row) => row.bytes)),
  );
  const shares = normalized(worlds);
  if (shares !== undefined) {
    return mixture(shares.map(({ share }, at) => ({ weight: share, of: totals[at] ?? exact(0) })));
  }
  const least = Math.min(...totals.map((total) => total.min));
  const greatest = totals.map((total) => total.max);
  const max = greatest.every((value) => value !== undefined) ? Math.max(...greatest) : undefined;
  return least === max ? exact(least) : unknown(missing, least, max);
}

function outcomesOf(
  { fixed, dependent, independent }: Split,
  worlds: readonly World[],
  memberships: Memberships,
): readonly Outcome[] | undefined {
  const means = new Map([...fixed, ...dependent, ...independent].map((row) => [row, row.bytes.mean]));
  const shares = normalized(worlds);
  if (shares === undefined || [...means.values()].includes(undefined)) return undefined;
  const mean = (row: Row): number => means.get(row) ?? 0;
  const base = fixed.reduce((all, row) => all + mean(row), 0);
  let outcomes = new Map<number, number>();
  const addTo = (map: Map<number, number>, bytes: number, share: number) => {
    if (share > 0) map.set(bytes, (map.get(bytes) ?? 0) + share);
  };
  for (const world of shares) {
    const carried = dependent.filter((row) => hasInWorld(row, world, memberships));
    addTo(
      outcomes,
      carried.reduce((all, row) => all + mean(row), base),
      world.share,
    );
  }
  for (const row of independent.toSorted((a, b) => mean(b) - mean(a))) {
    const share = row.presence.kind === 'optional' ? row.presence.share.mean : 1;
    if (share === undefined) return undefined;
    const next = new Map<number, number>();
    for (const [bytes, weight] of outcomes) {
      if (outcomes.size * 2 > maxOutcomes) addTo(next, bytes + share * mean(row), weight);
      else {
        addTo(next, bytes + mean(row), weight * share);
        addTo(next, bytes, weight * (1 - share));
      }
    }
    outcomes = next;
  }
  return [...outcomes].map(([bytes, share]) => ({ bytes, share })).toSorted((a, b) => a.bytes - b.bytes);
}

/** Of the rows, in the worlds in which items lie as the layout says, or in all of them, and carry the attributes named. */
function sizeOf(
  entity: Entity,
  allRows: readonly Row[],
  layout: Layout | undefined,
  carried: readonly string[] = [],
): Size {
  const rows = allRows.map(
    (row): Row => (carried.includes(row.name) ? { ...row, presence: { kind: 'always' } } : row),
  );
  const memberships = membershipsOf(
    entity,
    entity.decl.conditionalKeys.map((keys) => keys.name),
    layout?.sparse ?? [],
  );
  const missing = memberships.variables.flatMap((variable) => variable.missing);
  const all = memberships.worlds ?? [];
  const worlds = all.filter(
    ({ assignment }) =>
      (layout === undefined || memberships.liesAs(layout, assignment)) &&
      carried.every((name) => assignment.get(name)?.kind !== 'absent'),
  );
  const parts = split(rows, memberships);
  const dependent = new Set(parts.dependent);
  const sized = (row: Row, present: Quantity): SizedRow => ({
    ...row,
    present,
    total: product([row.bytes, present]),
  });
  const presentRows = rows.map((row) => {
    if (dependent.has(row)) return sized(row, presentIn(row, worlds, memberships, missing));
    return sized(row, row.presence.kind === 'optional' ? row.presence.share : exact(1));
  });
  const total = sum([
    ...presentRows.flatMap((row, at) => (dependent.has(rows[at] ?? row) ? [] : [spread(row)])),
    dependentTotal(parts.dependent, worlds, memberships, missing),
  ]);
  return { rows: presentRows, total, outcomes: outcomesOf(parts, worlds, memberships) };
}

/** A row's part of the total: none of it at the least where it is optional, all of it at the most. */
const spread = (row: SizedRow): Quantity =>
  row.presence.kind === 'optional' && row.present.min < 1
    ? { ...row.total, min: 0, max: row.bytes.max }
    : row.total;

/** An item of these rows in the table; one that carries these attributes, where some are named. */
export const itemSize = (entity: Entity, rows: readonly Row[], carried: readonly string[] = []): Size =>
  sizeOf(entity, rows, undefined, carried);

/** What the target keeps of items of these rows that lie in it as the layout says; of the table's layout, the whole item. */
export function entrySize(design: Design, entity: Entity, rows: readonly Row[], layout: Layout): Size {
  const { target, variant } = layout;
  const isOther = ({ presence }: Row) =>
    presence.kind === 'variant' && presence.index === target.name && presence.variant !== variant;
  const kept = rows.filter((row) => isProjected(design, target, row.name) && !isOther(row));
  return sizeOf(entity, kept, layout);
}

/**
 * The expectation of a rising function of the size, such as its units: over the sizes that occur, so that 900 B with
 * 300 B more in 60 % of items are 1.6 write units, not 2.
 */
export function expected(size: Size, apply: (bytes: number) => number): Quantity {
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
