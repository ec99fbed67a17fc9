// Which of its conditional keys an item carries, and so which share of an entity's items lies in each index.
// Deliberately follows DynamoDB: all key attributes present, and of several alternatives the first that holds.
import type { Entity, Layout } from '../../model/design.ts';
import type { KeyVariantDecl } from '../../model/model.ts';
import { exact, type Missing, type Quantity, tidy, unknown } from '../capacity/quantity.ts';
import {
  type Assignment,
  allHold,
  type Condition,
  conditionsIn,
  missingWays,
  type Variable,
  variablesOf,
  type World,
  worldsOf,
} from './worlds.ts';

/** A state of an item, and which alternatives of its conditional keys it carries: of each index one at the most. */
export interface Carried {
  readonly assignment: Assignment;
  readonly variants: ReadonlySet<KeyVariantDecl>;
}

export interface KeyedWorld extends World, Carried {}

/** Everything on which the membership of an entity's items in some indexes depends. */
export interface Memberships {
  readonly variables: readonly Variable[];
  /** Undefined where there are too many to tell apart. */
  readonly worlds: readonly KeyedWorld[] | undefined;
  /** What an item in this state carries. */
  readonly carriedIn: (assignment: Assignment) => Carried;
}

/** True in a state in which items lie as the layout says. */
export const liesAs = ({ variant, sparse }: Layout, { assignment, variants }: Carried): boolean =>
  (variant === undefined || variants.has(variant)) &&
  sparse.every((name) => assignment.get(name)?.kind !== 'absent');

/** True where both lie in their index by the presence of the same attributes. */
export const areSparseAlike = ({ sparse }: Layout, other: Layout): boolean =>
  sparse.length === other.sparse.length && sparse.every((name, at) => name === other.sparse[at]);

/** One alternative of an index's keys, with what its conditions say. */
interface Alternative {
  readonly variant: KeyVariantDecl;
  readonly conditions: readonly Condition[];
}

const alternativesOf = (entity: Entity, index: string): readonly Alternative[] =>
  (entity.decl.conditionalKeys.find((keys) => keys.name === index)?.variants ?? []).map((variant) => ({
    variant,
    conditions: conditionsIn(variant.when),
  }));

const writtenKey = (index: string): string => `keys of ${index}`;

/** One state for each alternative of an index by their written shares, for conditions that nothing else tells. */
function writtenVariable(
  index: string,
  alternatives: readonly Alternative[],
  missing: readonly Missing[],
): Variable {
  const shares = alternatives.map(({ variant }) => variant.share);
  const rest = shares.reduce<number>((left, share) => left - (share ?? 0), 1);
  const open = shares.filter((share) => share === undefined).length;
  return {
    key: writtenKey(index),
    attribute: '',
    states: [
      ...shares.map((share, at) => ({
        state: { kind: 'text', text: String(at) } as const,
        share: share ?? (open === 1 ? Math.max(0, tidy(rest)) : undefined),
      })),
      ...(open === 0 && tidy(rest) > 0 ? [{ state: { kind: 'absent' } as const, share: tidy(rest) }] : []),
    ],
    missing: open > 1 ? missing : [],
  };
}

const nothing: Carried = { assignment: new Map(), variants: new Set() };

/** Of items whose keys depend on nothing, as most do. */
export const unconditional: Memberships = {
  variables: [],
  worlds: [{ ...nothing, share: 1 }],
  carriedIn: () => nothing,
};

/** By the keys under these indexes' names, and by the presence of these attributes. */
export function membershipsOf(
  entity: Entity,
  indexes: readonly string[],
  sparse: readonly string[],
): Memberships {
  const alternatives = new Map<string, readonly Alternative[]>();
  for (const index of indexes) {
    const own = alternativesOf(entity, index);
    if (own.length > 0) alternatives.set(index, own);
  }
  if (alternatives.size === 0 && sparse.length === 0) return unconditional;
  const written = new Map<string, Variable>();
  const conditions: Condition[] = [];
  for (const [index, all] of alternatives) {
    const own = all.flatMap((each) => each.conditions);
    if (all.some(({ variant }) => variant.share !== undefined)) {
      const missing = variablesOf(entity, own, []).flatMap((variable) => variable.missing);
      if (missing.length > 0) {
        written.set(index, writtenVariable(index, all, missing));
        continue;
      }
    }
    conditions.push(...own);
  }
  const variables = [...variablesOf(entity, conditions, sparse), ...written.values()];

  const variantIn = (
    index: string,
    all: readonly Alternative[],
    assignment: Assignment,
  ): KeyVariantDecl | undefined => {
    if (written.has(index)) {
      const state = assignment.get(writtenKey(index));
      return state?.kind === 'text' ? all[Number(state.text)]?.variant : undefined;
    }
    for (const each of all) if (allHold(each.conditions, assignment)) return each.variant;
    return undefined;
  };
  const carriedIn = (assignment: Assignment): Carried => {
    const variants = new Set<KeyVariantDecl>();
    for (const [index, all] of alternatives) {
      const variant = variantIn(index, all, assignment);
      if (variant) variants.add(variant);
    }
    return { assignment, variants };
  };
  const worlds = worldsOf(variables)?.map(({ assignment, share }) => ({ ...carriedIn(assignment), share }));
  return { variables, worlds, carriedIn };
}

/** The share of the entity's items that lie in the layout's target as the layout says. */
export function layoutShare(entity: Entity, layout: Layout, { variables, worlds }: Memberships): Quantity {
  if (layout.variant === undefined && layout.sparse.length === 0) return exact(1);
  const inside = worlds?.filter((world) => liesAs(layout, world));
  if (inside === undefined) return unknown([missingWays(entity)], 0, 1);
  let share = 0;
  for (const world of inside) {
    if (world.share === undefined)
      return unknown(
        variables.flatMap(({ missing }) => missing),
        0,
        1,
      );
    share += world.share;
  }
  return exact(share);
}
