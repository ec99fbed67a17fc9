// The items of every entity some time on: those of now, with what patterns put and delete at their mean rates.
// Deliberately without what expires: how long items live is not for a model to say.
import type { Entity } from '../../model/design.ts';
import { secondsPerMonth } from '../../syntax/quantity.ts';
import { once } from '../../text/once.ts';
import type { Analysis } from '../analysis.ts';
import { overwriteShare } from '../capacity/put-entries.ts';
import { type Missing, product, type Quantity, scale, sum, unknown } from '../capacity/quantity.ts';
import { callsPerSecond } from './flows.ts';

export const secondsPerYear = 12 * secondsPerMonth;

/** Items of each entity that a second adds, less those that it takes away. */
function netPuts({ design, units }: Analysis): ReadonlyMap<Entity, readonly Quantity[]> {
  const found = new Map<Entity, Quantity[]>();
  for (const pattern of design.patterns) {
    for (const { resolved, perCall } of units.get(pattern).parts) {
      const [entity] = resolved.entities;
      const { action } = resolved;
      const sign = action.kind === 'put' ? 1 - overwriteShare(action) : action.kind === 'delete' ? -1 : 0;
      if (entity === undefined || sign === 0) continue;
      const succeeding = sign * (1 - (action.fails ?? 0));
      const perSecond = product([perCall.items, callsPerSecond(pattern, 'rate')]);
      const own = sign < 0 ? negative(scale(perSecond, -succeeding)) : scale(perSecond, succeeding);
      const known = found.get(entity);
      if (known) known.push(own);
      else found.set(entity, [own]);
    }
  }
  return found;
}

/** What is taken away: the most of it is the least that is left. */
const negative = ({ min, mean, max, missing }: Quantity): Quantity => ({
  min: max === undefined ? Number.NEGATIVE_INFINITY : -max,
  mean: mean === undefined ? undefined : -mean,
  max: -min,
  atLeast: mean === undefined ? (max === undefined ? Number.NEGATIVE_INFINITY : -max) : -mean,
  missing,
});

function missingLifetime(entity: Entity, attribute: string): Missing {
  return {
    what: `how long ${entity.name} items live until ${attribute} deletes them`,
    write: undefined,
    span: entity.decl.nameSpan,
  };
}

/** The items of an entity after so many seconds: no fewer than none. Those that expire leave open how many remain. */
function itemsAfter(analysis: Analysis, entity: Entity, net: readonly Quantity[], seconds: number): Quantity {
  const now = analysis.sizes.counts.items(entity);
  const grown = sum([now, ...net.map((each) => scale(each, seconds))]);
  const left = (value: number): number => Math.max(0, value);
  const later: Quantity = {
    min: left(grown.min),
    mean: grown.mean === undefined ? undefined : left(grown.mean),
    max: grown.max === undefined ? undefined : left(grown.max),
    atLeast: left(grown.atLeast),
    missing: grown.missing,
  };
  const expires = analysis.design.model.table?.timeToLive?.value;
  const isExpiring = expires !== undefined && entity.attributes.has(expires) && net.length > 0;
  return isExpiring ? unknown([missingLifetime(entity, expires)], 0, later.max) : later;
}

/** By entity, each computed once; after a year unless said otherwise. */
export function itemsLater(analysis: Analysis, seconds = secondsPerYear): (entity: Entity) => Quantity {
  const net = netPuts(analysis);
  return once((entity: Entity) => itemsAfter(analysis, entity, net.get(entity) ?? [], seconds));
}
