// Claims about order: that a read returns items in the order of the attribute that its pattern names.
// Deliberately about pairs of items that one call returns; equal values may come in any order.
import { isTimeFormat } from '../../facts/dates.ts';
import type { Attribute, Entity, KeyPart, Layout } from '../../model/design.ts';
import type { Given } from '../routes/bind.ts';
import { sameCalls } from '../routes/functions.ts';
import { answers, questionOf } from './asked.ts';
import { decideAll } from './decide.ts';
import type { Constraint } from './equations/problem.ts';
import { examplesOf, hasValue } from './examples.ts';
import { keepOrderTogether, keepsOrder } from './kept-order.ts';
import { addInRange, type Place } from './ranges.ts';
import { overTypings, type Reader, wantedLayouts } from './reader.ts';
import { createScene, type SceneBuilder, type Typing } from './scene.ts';
import { type StandIn, standInFor } from './stand-ins.ts';
import type { Verdict } from './verdict.ts';

export interface OrderClaim {
  readonly attribute: string;
  /** Of the witness the item that should come first, then the one that does. */
  readonly entities: readonly [Entity, Entity];
  readonly layouts: readonly [Layout, Layout];
  /** Proved: whatever is returned comes in that order. */
  readonly verdict: Verdict;
}

interface Wanted {
  readonly entity: Entity;
  readonly layout: Layout;
  readonly attribute: Attribute;
  /** Undefined where no text in the keys is in the order of the attribute. */
  readonly standIn: StandIn | undefined;
}

/**
 * The ways in which the sort key of one item is not before that of the other; undefined where a number key leaves it open.
 * With `ties` equal keys are one of them.
 */
export function notBefore(
  scene: SceneBuilder,
  [a, partsOfA]: readonly [number, readonly KeyPart[]],
  [b, partsOfB]: readonly [number, readonly KeyPart[]],
  ties: boolean,
): readonly (readonly Constraint[])[] | undefined {
  const ways: (readonly Constraint[])[] = [];
  const equal: Constraint[] = [];
  for (const [i, part] of partsOfA.entries()) {
    const other = partsOfB[i];
    if (other === undefined || part.key.type !== 'string') return undefined;
    const [left, right] = [scene.ofItem(b, other.template), scene.ofItem(a, part.template)];
    const relation = ties && i === partsOfA.length - 1 ? '<=' : '<';
    ways.push([...equal, { relation, left, right }]);
    equal.push({ relation: '=', left, right });
  }
  return ways;
}

function placeIn(reader: Reader, typing: Typing, scene: SceneBuilder, { entity, layout }: Wanted): Place {
  const place = { scene, item: scene.addItem(entity, layout), layout, typing };
  addInRange(place, reader.route);
  for (const given of reader.givens(entity)) {
    const question = questionOf(given, layout);
    if (question) scene.add(...answers(place, question));
  }
  return place;
}

const openOrder: Verdict = { kind: 'undecided', steps: 0 };

/** Two items that one call returns, and the ways in which the second comes first. */
function pairOf(reader: Reader, typing: Typing, first: Wanted, second: Wanted, isAscending: boolean) {
  const scene = createScene(reader.domains);
  const [a, b] = [placeIn(reader, typing, scene, first), placeIn(reader, typing, scene, second)];
  const [earlier, later] = [
    [a.item, first.layout.sort],
    [b.item, second.layout.sort],
  ] as const;
  // In the table two items of one key are one item.
  const ties = reader.route.target.kind !== 'table';
  const ways = isAscending ? notBefore(scene, earlier, later, ties) : notBefore(scene, later, earlier, ties);
  return { scene, items: [a.item, b.item] as const, ways };
}

/** The claim that items of the first come before those of the second wherever their values say so. */
function byTexts(
  reader: Reader,
  typing: Typing,
  [first, second]: readonly [Wanted, Wanted],
  [own, other]: readonly [StandIn, StandIn],
  isAscending: boolean,
): Verdict {
  const { scene, items, ways } = pairOf(reader, typing, first, second, isAscending);
  const value = (item: number, { attribute, calls }: StandIn) => [scene.variable(item, attribute, calls)];
  const [left, right] = [value(items[0], own), value(items[1], other)];
  const isTurned = own.order === 'reverses';
  scene.add({ relation: '<', left: isTurned ? right : left, right: isTurned ? left : right });
  return ways ? decideAll(scene, ways, reader.budget) : openOrder;
}

