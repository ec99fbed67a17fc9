// The order in which a route returns items: whether it is by the attribute that the pattern names.
// Deliberately trusts formats and functions for their own order; whether keys are in it is for the proofs.
import type { Entity, Target } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import type { Binding } from './bind.ts';
import type { Fit } from './fit-layout.ts';
import { type OrderLoss, printedOrder } from './printed-order.ts';
import type { Obstacle } from './route.ts';

export type Direction =
  | { readonly kind: 'direction'; readonly forward: boolean }
  | { readonly kind: 'refused'; readonly obstacle: Obstacle };

/** Whether to read forward, so that items come as `order` says; each fit with its binding. */
export function directionOf(action: Action, fits: readonly { fit: Fit; binding: Binding }[]): Direction {
  const order = action.order;
  if (order === undefined) return { kind: 'direction', forward: true };
  if (order.attribute === undefined) return { kind: 'direction', forward: !order.descending };
  const attribute = order.attribute.value;
  let forward: boolean | undefined;
  for (const { fit, binding } of fits) {
    const { entity, open } = fit;
    const refused = (loss?: OrderLoss): Direction => ({
      kind: 'refused',
      obstacle: { kind: 'order-not-by', entity: entity.name, attribute, loss },
    });
    const isFixed = binding.givens.some(
      ({ attribute: { name }, clause }) =>
        name === attribute && clause.operator === '=' && clause.functions.length === 0,
    );
    if (isFixed) continue;
    if (open?.leading.name !== attribute) return refused();
    const printed = printedOrder(
      entity.attributes.get(attribute),
      open.leading.functions,
      open.part.key.type,
    );
    if (printed.kind === 'loses') return refused(printed.loss);
    const own = printed.kind === 'keeps' ? !order.descending : order.descending;
    if (forward !== undefined && forward !== own) return refused();
    forward = own;
  }
  return { kind: 'direction', forward: forward ?? !order.descending };
}

/**
 * The same for a condition that is written out, whose order nothing proves: turned round where a key holds the attribute so
 * that larger values come first.
 */
export function writtenDirection({ order }: Action, entities: readonly Entity[], target: Target): boolean {
  const isDescending = order?.descending ?? false;
  const name = order?.attribute?.value;
  const isTurned = entities.some(({ attributes, layouts }) =>
    layouts.some(
      (layout) =>
        layout.target === target &&
        layout.sort.some(({ key, template }) =>
          template.parts.some(
            (part) =>
              part.kind === 'placeholder' &&
              part.name === name &&
              printedOrder(attributes.get(name), part.functions, key.type).kind === 'reverses',
          ),
        ),
    ),
  );
  return isTurned === isDescending;
}
