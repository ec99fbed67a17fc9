// What an update does to the entries of one index: enter, leave, move, change, or nothing; and the write units of that.
// Deliberately counts the dearer case where nothing tells what the item was before, with the cheapest as the least.

import { writing } from '../../facts/units.ts';
import type { Entity, Layout, Target } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import {
  areSparseAlike,
  type KeyedWorld,
  liesAs,
  type Memberships,
  membershipsOf,
} from '../counts/membership.ts';
import {
  type Assignment,
  clausesIn,
  conditionsIn,
  holds,
  missingWays,
  type Variable,
} from '../counts/worlds.ts';
import { isProjected } from './item-rows.ts';
import { expected } from './item-size.ts';
import { writeUnits } from './metering.ts';
import { type Missing, mixture, product, type Quantity, scale, sum, unknown, zero } from './quantity.ts';
import type { Sizes } from './sizes.ts';
import { changedBy, statesAfter, type Touched, touchedBy } from './touched.ts';

/** What becomes of an entry, for the working. */
export type EntryChange = 'none' | 'enters' | 'leaves' | 'moves' | 'changes';

export interface EntryWrites {
  readonly units: Quantity;
  /** The change that costs most. */
  readonly change: EntryChange;
}

interface Cost {
  readonly units: Quantity;
  readonly change: EntryChange;
}

interface Scene {
  readonly sizes: Sizes;
  readonly entity: Entity;
  readonly target: Target;
  readonly layouts: readonly Layout[];
  readonly touched: Touched;
  /** True if something changes that the target keeps beside the entry's own keys. */
  readonly changesKept: boolean;
}

const entryUnits = ({ sizes, entity }: Scene, layout: Layout): Quantity =>
  expected(sizes.entry(entity, layout), writeUnits);

const touchesKeys = ({ sizes, touched }: Scene, layout: Layout): boolean =>
  sizes.keyAttributes(layout).some((name) => touched.names.has(name));

const nothing: Cost = { units: zero, change: 'none' };

/** One entry, as it lies before and after. */
function costOf(scene: Scene, before: Layout | undefined, after: Layout | undefined): Cost {
  if (before === undefined && after === undefined) return nothing;
  if (before === undefined && after) return { units: entryUnits(scene, after), change: 'enters' };
  if (before && after === undefined) return { units: entryUnits(scene, before), change: 'leaves' };
  if (before === undefined || after === undefined) return nothing;
  if (before !== after)
    return { units: sum([entryUnits(scene, before), entryUnits(scene, after)]), change: 'moves' };
  if (touchesKeys(scene, after)) {
    return { units: scale(entryUnits(scene, after), writing.movedEntry.value), change: 'moves' };
  }
  return scene.changesKept ? { units: entryUnits(scene, after), change: 'changes' } : nothing;
}

const worth = ({ units }: Cost): number => units.mean ?? units.max ?? units.atLeast;

/** The dearest of several, with the cheapest as the least. */
function dearest(costs: readonly Cost[]): Cost {
  const worst = costs.reduce((best, cost) => (worth(cost) > worth(best) ? cost : best), costs[0] ?? nothing);
  const least = Math.min(worst.units.min, ...costs.map((cost) => cost.units.min));
  return { units: { ...worst.units, min: least }, change: worst.change };
}

/** Every way in which the touched variables can go from what they may be before to what they are after. */
function changesOf(scene: Scene, memberships: Memberships, befores: readonly KeyedWorld[]): readonly Cost[] {
  return befores.flatMap((world) => {
    const before = scene.layouts.find((layout) => liesAs(layout, world));
    let afters: readonly Assignment[] = [world.assignment];
    for (const variable of memberships.variables) {
      if (!scene.touched.names.has(variable.attribute)) continue;
      const states = statesAfter(variable, scene.touched);
      afters = afters.flatMap((after) => states.map((state) => new Map(after).set(variable.key, state)));
    }
    return afters.map((assignment) => {
      const carried = memberships.carriedIn(assignment);
      return costOf(
        scene,
        before,
        scene.layouts.find((layout) => liesAs(layout, carried)),
      );
    });
  });
}

/** Worlds that agree in all that the update does not touch, together. */
function byUntouched(
  worlds: readonly KeyedWorld[],
  { variables }: Memberships,
  touchedKeys: ReadonlySet<string>,
): readonly (readonly KeyedWorld[])[] {
  const untouched = variables.filter(({ key }) => !touchedKeys.has(key));
  const groups = new Map<string, KeyedWorld[]>();
  for (const world of worlds) {
    const stateOf = ({ key, states }: Variable): number =>
      states.findIndex(({ state }) => state === world.assignment.get(key));
    const key = untouched.map(stateOf).join();
    const known = groups.get(key);
    if (known) known.push(world);
    else groups.set(key, [world]);
  }
  return [...groups.values()];
}

