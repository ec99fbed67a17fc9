// One line of a bill: what it is for, whose it is, and the working of its figure.
// Deliberately atomic: totals by kind, pattern, index and entity are sums over the same charges.
import type { Entity, Pattern, Target } from '../../model/design.ts';
import { type Quantity, sum } from '../capacity/quantity.ts';
import type { Step } from '../capacity/step.ts';

export type ChargeKind =
  | 'reads'
  | 'writes'
  | 'index-writes'
  | 'vector-writes'
  | 'vector-searches'
  | 'storage'
  | 'streams'
  | 'point-in-time-recovery'
  | 'backups'
  /** All that comes from further Regions: their writes, their storage, and the traffic to them. */
  | 'replicas'
  | 'cache';

/** As they are shown, in the order in which they are shown. */
export const chargeKinds: Readonly<Record<ChargeKind, string>> = {
  reads: 'reads',
  writes: 'writes',
  'index-writes': 'writes in indexes',
  'vector-writes': 'writes in vector indexes',
  'vector-searches': 'vector searches',
  storage: 'storage',
  streams: 'streams',
  'point-in-time-recovery': 'point-in-time recovery',
  backups: 'backups',
  replicas: 'replicas',
  cache: 'DAX',
};

export interface Charge {
  readonly kind: ChargeKind;
  /** In USD a month. */
  readonly step: Step;
  readonly region: string;
  /** Undefined where it is not for one pattern, target or entity. */
  readonly pattern: Pattern | undefined;
  readonly target: Target | undefined;
  readonly entity: Entity | undefined;
}

export type Owner = Partial<Pick<Charge, 'pattern' | 'target' | 'entity'>>;

export const charge = (kind: ChargeKind, region: string, step: Step, owner: Owner = {}): Charge => ({
  kind,
  step,
  region,
  pattern: owner.pattern,
  target: owner.target,
  entity: owner.entity,
});

export const totalOf = (charges: readonly Charge[]): Quantity => sum(charges.map(({ step }) => step.value));

/** The charges by one of their sides, in the order in which they came; those without it are left out. */
export function chargesBy<Key>(
  charges: readonly Charge[],
  side: (charge: Charge) => Key | undefined,
): ReadonlyMap<Key, readonly Charge[]> {
  const groups = new Map<Key, Charge[]>();
  for (const each of charges) {
    const key = side(each);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