/** The same where the texts are not in one order, such as those of a date and of seconds: refuted by an example, or left open. */
function byExamples(
  reader: Reader,
  typing: Typing,
  [first, second]: readonly [Wanted, Wanted],
  isAscending: boolean,
): Verdict {
  for (const smaller of examplesOf(first.attribute))
    for (const larger of examplesOf(second.attribute)) {
      if (smaller.rank >= larger.rank) continue;
      const { scene, items, ways } = pairOf(reader, typing, first, second, isAscending);
      const left = hasValue(scene, items[0], first.layout, first.attribute, smaller);
      const right = hasValue(scene, items[1], second.layout, second.attribute, larger);
      if (ways === undefined) return openOrder;
      if (left === undefined || right === undefined) continue;
      scene.add(...left, ...right);
      const verdict = decideAll(scene, ways, reader.budget);
      if (verdict.kind === 'refuted') return verdict;
    }
  return openOrder;
}

/** Texts that are compared as the values are: of one type, behind the same functions, times all written from the year on. */
function areAlike(a: StandIn, b: StandIn): boolean {
  const [one, other] = [a.attribute.format?.name, b.attribute.format?.name];
  const isOneForm = one === other || [one, other].every((name) => name !== undefined && isTimeFormat(name));
  return (
    a.order === b.order && a.attribute.type === b.attribute.type && sameCalls(a.calls, b.calls) && isOneForm
  );
}

function claimOf(reader: Reader, first: Wanted, second: Wanted, isAscending: boolean): Verdict {
  const [own, other] = [first.standIn, second.standIn];
  if (own === undefined || other === undefined || !areAlike(own, other))
    return overTypings(reader, (typing) => byExamples(reader, typing, [first, second], isAscending));
  const isPlain =
    first === second
      ? keepsOrder(first.layout, first.entity, own, reader.domains)
      : keepOrderTogether(
          [first.layout, first.entity, own],
          [second.layout, second.entity, other],
          reader.domains,
        );
  return isPlain
    ? { kind: 'proved' }
    : overTypings(reader, (typing) => byTexts(reader, typing, [first, second], [own, other], isAscending));
}

/** Of each pair of wanted layouts, both ways; none where the pattern names no attribute, or where numbers are keys. */
export function ordersOf(reader: Reader): readonly OrderClaim[] {
  const { use, route } = reader;
  const { order } = use.action;
  const name = order?.attribute?.value;
  if (order === undefined || name === undefined || route.operation !== 'Query') return [];
  const isAscending = route.forward !== order.descending;
  const isFixed = ({ clause }: Given): boolean => clause.operator === '=' && clause.functions.length === 0;
  const wanted = wantedLayouts(reader).flatMap(([entity, layout]): readonly Wanted[] => {
    const attribute = entity.attributes.get(name);
    const isOne = reader.givens(entity).some((given) => given.attribute === attribute && isFixed(given));
    if (attribute === undefined || isOne || !layout.sort.some((part) => holds(part, name))) return [];
    const standIn = standInFor(layout, attribute);
    return [{ entity, layout, attribute, standIn: standIn?.order === 'loses' ? undefined : standIn }];
  });
  return wanted.flatMap((first) =>
    wanted.flatMap((second): readonly OrderClaim[] => {
      // The order of numbers is DynamoDB's own, and nothing stands before them.
      const isOpen = [first, second].some(({ layout }) =>
        layout.sort.some(({ key }) => key.type !== 'string'),
      );
      if (isOpen) return [];
      const verdict = claimOf(reader, first, second, isAscending);
      const entities = [first.entity, second.entity] as const;
      return [{ attribute: name, entities, layouts: [first.layout, second.layout], verdict }];
    }),
  );
}

const holds = ({ key, template }: KeyPart, name: string): boolean =>
  key.type === 'string' && template.parts.some((part) => part.kind === 'placeholder' && part.name === name);
