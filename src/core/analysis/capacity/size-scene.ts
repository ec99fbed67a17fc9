// The rows of an item in the worlds in which it can be, and from them the sizes that occur with their shares.
// Deliberately assumes that optional attributes are present independently of each other; nothing tells otherwise.
import type { Entity } from '../../model/design.ts';
import type { KeyedWorld, Memberships } from '../counts/membership.ts';
import { missingWays } from '../counts/worlds.ts';
import type { Row } from './item-rows.ts';
import { type Missing, one } from './quantity.ts';

/** A size that occurs, at mean sizes of the attributes, and the share of items that have it. */
export interface Outcome {
  readonly bytes: number;
  readonly share: number;
}

export interface Distribution {
  /** From the smallest to the largest; the shares add up to 1. */
  readonly outcomes: readonly Outcome[];
  /** False where a size or a share is not known: then the outcomes are only no larger than the truth. */
  readonly isKnown: boolean;
}

/** Beyond so many outcomes, the smallest optional attributes count with their expected bytes. */
const maxOutcomes = 4096;

/** Some rows of an item, in the worlds in which it can be. */
export interface Scene {
  readonly entity: Entity;
  readonly rows: readonly Row[];
  readonly memberships: Memberships;
  readonly worlds: readonly KeyedWorld[];
  /** Of each world among these alone; undefined where one is not known. */
  readonly shares: readonly number[] | undefined;
}

/** What the shares of the worlds lack. */
export const missingOf = ({ memberships, entity }: Scene): readonly Missing[] =>
  memberships.worlds === undefined
    ? [missingWays(entity)]
    : memberships.variables.flatMap((variable) => variable.missing);

/** The optional attributes on which membership depends are told apart by worlds, the others are independent. */
export const hasInWorld = ({ presence, name }: Row, { assignment, variants }: KeyedWorld): boolean =>
  presence.kind === 'variant' ? variants.has(presence.variant) : assignment.get(name)?.kind !== 'absent';

/** True where a row is present or not by world. */
export const isDependent = ({ presence, name }: Row, { variables }: Memberships): boolean =>
  presence.kind === 'variant' ||
  (presence.kind === 'optional' && variables.some((variable) => variable.key === name));

/** Adding up to 1; undefined where one is not known. */
export function normalized(worlds: readonly KeyedWorld[]): readonly number[] | undefined {
  const shares: number[] = [];
  let total = 0;
  for (const { share } of worlds) {
    if (share === undefined) return undefined;
    shares.push(share);
    total += share;
  }
  return total === 0 ? undefined : shares.map((share) => share / total);
}

type Weights = Map<number, number>;

function addTo(weights: Weights, bytes: number, share: number): void {
  if (share > 0) weights.set(bytes, (weights.get(bytes) ?? 0) + share);
}

/** What the bytes of a row are on average, as far as that is known. */
const knownOf = ({ bytes }: Row): number => bytes.atLeast;

/** Where something is not known, what is known of it: sizes that are no larger, so that what is made of them is no more. */
export function distributionOf({ rows, worlds, shares, memberships }: Scene): Distribution {
  let isKnown = shares !== undefined;
  let base = 0;
  const dependent: Row[] = [];
  const independent: Row[] = [];
  for (const row of rows) {
    if (row.bytes.mean === undefined) isKnown = false;
    if (row.presence.kind === 'always') base += knownOf(row);
    else if (isDependent(row, memberships)) dependent.push(row);
    else independent.push(row);
  }
  let weights: Weights = new Map();
  if (shares === undefined) addTo(weights, base, 1);
  for (const [at, share] of (shares ?? []).entries()) {
    const world = worlds[at];
    let bytes = base;
    for (const row of dependent) if (world && hasInWorld(row, world)) bytes += knownOf(row);
    addTo(weights, bytes, share);
  }
  independent.sort((a, b) => knownOf(b) - knownOf(a));
  for (const row of independent) {
    const share = row.presence.kind === 'optional' ? row.presence.share : one;
    if (share.mean === undefined) isKnown = false;
    weights = withOptional(weights, knownOf(row), share.atLeast);
  }
  const outcomes = Array.from(weights, ([bytes, share]) => ({ bytes, share })).sort(
    (a, b) => a.bytes - b.bytes,
  );
  return { outcomes, isKnown };
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
