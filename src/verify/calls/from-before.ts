// What an item gives to the step that follows it: the parameters that the step names, or the references that its key needs.
// Deliberately gives an attribute of its own name before one that only references the same.

import type { Parameter } from '../../core/analysis/requests/concrete.ts';
import { attributesFor } from '../../core/analysis/routes/bind.ts';
import { clausesOf } from '../../core/analysis/routes/clauses.ts';
import type { Entity, ResolvedAction } from '../../core/model/design.ts';
import type { Stored, World } from '../world.ts';
import type { Given } from './call.ts';
import { parameterOf } from './choose.ts';

/** @param needed the parameters of the step's request */
export function givenFrom(
  world: World,
  before: Stored,
  { action, entities }: ResolvedAction,
  needed: readonly string[],
): Given {
  const owner = world.design.entities.get(before.entity);
  const given = new Map<string, Parameter>();
  if (owner === undefined) return given;
  const written = new Set(clausesOf(action.where).map((clause) => clause.attribute));
  for (const name of needed) {
    const own = written.has(name) && !owner.attributes.has(name) ? undefined : nameIn(owner, name, entities);
    const parameter = own === undefined ? undefined : parameterOf(world, before, own);
    if (parameter) given.set(name, parameter);
  }
  return given;
}

/** The attribute of the item before that stands for the parameter. */
function nameIn(owner: Entity, name: string, wanted: readonly Entity[]): string | undefined {
  if (owner.attributes.has(name)) return name;
  const [attribute] = attributesFor(name, owner, [owner, ...wanted]);
  return attribute?.name;
}
