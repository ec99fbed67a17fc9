// Items that expire in a global table: free in the Region that deletes them, a replicated write in every other.
// Deliberately once the first items have lived their time: from then on as many expire as are put.
import type { Entity, ResolvedAction } from '../../model/design.ts';
import type { Analysis } from '../analysis.ts';
import { expected } from '../capacity/item-size.ts';
import { writeUnits } from '../capacity/metering.ts';
import { overwriteShare } from '../capacity/put-entries.ts';
import type { Quantity } from '../capacity/quantity.ts';
import { given, multiplied, type Step } from '../capacity/step.ts';
import { type Charge, charge } from './charge.ts';
import { callsPerSecond } from './flows.ts';
import { millionSeconds, type Pricing } from './pricing.ts';
import { writePrice } from './requests.ts';

/** The share of the entity's items that expire; undefined where none does. */
function expiringShare({ design, sizes }: Analysis, entity: Entity): Quantity | undefined {
  const name = design.model.table?.timeToLive?.value;
  const row = sizes.item(entity).rows.find((each) => each.name === name);
  return row?.present;
}

const share = (label: string, value: Quantity | number): readonly Step[] =>
  value === 1 || (typeof value !== 'number' && value.min === 1) ? [] : [given(label, value, 'share')];

function putsOf(analysis: Analysis, { action, entities: [entity] }: ResolvedAction) {
  if (action.kind !== 'put' || entity === undefined) return undefined;
  const expiring = expiringShare(analysis, entity);
  if (expiring === undefined) return undefined;
  const parts = [
    ...share('of them new items', 1 - overwriteShare(action)),
    ...share('share of calls that succeed', 1 - (action.fails ?? 0)),
    ...share('of them items that expire', expiring),
  ];
  return { entity, parts };
}

/** In provisioned mode they are taken from the capacity that is paid for. */
export function expiryCharges(analysis: Analysis, pricing: Pricing): readonly Charge[] {
  const { design, units, sizes } = analysis;
  const others = pricing.regions.filter((region) => region !== pricing.home);
  if (others.length === 0 || design.model.table?.capacity?.mode === 'provisioned') return [];
  return design.patterns.flatMap((pattern) =>
    units.get(pattern).parts.flatMap(({ resolved, perCall }): readonly Charge[] => {
      const puts = putsOf(analysis, resolved);
      if (puts === undefined) return [];
      const { entity, parts } = puts;
      const expired = multiplied(
        `${entity.name} items that expire`,
        'WCU/s',
        [
          given('a delete', expected(sizes.item(entity), writeUnits), 'WCU'),
          given('put in a call', perCall.items, 'items'),
          given('calls', callsPerSecond(pattern, 'rate'), 'calls/s'),
          ...parts,
        ],
        { note: 'as many as are put, once they have lived their time', provenance: 'assumed' },
      );
      return others.map((region) =>
        charge(
          'replicas',
          region,
          multiplied(`deletes of what expires in ${region}`, 'USD/month', [
            expired,
            millionSeconds,
            writePrice(pricing, true, region),
          ]),
          { pattern },
        ),
      );
    }),
  );
}
