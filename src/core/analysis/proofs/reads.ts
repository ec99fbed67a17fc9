// Claims about reads: which other entities lie in the range, whether a wanted one never does, and whether wrong items do.
// Deliberately asks only where literals leave it open; what they rule out needs no search.
import type { ActionUse } from '../../model/actions.ts';
import type { Attribute, Design, Entity, Layout } from '../../model/design.ts';
import type { Clause } from '../../syntax/clause.ts';
import { bind, type Given } from '../routes/bind.ts';
import { clausesOf } from '../routes/clauses.ts';
import { boundNames } from '../routes/known.ts';
import { parameter, rendering } from '../routes/rendering.ts';
import type { KeyCondition, Route, RouteResult } from '../routes/route.ts';
import { decide } from './decide.ts';
import type { Domains } from './domains/domains.ts';
import type { Budget } from './equations/assign.ts';
import { addInCollection, addInRange, outside } from './ranges.ts';
import { createScene, type Typing } from './scene.ts';
import { tellsValuesApart } from './separators.ts';
import type { Verdict } from './verdict.ts';

export interface EntityInRange {
  readonly entity: Entity;
  readonly layout: Layout;
  /** Proved: no item of it lies in the range. */
  readonly verdict: Verdict;
}

export interface ReadClaims {
  readonly use: ActionUse;
  readonly route: Route;
  /** Of every other entity that literals leave possible. */
  readonly overReads: readonly EntityInRange[];
  /** Of every wanted entity of a condition that is written out: proved means that it never comes back. */
  readonly returns: readonly EntityInRange[];
  /** Of those: proved means that every item of the collection comes back. */
  readonly misses: readonly EntityInRange[];
  /** Of every wanted entity: items that are not what `where` asks for. */
  readonly wrongItems: readonly EntityInRange[];
}

/** What types a parameter: the attribute that its clause names, or the one whose bound it is, else the one of its name. */
function typingOf({ action, entities }: ActionUse): Typing {
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

interface Reader {
  readonly use: ActionUse;
  readonly route: Route;
  readonly domains: Domains;
  readonly budget: Budget;
  readonly typing: Typing;
}

/** Whether an item of the layout can lie in what is read. */
function inRange({ route, domains, budget, typing }: Reader, entity: Entity, layout: Layout): Verdict {
  const scene = createScene(domains);
  addInRange({ scene, item: scene.addItem(entity, layout), layout, typing }, route);
  return decide(scene.build(), budget);
}

const layoutsIn = (entity: Entity, { target }: Route): readonly Layout[] =>
  entity.layouts.filter((layout) => layout.target === target);

/** Each layout in which items of the entity lie in the target that is read. */
const ofEntity = (reader: Reader, entity: Entity): readonly EntityInRange[] =>
  layoutsIn(entity, reader.route).map((layout) => ({
    entity,
    layout,
    verdict: inRange(reader, entity, layout),
  }));

function overReadsOf(reader: Reader, design: Design): readonly EntityInRange[] {
  const { route } = reader;
  if (route.operation !== 'Query') return [];
  return route.alsoReads.flatMap((name) => {
    const entity = design.entities.get(name);
    return entity ? ofEntity(reader, entity) : [];
  });
}

const returnsOf = (reader: Reader): readonly EntityInRange[] =>
  reader.use.entities.flatMap((entity) => ofEntity(reader, entity));

const parametersOf = (conditions: Route['sort']): ReadonlySet<string> =>
  new Set(
    conditions.flatMap(({ values }) =>
      values.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : [])),
      ),
    ),
  );

/** Items of the collection that the sort key condition leaves out, where nothing that the caller gives means it to. */
function missesOf(reader: Reader): readonly EntityInRange[] {
  const { route } = reader;
  const given = parametersOf(route.partition);
  const condition = route.sort.at(-1);
  if (condition === undefined || [...parametersOf(route.sort)].some((name) => !given.has(name))) return [];
  return reader.use.entities.flatMap((entity) =>
    layoutsIn(entity, route).flatMap((layout) => missedIn(reader, condition, entity, layout) ?? []),
  );
}

