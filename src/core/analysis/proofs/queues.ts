// Claims about who comes first: of the entities that one call reads, which lie in front of all items of another.
// Deliberately only where a limit cuts the call off; without one all of them are read.
import type { Entity, Layout } from '../../model/design.ts';
import { toBytes } from '../../text/utf8.ts';
import { leadingText } from '../routes/rendering.ts';
import { decideAll } from './decide.ts';
import { notBefore } from './orders.ts';
import { addInRange } from './ranges.ts';
import { type EntityClaim, overTypings, type Reader, wantedLayouts } from './reader.ts';
import { createScene, type Typing } from './scene.ts';
import type { Verdict } from './verdict.ts';

type Placed = readonly [Entity, Layout];

/** A wanted entity, and all those whose items are read before any of its own. */
export interface Queue {
  readonly entity: Entity;
  readonly layout: Layout;
  readonly before: readonly Placed[];
}

/** Below 0 where the texts that the sort keys begin with put the first in front, above 0 for the second; 0 leaves it open. */
function orderOfTexts([, first]: Placed, [, second]: Placed): number {
  const [a, b] = [first, second].map(({ sort: [part] }) =>
    part?.key.type === 'string' ? toBytes(leadingText(part.template)) : '',
  ) as [string, string];
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Proved: in every call each item of the first comes before each of the second. */
function isAlwaysBefore(reader: Reader, first: Placed, second: Placed): boolean {
  const order = orderOfTexts(first, second);
  if (order !== 0) return order < 0 === reader.route.forward;
  return overTypings(reader, (typing) => beforeWith(reader, typing, first, second)).kind === 'proved';
}

function beforeWith(
  { route, domains, budget }: Reader,
  typing: Typing,
  first: Placed,
  second: Placed,
): Verdict {
  const scene = createScene(domains);
  const add = ([entity, layout]: Placed): number => {
    const item = scene.addItem(entity, layout);
    addInRange({ scene, item, layout, typing }, route);
    return item;
  };
  const [a, b] = [add(first), add(second)];
  const [low, high] = route.forward ? [first, second] : [second, first];
  const [lowItem, highItem] = route.forward ? [a, b] : [b, a];
  const ways = notBefore(scene, [lowItem, low[1].sort], [highItem, high[1].sort], true);
  return ways ? decideAll(scene, ways, budget) : { kind: 'undecided', steps: 0 };
}

/** One for each wanted entity; `overReads` are the claims about the others. */
export function queuesOf(reader: Reader, overReads: readonly EntityClaim[]): readonly Queue[] {
  const { use, route } = reader;
  if (use.action.limit === undefined || route.operation !== 'Query') return [];
  const wanted = wantedLayouts(reader);
  const others = overReads.flatMap(({ entity, layout, verdict }): readonly Placed[] =>
    verdict.kind === 'refuted' ? [[entity, layout]] : [],
  );
  const all = [...wanted, ...others];
  return wanted.map(([entity, layout]) => ({
    entity,
    layout,
    before: all.filter((other) => other[1] !== layout && isAlwaysBefore(reader, other, [entity, layout])),
  }));
}
