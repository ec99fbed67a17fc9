// What all checks of one run share: the items, the tables that hold them, and what is spent.
// Deliberately without state but the tally; items are put back after every write.
import { changeUnits } from '../core/analysis/capacity/concrete-units.ts';
import type { Target } from '../core/model/design.ts';
import type { Estimates } from './checks/estimate.ts';
import type { Profile } from './engines/capabilities.ts';
import { type Deployment, load } from './table/deployment.ts';
import type { World } from './world.ts';

/** Units that the run has used, by what the items are: what it would cost on AWS. */
export interface Tally {
  read: number;
  write: number;
}

export interface Context {
  readonly world: World;
  readonly profile: Profile;
  readonly main: Deployment;
  /** Undefined where every index is real. */
  readonly shadow: Deployment | undefined;
  readonly tally: Tally;
  readonly estimates: Estimates;
}

/** The table that shows the target: the shadow for an index that is real on no engine at hand. */
export function deploymentFor({ main, shadow }: Context, target: Target): Deployment {
  return shadow?.definition.indexes.includes(target) ? shadow : main;
}

export const deploymentsOf = ({ main, shadow }: Context): readonly Deployment[] =>
  shadow ? [main, shadow] : [main];

export const isShadow = (context: Context, target: Target): boolean =>
  deploymentFor(context, target).definition.shadows.has(target);

/** Writes all items, whatever was there. */
export async function loadAll(context: Context): Promise<void> {
  const { world, tally } = context;
  const items = world.items.map(({ item }) => item);
  for (const deployment of deploymentsOf(context)) await load(deployment, items);
  for (const after of items) {
    const units = changeUnits(world.design, { before: undefined, after }, false);
    for (const number of units.values()) tally.write += number;
  }
}
