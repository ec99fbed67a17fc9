// Which of its conditional keys an item carries, and so which share of an entity's items lies in each index.
// Deliberately follows DynamoDB: all key attributes present, and of several alternatives the first that holds.
import type { Entity, Layout } from '../../model/design.ts';
import type { KeyVariantDecl } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';
import { exact, type Missing, type Quantity, tidy, unknown } from '../capacity/quantity.ts';
import {
  type Assignment,
  allHold,
  clausesIn,
  missingWays,
  type Variable,
  variablesOf,
  type World,
  worldsOf,
} from './worlds.ts';

/** Everything on which the membership of an entity's items in some indexes depends. */
export interface Memberships {
  readonly variables: readonly Variable[];
  /** Undefined where there are too many to tell apart. */
  readonly worlds: readonly World[] | undefined;
  /** The alternative under the index's name, one of those given, that an item in this world carries. */
  readonly variantIn: (index: string, assignment: Assignment) => KeyVariantDecl | undefined;
  /** True in a world in which items lie as the layout says. */
  readonly liesAs: (layout: Layout, assignment: Assignment) => boolean;
}

const variantsOf = (entity: Entity, index: string): readonly KeyVariantDecl[] =>
  entity.decl.conditionalKeys.find((keys) => keys.name === index)?.variants ?? [];

const writtenKey = (index: string): string => `keys of ${index}`;

/** One state for each alternative of an index by their written shares, for conditions that nothing else tells. */
function writtenVariable(
  index: string,
  variants: readonly KeyVariantDecl[],
  missing: readonly Missing[],
): Variable {
  const rest = variants.reduce((left, { share }) => left - (share ?? 0), 1);
  const open = variants.filter(({ share }) => share === undefined).length;
  return {
    key: writtenKey(index),
    attribute: '',
    states: [
      ...variants.map(({ share }, at) => ({
        state: { kind: 'text', text: String(at) } as const,
        share: share ?? (open === 1 ? Math.max(0, tidy(rest)) : undefined),
      })),
      ...(open === 0 && tidy(rest) > 0 ? [{ state: { kind: 'absent' } as const, share: tidy(rest) }] : []),
    ],
    missing: open > 1 ? missing : [],
  };
}

/** One alternative of an index's keys, with what its conditions say. */
interface Alternative {
  readonly variant: KeyVariantDecl;
  readonly clauses: readonly Clause[];
}

const alternativesOf = (entity: Entity, index: string): readonly Alternative[] =>
  variantsOf(entity, index).map((variant) => ({ variant, clauses: clausesIn(variant.when) }));

/** By the keys under these indexes' names, and by the presence of these attributes. */
export function membershipsOf(
  entity: Entity,
  indexes: readonly string[],
  sparse: readonly string[],
): Memberships {
  const written = new Map<string, Variable>();
  const alternatives = new Map(indexes.map((index) => [index, alternativesOf(entity, index)]));
  const clauses: Clause[] = [];
  for (const [index, all] of alternatives) {
    const own = all.flatMap((each) => each.clauses);
    if (all.some(({ variant }) => variant.share !== undefined)) {
      const missing = variablesOf(entity, own, []).flatMap((variable) => variable.missing);
      if (missing.length > 0) {
        written.set(index, writtenVariable(index, variantsOf(entity, index), missing));
        continue;
      }
    }
    clauses.push(...own);
  }
  const variables = [...variablesOf(entity, clauses, sparse), ...written.values()];

  const variantIn = (index: string, assignment: Assignment): KeyVariantDecl | undefined => {
    const all = alternatives.get(index) ?? [];
    if (written.has(index)) {
      const state = assignment.get(writtenKey(index));
      return state?.kind === 'text' ? all[Number(state.text)]?.variant : undefined;
    }
    for (const { variant, clauses } of all) if (allHold(clauses, assignment)) return variant;
    return undefined;
  };
  const liesAs = (layout: Layout, assignment: Assignment): boolean =>
    (layout.variant === undefined || variantIn(layout.target.name, assignment) === layout.variant) &&
    layout.sparse.every((name) => assignment.get(name)?.kind !== 'absent');
  return { variables, worlds: worldsOf(variables), variantIn, liesAs };
}

/** The share of the entity's items that lie in the layout's target as the layout says. */
export function layoutShare(entity: Entity, layout: Layout): Quantity {
  if (layout.variant === undefined && layout.sparse.length === 0) return exact(1);
  const { variables, worlds, liesAs } = membershipsOf(entity, [layout.target.name], layout.sparse);
  const missing = variables.flatMap((variable) => variable.missing);
  const inside = worlds?.filter((world) => liesAs(layout, world.assignment));
  if (inside === undefined) return unknown([missingWays(entity)], 0, 1);
  let share = 0;
  for (const world of inside) {
    if (world.share === undefined) return unknown(missing, 0, 1);
    share += world.share;
  }
  return exact(share);
}
