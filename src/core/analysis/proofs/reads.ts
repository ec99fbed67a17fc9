// The claims of one read: what else lies in its range, what it returns, misses, returns wrongly, and in which order.
// Deliberately asks only where literals leave it open; what they rule out needs no search.
import type { ActionUse } from '../../model/actions.ts';
import type { Attribute, Design, Entity, Layout } from '../../model/design.ts';
import type { Route, RouteResult } from '../routes/route.ts';
import { acceptsWord } from './automata/automaton.ts';
import { decide } from './decide.ts';
import type { Domains } from './domains/domains.ts';
import type { Budget } from './equations/assign.ts';
import { missesOfRange, missesOfWritten } from './misses.ts';
import { type OrderClaim, ordersOf } from './orders.ts';
import { type Outgrown, outgrownBy } from './outgrown.ts';
import { type Queue, queuesOf } from './queues.ts';
import { addInRange } from './ranges.ts';
import { type EntityClaim, layoutsIn, orderedBy, overTypings, type Reader, readerOf } from './reader.ts';
import { createScene } from './scene.ts';
import type { Verdict } from './verdict.ts';
import { type WrongItems, wrongItemsOf } from './wrong-items.ts';

export interface ReadClaims {
  readonly use: ActionUse;
  readonly route: Route;
  /** Of every other entity that literals leave possible: proved means that no item of it lies in the range. */
  readonly overReads: readonly EntityClaim[];
  /** Of every wanted entity of a condition that is written out: proved means that it never comes back. */
  readonly returns: readonly EntityClaim[];
  /** Of every wanted entity: items that are asked for and lie outside of the range; proved means that there are none. */
  readonly misses: readonly EntityClaim[];
  /** Of every wanted entity: items in the range that are not what `where` asks for; proved means that there are none. */
  readonly wrongItems: readonly WrongItems[];
  /** Where the pattern names what it is ordered by. */
  readonly orders: readonly OrderClaim[];
  /** What the items of a wanted entity are ordered by for the caller. */
  readonly orderedBy: (entity: Entity) => ReadonlySet<Attribute>;
  /** What the claims about order and ranges take for granted. */
  readonly outgrown: readonly Outgrown[];
  /** Where the pattern has a limit: who is read before whom. */
  readonly queues: readonly Queue[];
}

/** Whether an item of the layout can lie in what is read. */
const inRange = (reader: Reader, entity: Entity, layout: Layout): Verdict =>
  overTypings(reader, (typing) => {
    const scene = createScene(reader.domains);
    addInRange({ scene, item: scene.addItem(entity, layout), layout, typing }, reader.route);
    return decide(scene.build(), reader.budget);
  });

const ofEntity = (reader: Reader, entity: Entity): readonly EntityClaim[] =>
  layoutsIn(entity, reader.route).map((layout) => ({
    entity,
    layout,
    verdict: inRange(reader, entity, layout),
  }));

function overReadsOf(reader: Reader, design: Design): readonly EntityClaim[] {
  const { route, use } = reader;
  if (route.operation !== 'Query') return [];
  // Literals rule others out on the ground that no value is empty.
  const names = mayGiveNothing(reader)
    ? [...design.entities.keys()].filter((name) => !use.entities.some((entity) => entity.name === name))
    : route.alsoReads;
  return names.flatMap((name) => {
    const entity = design.entities.get(name);
    return entity ? ofEntity(reader, entity) : [];
  });
}

/** True where the empty text is among the values that a clause may be given. */
const mayGiveNothing = (reader: Reader): boolean =>
  reader.use.entities.some((entity) =>
    reader
      .givens(entity)
      .some(({ attribute }) =>
        reader.domains.of(attribute, []).languages.all.every((each) => acceptsWord(each, '')),
      ),
  );

/** What all claims of a design share. */
export interface Grounds {
  readonly design: Design;
  readonly domains: Domains;
  /** The entity as claims about order see it. */
  readonly withinPadding: (entity: Entity) => Entity;
}

/** The claims of one read that is served; undefined of any other. */
export function claimsOf(
  { design, domains, withinPadding }: Grounds,
  use: ActionUse,
  result: RouteResult,
  budget: Budget,
): ReadClaims | undefined {
  if (result.kind !== 'served') return undefined;
  const { route } = result;
  const common = { route, domains, budget };
  const reader = readerOf(use, common);
  const ordered = readerOf({ ...use, entities: use.entities.map(withinPadding) }, common);
  const isWritten = use.action.key !== undefined;
  const overReads = overReadsOf(reader, design);
  return {
    use,
    route,
    overReads,
    returns: isWritten ? use.entities.flatMap((entity) => ofEntity(reader, entity)) : [],
    misses: isWritten ? missesOfWritten(reader) : missesOfRange(ordered),
    wrongItems: wrongItemsOf(ordered),
    orders: ordersOf(ordered),
    orderedBy: (entity) => orderedBy(reader, entity),
    outgrown: outgrownBy(reader),
    queues: queuesOf(reader, overReads),
  };
}
