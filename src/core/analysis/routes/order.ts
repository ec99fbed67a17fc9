// The order in which a route returns items: whether it is by the attribute that the pattern names.
// Deliberately trusts formats and functions for their own order; exact order proofs come with the proofs.
import type { Action } from '../../model/model.ts';
import type { Placeholder } from '../../syntax/template.ts';
import type { Binding } from './bind.ts';
import type { Fit } from './fit-layout.ts';
import { orderOf } from './functions.ts';
import { knownOf } from './known.ts';
import type { Obstacle } from './route.ts';

export type Direction =
  | { readonly kind: 'direction'; readonly forward: boolean }
  | { readonly kind: 'refused'; readonly obstacle: Obstacle };

/** The first placeholder of the sort key that the pattern does not fix. */
function leadingPlaceholder(
  fit: Fit,
  binding: Binding,
): { placeholder: Placeholder; isNumberKey: boolean } | undefined {
  for (const part of fit.layout.sort) {
    for (const each of part.template.parts) {
      if (each.kind === 'literal') continue;
      if (knownOf(each, fit.entity, binding.givens, false).kind === 'value') continue;
      return { placeholder: each, isNumberKey: part.key.type === 'number' };
    }
  }
  return undefined;
}

/** Whether to read forward, so that items come as `order` says; each fit with its binding. */
export function directionOf(action: Action, fits: readonly { fit: Fit; binding: Binding }[]): Direction {
  const order = action.order;
  if (order === undefined) return { kind: 'direction', forward: true };
  if (order.attribute === undefined) return { kind: 'direction', forward: !order.descending };
  const name = order.attribute.value;
  let forward: boolean | undefined;
  for (const { fit, binding } of fits) {
    const refused: Direction = {
      kind: 'refused',
      obstacle: { kind: 'order-not-by', entity: fit.entity.name, attribute: name },
    };
    if (binding.givens.some((given) => given.attribute.name === name && given.clause.operator === '='))
      continue;
    const leading = leadingPlaceholder(fit, binding);
    if (leading === undefined || leading.placeholder.name !== name) return refused;
    const attribute = fit.entity.attributes.get(name);
    const { functions } = leading.placeholder;
    const effect = orderOf(functions);
    const unpadded = attribute?.type === 'number' && functions.length === 0 && !leading.isNumberKey;
    if (effect === 'loses' || unpadded) return refused;
    const own = effect === 'keeps' ? !order.descending : order.descending;
    if (forward !== undefined && forward !== own) return refused;
    forward = own;
  }
  return { kind: 'direction', forward: forward ?? !order.descending };
}
