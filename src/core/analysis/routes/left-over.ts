// Why a clause of `where` is answered by no key condition of a layout.
// Deliberately after the fact: fit-layout.ts has walked the keys, and these clauses are left.

import type { Entity, KeyPart, Layout } from '../../model/design.ts';
import { placeholdersOfParts } from '../../model/layouts.ts';
import type { Clause } from '../../syntax/clause.ts';
import { printClause } from '../../syntax/print-clause.ts';
import type { Placeholder } from '../../syntax/template.ts';
import type { Given } from './bind.ts';
import { rangeOperator } from './known.ts';
import { printedOrder } from './printed-order.ts';
import type { RangeOperator } from './range.ts';
import type { Obstacle } from './route.ts';

/** Why each of the clauses is left, given all that the pattern gives of the entity. */
export const leftOver = (
  open: readonly Clause[],
  givens: readonly Given[],
  layout: Layout,
  entity: Entity,
): readonly Obstacle[] => open.map((clause) => whyLeft(clause, givens, layout, entity.name));

function whyLeft(clause: Clause, givens: readonly Given[], layout: Layout, entity: string): Obstacle {
  if (clause.operator === 'exists' || clause.operator === 'not-exists')
    return { kind: 'condition-not-held', entity, clause: printClause(clause) };
  const attribute = givens.find((given) => given.clause === clause)?.attribute.name ?? clause.attribute;
  const inSort = placeholdersOfParts(layout.sort);
  const at = inSort.findIndex((each) => each.name === attribute);
  if (at < 0) return notInSortKey(attribute, layout, entity);
  const ranges = givens.filter((given) => rangeOperator(given.clause) !== undefined);
  if (ranges.length > 1 && rangeOperator(clause))
    return { kind: 'second-range', attributes: ranges.map((given) => given.attribute.name) };
  const isGiven = ({ name }: Placeholder): boolean =>
    givens.some((given) => given.attribute.name === name && given.clause.operator === '=');
  const before = inSort.slice(0, at).find((each) => !isGiven(each));
  return { kind: 'sort-key-order', entity, attribute, before: before?.name ?? attribute };
}

function notInSortKey(attribute: string, layout: Layout, entity: string): Obstacle {
  for (const part of layout.partition) {
    const loser = placeholdersOfParts([part]).find((each) => each.name === attribute);
    const last = loser?.functions.at(-1);
    if (last)
      return { kind: 'partition-key-loses', entity, key: part.key.name, attribute, function: last.name };
  }
  return { kind: 'sort-key-lacks', entity, attribute };
}

/** What DynamoDB's operators cannot do with this attribute behind these functions; undefined where they can. */
export function rangeObstacle(
  entity: string,
  { attribute }: Given,
  operator: RangeOperator,
  { functions }: Placeholder,
  { key }: KeyPart,
): Obstacle | undefined {
  if (operator !== 'begins_with') {
    const order = printedOrder(attribute, functions, key.type);
    return order.kind === 'loses'
      ? { kind: 'sort-key-loses-order', entity, attribute: attribute.name, loss: order.loss }
      : undefined;
  }
  const keepsBeginning = functions.every((call) => call.name === 'upper' || call.name === 'lower');
  if (key.type !== 'number' && attribute.type !== 'number' && keepsBeginning) return undefined;
  const why =
    attribute.type === 'number'
      ? 'a number has no beginning'
      : `${functions.at(-1)?.name} changes the beginning`;
  return { kind: 'operator-impossible', entity, attribute: attribute.name, operator, why };
}
