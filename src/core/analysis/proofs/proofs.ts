// The proofs of one design: what can be said of its keys and reads over all possible data, each kind made when first asked.
// Deliberately spends a fixed number of steps on each kind, in the order of the model, so that the same text has the same verdicts.
import { type ActionUse, allActions } from '../../model/actions.ts';
import type { Design } from '../../model/design.ts';
import { withOpenKeys } from '../../model/key-names.ts';
import type { Action } from '../../model/model.ts';
import { lazy } from '../../text/lazy.ts';
import { once } from '../../text/once.ts';
import type { RouteResult } from '../routes/route.ts';
import { createDomains } from './domains/domains.ts';
import type { Budget } from './equations/assign.ts';
import {
  type Ambiguity,
  ambiguitiesOf,
  type Collision,
  collisionsOf,
  type LostIdentity,
  lostIdentitiesOf,
} from './keys.ts';
import { claimsOf, type ReadClaims } from './reads.ts';
import { withinPadding } from './stand-ins.ts';

export interface Proofs {
  readonly collisions: readonly Collision[];
  readonly ambiguities: readonly Ambiguity[];
  readonly lostIdentities: readonly LostIdentity[];
  readonly reads: readonly ReadClaims[];
}

/** Steps for all claims of one kind together; what is left over when they are spent is undecided. */
const stepsOfKind = 200_000;
const budget = (): Budget => ({ left: stepsOfKind });

/** Without the entities of which it is open what their keys are meant to be: a claim about them would be about a slip. */
function settled(design: Design): Design {
  const open = withOpenKeys(design);
  if (open.size === 0) return design;
  const entities = new Map([...design.entities].filter(([name]) => !open.has(name)));
  return { ...design, entities };
}

export function createProofs(written: Design, routes: ReadonlyMap<Action, RouteResult>): Proofs {
  const design = settled(written);
  const domains = lazy(createDomains);
  const collisions = lazy(() => collisionsOf(design, domains(), budget()));
  const ambiguities = lazy(() => ambiguitiesOf(design, domains(), budget()));
  const lostIdentities = lazy(() => lostIdentitiesOf(design));
  const reads = lazy(() => {
    const steps = budget();
    const grounds = { design, domains: domains(), withinPadding: once(withinPadding) };
    const claims = (use: ActionUse): readonly ReadClaims[] => {
      const result = routes.get(use.action);
      const made = result && claimsOf(grounds, use, result, steps);
      return made ? [made] : [];
    };
    return [...allActions(design)].flatMap(claims);
  });
  return {
    get collisions() {
      return collisions();
    },
    get ambiguities() {
      return ambiguities();
    },
    get lostIdentities() {
      return lostIdentities();
    },
    get reads() {
      return reads();
    },
  };
}
