// One read as its claims see it: the route, what types its parameters, and what the search may spend.
// Deliberately no claim of its own; one file for each kind makes them.
import type { ActionUse } from '../../model/actions.ts';
import type { Attribute, Entity, Layout } from '../../model/design.ts';
import { bind, type Given } from '../routes/bind.ts';
import { clausesOf } from '../routes/clauses.ts';
import { boundNames } from '../routes/known.ts';
import type { Route } from '../routes/route.ts';
import type { Domains } from './domains/domains.ts';
import type { Budget } from './equations/assign.ts';
import type { Typing } from './scene.ts';
import type { Verdict } from './verdict.ts';

export interface Reader {
  readonly use: ActionUse;
  readonly route: Route;
  readonly domains: Domains;
  readonly budget: Budget;
  readonly typing: Typing;
}

/** What is claimed of the items of one entity, in one of its layouts. */
export interface EntityClaim {
  readonly entity: Entity;
  readonly layout: Layout;
  readonly verdict: Verdict;
}

/** What types a parameter: the attribute that its clause names, or the one whose bound it is, else the one of its name. */
export function typingOf({ action, entities }: ActionUse): Typing {
  const clauses = clausesOf(action.where);
  const find = (name: string): Attribute | undefined =>
    entities.map((entity) => entity.attributes.get(name)).find((attribute) => attribute !== undefined);
  const typed = new Map<string, Attribute>();
  for (const entity of entities)
    for (const { attribute, clause } of bind(clauses, entity, entities).givens)
      for (const name of [
        ...clause.operands.flatMap((operand) => (operand.kind === 'parameter' ? [operand.name] : [])),
        ...(clause.operator === 'between' ? boundNames(clause) : []),
      ])
        if (!typed.has(name)) typed.set(name, attribute);
  return (name) => typed.get(name) ?? find(name);
}

/** Each layout in which items of the entity lie in the target that is read. */
export const layoutsIn = (entity: Entity, { target }: Route): readonly Layout[] =>
  entity.layouts.filter((layout) => layout.target === target);

/** The clauses of `where` as they speak of the entity. */
export const givensOf = ({ use }: Reader, entity: Entity): readonly Given[] =>
  bind(clausesOf(use.action.where), entity, use.entities).givens;

/** Each wanted entity with each of the layouts by which the route reads it. */
export const wantedLayouts = ({ use, route }: Reader): readonly (readonly [Entity, Layout])[] =>
  use.entities.flatMap((entity) =>
    route.layouts
      .filter((layout) => layout.entity === entity.name)
      .map((layout) => [entity, layout] as const),
  );
