// What an update does to the entries of one index: enter, leave, move, change, or nothing; and the write units of that.
// Deliberately counts the dearer case where nothing tells what the item was before, with the cheapest as the least.

import { writing } from '../../facts/units.ts';
import type { Entity, Layout, Target } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import { type Memberships, membershipsOf } from '../counts/membership.ts';
import { type Assignment, clausesIn, holds, missingWays, type State, type World } from '../counts/worlds.ts';
import { expected } from './item-size.ts';
import { writeUnits } from './metering.ts';
import { type Missing, mixture, product, type Quantity, scale, sum, unknown, zero } from './quantity.ts';
import type { Sizes } from './sizes.ts';
import { statesAfter, type Touched, touchedBy, touchesKeys, touchesProjected } from './touched.ts';

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
}

const entryUnits = ({ sizes, entity }: Scene, layout: Layout): Quantity =>
  expected(sizes.entry(entity, layout), writeUnits);

const nothing: Cost = { units: zero, change: 'none' };

/** One entry, as it lies before and after. */
function costOf(scene: Scene, before: Layout | undefined, after: Layout | undefined): Cost {
  const { sizes, entity, target, touched } = scene;
  if (before === undefined && after === undefined) return nothing;
  if (before === undefined && after) return { units: entryUnits(scene, after), change: 'enters' };
  if (before && after === undefined) return { units: entryUnits(scene, before), change: 'leaves' };
  if (before === undefined || after === undefined) return nothing;
  if (before !== after)
    return { units: sum([entryUnits(scene, before), entryUnits(scene, after)]), change: 'moves' };
  if (touchesKeys(touched, after)) {
    return { units: scale(entryUnits(scene, after), writing.movedEntry.value), change: 'moves' };
  }
  return touchesProjected(sizes.design, touched, entity, target)
    ? { units: entryUnits(scene, after), change: 'changes' }
    : nothing;
}

const worth = ({ units }: Cost): number => units.mean ?? units.max ?? units.atLeast;

/** The dearest of several, with the cheapest as the least. */
function dearest(costs: readonly Cost[]): Cost {
  const worst = costs.reduce((best, cost) => (worth(cost) > worth(best) ? cost : best), costs[0] ?? nothing);
  const least = Math.min(worst.units.min, ...costs.map((cost) => cost.units.min));
  return { units: { ...worst.units, min: least }, change: worst.change };
}

/** Every way in which the touched variables can go from what they may be before to what they are after. */
function changesOf(scene: Scene, memberships: Memberships, befores: readonly World[]): readonly Cost[] {
  const layoutIn = (assignment: Assignment) =>
    scene.layouts.find((layout) => memberships.liesAs(layout, assignment));
  return befores.flatMap(({ assignment }) => {
    let afters: readonly (readonly [string, State])[][] = [[]];
    for (const variable of memberships.variables) {
      const before = assignment.get(variable.key) ?? { kind: 'other' };
      const next = statesAfter(variable, before, scene.touched);
      afters = afters.flatMap((after) => next.map((state) => [...after, [variable.key, state] as const]));
    }
    return afters.map((after) => costOf(scene, layoutIn(assignment), layoutIn(new Map(after))));
  });
}

/** Worlds that agree in all that the update does not touch, together. */
function byUntouched(
  worlds: readonly World[],
  touchedKeys: ReadonlySet<string>,
): readonly (readonly World[])[] {
  const groups = new Map<string, World[]>();
  for (const world of worlds) {
    const key = JSON.stringify([...world.assignment].filter(([name]) => !touchedKeys.has(name)));
    groups.set(key, [...(groups.get(key) ?? []), world]);
  }
  return [...groups.values()];
}

/** What `when` and `condition` say of the item before; without a world that fits, they say nothing. */
function possibleBefore(action: Action, worlds: readonly World[]): readonly World[] {
  const clauses = clausesIn([...action.when, ...action.condition]);
  const fitting = worlds.filter(({ assignment }) =>
    clauses.every((clause) => !assignment.has(clause.attribute) || holds(clause, assignment)),
  );
  return fitting.length > 0 ? fitting : worlds;
}

/** The share of items in the states that the update leaves alone; which touched state is met is not for the mean to say. */
function untouchedShare(
  worlds: readonly World[],
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

/** The writes of one update to the entries that one index has of the entity. */
export function entryWrites(sizes: Sizes, entity: Entity, target: Target, action: Action): EntryWrites {
  const layouts = entity.layouts.filter((layout) => layout.target === target);
  const scene: Scene = { sizes, entity, target, layouts, touched: touchedBy(action) };
  const memberships = membershipsOf(
    entity,
    [target.name],
    [...new Set(layouts.flatMap((layout) => layout.sparse))],
  );
  const touchedKeys = new Set(
    memberships.variables.filter(({ attribute }) => isTouched(scene, attribute)).map(({ key }) => key),
  );
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
  const all = byUntouched(worlds, touchedKeys).map((group): Weighted => {
    const share = untouchedShare(group, memberships, touchedKeys);
    return { share, cost: dearest(changesOf(scene, memberships, group)) };
  });
  return weighted(all, missing);
}

/** Keys by written shares depend on clauses that an update may touch without saying so; none is then untouched. */
const isTouched = ({ touched, entity, target }: Scene, attribute: string): boolean => {
  if (attribute !== '') return touched.names.has(attribute);
  const variants = entity.decl.conditionalKeys.find((keys) => keys.name === target.name)?.variants ?? [];
  return variants.some((variant) =>
    clausesIn(variant.when).some((clause) => touched.names.has(clause.attribute)),
  );
};
