// Claims about reads: which other entities lie in the range, whether a wanted one never does, and whether wrong items do.
// Deliberately asks only where literals leave it open; what they rule out needs no search.
import type { ActionUse } from '../../model/actions.ts';
import type { Attribute, Design, Entity, Layout } from '../../model/design.ts';
import { bind } from '../routes/bind.ts';
import { clausesOf } from '../routes/clauses.ts';
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
        ...(clause.operator === 'between' ? [`${clause.attribute}From`, `${clause.attribute}To`] : []),
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

function overReadsOf(reader: Reader, design: Design): readonly EntityInRange[] {
  const { route } = reader;
  if (route.operation !== 'Query') return [];
  return route.alsoReads.flatMap((name) => {
    const entity = design.entities.get(name);
    if (entity === undefined) return [];
    return layoutsIn(entity, route).map((layout) => ({
      entity,
      layout,
      verdict: inRange(reader, entity, layout),
    }));
  });
}

const returnsOf = (reader: Reader): readonly EntityInRange[] =>
  reader.use.entities.flatMap((entity) =>
    layoutsIn(entity, reader.route).map((layout) => ({
      entity,
      layout,
      verdict: inRange(reader, entity, layout),
    })),
  );

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
  const { route, typing, domains, budget } = reader;
  const given = parametersOf(route.partition);
  const condition = route.sort.at(-1);
  if (condition === undefined || [...parametersOf(route.sort)].some((name) => !given.has(name))) return [];
  return reader.use.entities.flatMap((entity) =>
    layoutsIn(entity, route).flatMap((layout) => {
      const ways = outside({ scene: createScene(domains), item: 0, layout, typing }, condition).length;
      for (let way = 0; way < ways; way++) {
        const scene = createScene(domains);
        const place = { scene, item: scene.addItem(entity, layout), layout, typing };
        addInCollection(place, route);
        scene.add(...(outside(place, condition)[way] ?? []));
        const verdict = decide(scene.build(), budget);
        if (verdict.kind !== 'proved') return [{ entity, layout, verdict }];
      }
      return [];
    }),
  );
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
  const { use, route, domains, budget, typing } = reader;
  if (use.action.key !== undefined || route.operation !== 'Query') return [];
  const isPlain = [...route.partition, ...route.sort].every(endsWithValue);
  const clauses = clausesOf(use.action.where);
  return use.entities.flatMap((entity) =>
    route.layouts
      .filter((layout) => layout.entity === entity.name)
      .filter((layout) => !(isPlain && tellsValuesApart(entity, layout, domains, 'all')))
      .flatMap((layout) => {
        for (const { attribute, clause } of bind(clauses, entity, use.entities).givens) {
          const [operand] = clause.operands;
          if (clause.operator !== '=' || clause.functions.length > 0 || operand?.kind !== 'parameter')
            continue;
          if (clause.operands.length > 1) continue;
          for (const isLess of [true, false]) {
            const scene = createScene(domains);
            const item = scene.addItem(entity, layout);
            addInRange({ scene, item, layout, typing }, route);
            const own = [scene.variable(item, attribute)];
            const asked = scene.ofCaller(bare(operand.name), typing);
            scene.add({ relation: '<', left: isLess ? own : asked, right: isLess ? asked : own });
            const verdict = decide(scene.build(), budget);
            if (verdict.kind !== 'proved') return [{ entity, layout, verdict }];
          }
        }
        return [];
      }),
  );
}

const nowhere = { start: 0, end: 0 };
const bare = (name: string) => ({
  parts: [{ kind: 'placeholder' as const, name, nameSpan: nowhere, functions: [], span: nowhere }],
  span: nowhere,
});

/** The claims of one read that is served; each asked only once, when it is read. */
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