function missedIn(
  { route, typing, domains, budget }: Reader,
  condition: KeyCondition,
  entity: Entity,
  layout: Layout,
): EntityInRange | undefined {
  for (let way = 0; ; way++) {
    const scene = createScene(domains);
    const place = { scene, item: scene.addItem(entity, layout), layout, typing };
    addInCollection(place, route);
    const left = outside(place, condition)[way];
    if (left === undefined) return undefined;
    scene.add(...left);
    const verdict = decide(scene.build(), budget);
    if (verdict.kind !== 'proved') return { entity, layout, verdict };
  }
}

/**
 * True where a key that meets the condition plainly holds the values that the condition is made of: the values of the
 * layout's keys are told apart, and the condition ends where one of them does.
 */
const endsWithValue = ({ operator, values }: KeyCondition): boolean =>
  operator === '=' ||
  values.every(({ parts }) => parts.every((part) => part.kind === 'literal')) ||
  (operator === 'begins_with' && values.every(({ parts }) => parts.at(-1)?.kind === 'literal'));

/** Items whose attribute is not the one that `where` gives, and whose key lies in the range all the same. */
function wrongItemsOf(reader: Reader): readonly EntityInRange[] {
  const { use, route, domains } = reader;
  if (use.action.key !== undefined || route.operation !== 'Query') return [];
  const isPlain = [...route.partition, ...route.sort].every(endsWithValue);
  const clauses = clausesOf(use.action.where);
  return use.entities.flatMap((entity) => {
    const { givens } = bind(clauses, entity, use.entities);
    return route.layouts
      .filter((layout) => layout.entity === entity.name)
      .flatMap((layout) => {
        const settled = settledBy(layout, entity, domains, isPlain);
        const open = givens.filter(({ attribute }) => !settled(attribute));
        return wrongIn(reader, open, entity, layout) ?? [];
      });
  });
}

/** What the caller gives for the attribute by `=`; undefined where that is several values, a constant, or made by a function. */
function parameterOf({ operator, functions, operands: [operand, ...others] }: Clause): string | undefined {
  const isOne = operator === '=' && functions.length === 0 && others.length === 0;
  return isOne && operand?.kind === 'parameter' ? operand.name : undefined;
}

/** The attributes that the condition plainly fixes: all where it does so whole, else those that stand bare in the partition key. */
function settledBy(
  { partition, sort }: Layout,
  entity: Entity,
  domains: Domains,
  isPlain: boolean,
): (attribute: Attribute) => boolean {
  if (!tellsValuesApart(partition, entity, domains, 'all')) return () => false;
  if (isPlain && tellsValuesApart(sort, entity, domains, 'all')) return () => true;
  return ({ name }) =>
    partition.some(({ template }) =>
      template.parts.some(
        (part) => part.kind === 'placeholder' && part.name === name && part.functions.length === 0,
      ),
    );
}

function wrongIn(
  { route, domains, budget, typing }: Reader,
  givens: readonly Given[],
  entity: Entity,
  layout: Layout,
): EntityInRange | undefined {
  for (const { attribute, clause } of givens) {
    const name = parameterOf(clause);
    if (name === undefined) continue;
    for (const isLess of [true, false]) {
      const scene = createScene(domains);
      const item = scene.addItem(entity, layout);
      addInRange({ scene, item, layout, typing }, route);
      const own = [scene.variable(item, attribute)];
      const asked = scene.ofCaller(rendering([parameter(name)]), typing);
      scene.add({ relation: '<', left: isLess ? own : asked, right: isLess ? asked : own });
      const verdict = decide(scene.build(), budget);
      if (verdict.kind !== 'proved') return { entity, layout, verdict };
    }
  }
  return undefined;
}

/** The claims of one read that is served; undefined of any other. */
export function claimsOf(
  design: Design,
  domains: Domains,
  use: ActionUse,
  result: RouteResult,
  budget: Budget,
): ReadClaims | undefined {
  if (result.kind !== 'served') return undefined;
  const { route } = result;
  const reader: Reader = { use, route, domains, budget, typing: typingOf(use) };
  const isWritten = use.action.key !== undefined;
  return {
    use,
    route,
    overReads: overReadsOf(reader, design),
    returns: isWritten ? returnsOf(reader) : [],
    misses: isWritten ? missesOf(reader) : [],
    wrongItems: wrongItemsOf(reader),
  };
}
