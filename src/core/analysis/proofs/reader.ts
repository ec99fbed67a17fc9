// One read as its claims see it: the route, what types its parameters, and what the search may spend.
// Deliberately no claim of its own; one file for each kind makes them.
import type { ActionUse } from '../../model/actions.ts';
import type { Attribute, Entity, Layout } from '../../model/design.ts';
import { once } from '../../text/once.ts';
import { bind, type Given } from '../routes/bind.ts';
import { clausesOf } from '../routes/clauses.ts';
import { boundNames, rangeOperator } from '../routes/known.ts';
import type { Route } from '../routes/route.ts';
import type { Domains } from './domains/domains.ts';
import type { Budget } from './equations/assign.ts';
import type { Typing } from './scene.ts';
import { gravest, type Verdict } from './verdict.ts';

export interface Reader {
  readonly use: ActionUse;
  readonly route: Route;
  readonly domains: Domains;
  readonly budget: Budget;
  /** What may type the parameters: of entities that declare an attribute in different ways, each. */
  readonly typings: readonly Typing[];
  /** The clauses of `where` as they speak of a wanted entity. */
  readonly givens: (entity: Entity) => readonly Given[];
}

export function readerOf(
  use: ActionUse,
  { route, domains, budget }: Pick<Reader, 'route' | 'domains' | 'budget'>,
): Reader {
  const clauses = clausesOf(use.action.where);
  const givens = once((entity: Entity) => bind(clauses, entity, use.entities).givens);
  return { use, route, domains, budget, typings: typingsOf(use), givens };
}

/** What is claimed of the items of one entity, in one of its layouts. */
export interface EntityClaim {
  readonly entity: Entity;
  readonly layout: Layout;
  readonly verdict: Verdict;
}

/** Where a parameter gets its type: the attribute that its clause names, or whose bound it is, else the one of its name. */
function typingBy({ action }: ActionUse, entities: readonly Entity[]): Typing {
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

const originsOf = (attribute: Attribute | undefined): string => [...(attribute?.origins ?? [])].sort().join();

/** One for each entity, the first in front; entities whose attributes are the same by reference have one in common. */
function typingsOf(use: ActionUse): readonly Typing[] {
  const { action, entities } = use;
  const names = clausesOf(action.where).map(({ attribute }) => attribute);
  const byOrigins = new Map<string, Typing>();
  for (const entity of entities) {
    const others = entities.filter((each) => each !== entity);
    const key = names.map((name) => originsOf(entity.attributes.get(name))).join(' ');
    if (!byOrigins.has(key)) byOrigins.set(key, typingBy(use, [entity, ...others]));
  }
  return [...byOrigins.values()];
}

/** The gravest verdict over all ways in which the parameters may be typed. */
export const overTypings = ({ typings }: Reader, verdictWith: (typing: Typing) => Verdict): Verdict =>
  gravest(typings.map(verdictWith));

/** Each layout in which items of the entity lie in the target that is read. */
export const layoutsIn = (entity: Entity, { target }: Route): readonly Layout[] =>
  entity.layouts.filter((layout) => layout.target === target);

/** What orders the items for the caller: the attribute that `order` names, and those of which a range is asked. */
export function orderedBy({ use, givens }: Reader, entity: Entity): ReadonlySet<Attribute> {
  const named = use.action.order?.attribute && entity.attributes.get(use.action.order.attribute.value);
  const ranged = givens(entity).filter(({ clause }) => {
    const operator = rangeOperator(clause);
    return operator !== undefined && operator !== 'begins_with';
  });
  return new Set([...(named ? [named] : []), ...ranged.map(({ attribute }) => attribute)]);
}

/** Each wanted entity with each of the layouts by which the route reads it. */
export const wantedLayouts = ({ use, route }: Reader): readonly (readonly [Entity, Layout])[] =>
  use.entities.flatMap((entity) =>
    route.layouts
      .filter((layout) => layout.entity === entity.name)
      .map((layout) => [entity, layout] as const),
  );