/** What `when` and `condition` say of the item before; without a world that fits, they say nothing. */
function possibleBefore(action: Action, worlds: readonly KeyedWorld[]): readonly KeyedWorld[] {
  const conditions = conditionsIn([...action.when, ...action.condition]);
  const fitting = worlds.filter(({ assignment }) =>
    conditions.every((each) => !assignment.has(each.clause.attribute) || holds(each, assignment)),
  );
  return fitting.length > 0 ? fitting : worlds;
}

/** The share of items in the states that the update leaves alone; which touched state is met is not for the mean to say. */
function untouchedShare(
  worlds: readonly KeyedWorld[],
  { variables }: Memberships,
  touchedKeys: ReadonlySet<string>,
): number | undefined {
  let share = 1;
  for (const variable of variables) {
    if (touchedKeys.has(variable.key)) continue;
    const own = worlds[0]?.assignment.get(variable.key);
    const state = variable.states.find((each) => each.state === own);
    if (state?.share === undefined) return undefined;
    share *= state.share;
  }
  return share;
}

interface Weighted {
  readonly share: number | undefined;
  readonly cost: Cost;
}

function weighted(all: readonly Weighted[], missing: readonly Missing[]): EntryWrites {
  const { change } = dearest(all.map(({ cost }) => cost));
  const greatest = all.map(({ cost }) => cost.units.max);
  const min = Math.min(...all.map(({ cost }) => cost.units.min));
  const max = greatest.every((value) => value !== undefined) ? Math.max(...greatest) : undefined;
  const known = all.flatMap(({ share, cost }) =>
    share === undefined ? [] : [{ weight: share, of: cost.units }],
  );
  const units = known.length === all.length ? { ...mixture(known), min } : unknown(missing, min, max);
  return { units, change };
}

/** An update with what it touches, which is the same for all indexes. */
export interface Update {
  readonly action: Action;
  readonly touched: Touched;
  /** See `changedBy`. */
  readonly changed: readonly string[];
}

export function updateOf(entity: Entity, action: Action): Update {
  const touched = touchedBy(action);
  return { action, touched, changed: changedBy(touched, entity) };
}

/** The writes of one update to the entries that one index has of the entity. */
export function entryWrites(
  sizes: Sizes,
  entity: Entity,
  target: Target,
  { action, touched, changed }: Update,
): EntryWrites {
  const layouts = entity.layouts.filter((layout) => layout.target === target);
  const changesKept = changed.some((name) => isProjected(sizes.design, target, name));
  const scene: Scene = { sizes, entity, target, layouts, touched, changesKept };
  const memberships = membershipsInTarget(sizes, entity, target, layouts);
  const touchedKeys = new Set<string>();
  for (const { key, attribute } of memberships.variables)
    if (isTouched(scene, attribute)) touchedKeys.add(key);
  if (touchedKeys.size === 0) {
    const costs = layouts.map((layout) => {
      const cost = costOf(scene, layout, layout);
      return { ...cost, units: product([sizes.share(entity, layout), cost.units]) };
    });
    return { units: sum(costs.map((cost) => cost.units)), change: dearest(costs).change };
  }
  const missing = memberships.variables
    .filter(({ key }) => !touchedKeys.has(key))
    .flatMap((variable) => variable.missing);
  if (memberships.worlds === undefined) {
    const dearestMove = sum(
      layouts.map((layout) => scale(entryUnits(scene, layout), writing.movedEntry.value)),
    );
    return { units: unknown([missingWays(entity)], 0, dearestMove.max), change: 'moves' };
  }
  const worlds = possibleBefore(action, memberships.worlds);
  const all = byUntouched(worlds, memberships, touchedKeys).map((group): Weighted => {
    const share = untouchedShare(group, memberships, touchedKeys);
    return { share, cost: dearest(changesOf(scene, memberships, group)) };
  });
  return weighted(all, missing);
}

/** By the presence of all attributes on which any of the layouts depends. */
function membershipsInTarget(
  { counts }: Sizes,
  entity: Entity,
  target: Target,
  layouts: readonly Layout[],
): Memberships {
  const [first, ...others] = layouts;
  if (first && others.every((other) => areSparseAlike(first, other))) return counts.memberships(first);
  return membershipsOf(entity, [target.name], [...new Set(layouts.flatMap((layout) => layout.sparse))]);
}

/** Keys by written shares depend on clauses that an update may touch without saying so; none is then untouched. */
const isTouched = ({ touched, entity, target }: Scene, attribute: string): boolean => {
  if (attribute !== '') return touched.names.has(attribute);
  const variants = entity.decl.conditionalKeys.find((keys) => keys.name === target.name)?.variants ?? [];
  return variants.some((variant) =>
    clausesIn(variant.when).some((clause) => touched.names.has(clause.attribute)),
  );
};
