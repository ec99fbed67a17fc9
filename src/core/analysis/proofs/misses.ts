// Claims about under-reads: wanted items that `where` asks for, and that the range read leaves out.
// Deliberately asks only of ranges; what a condition takes from equal values lies in it by itself.
import type { Entity, Layout } from '../../model/design.ts';
import { namesOfParts } from '../../model/layouts.ts';
import type { Given } from '../routes/bind.ts';
import type { KeyCondition, Route } from '../routes/route.ts';
import { answers, type Question, questionOf } from './asked.ts';
import { decideAll } from './decide.ts';
import { keepsOrder } from './kept-order.ts';
import { addInCollection, missing, type Place } from './ranges.ts';
import { type EntityClaim, layoutsIn, overTypings, type Reader, wantedLayouts } from './reader.ts';
import { createScene } from './scene.ts';

const parametersOf = (conditions: Route['sort']): ReadonlySet<string> =>
  new Set(
    conditions.flatMap(({ values }) =>
      values.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : [])),
      ),
    ),
  );

/** Of a condition that is written out: what of the collection it leaves out, where nothing that the caller gives means it to. */
export function missesOfWritten(reader: Reader): readonly EntityClaim[] {
  const { use, route } = reader;
  const given = parametersOf(route.partition);
  const condition = route.sort.at(-1);
  if (condition === undefined || [...parametersOf(route.sort)].some((name) => !given.has(name))) return [];
  return use.entities.flatMap((entity) =>
    layoutsIn(entity, route).map((layout) => missedIn(reader, condition, entity, layout, [])),
  );
}

/** Of a condition that is made from `where`: items that answer a range, each clause of which must be told, and lie outside. */
export function missesOfRange(reader: Reader): readonly EntityClaim[] {
  const { use, route, domains } = reader;
  const condition = route.sort.at(-1);
  if (condition === undefined || use.action.key !== undefined || route.operation !== 'Query') return [];
  return wantedLayouts(reader).flatMap(([entity, layout]) => {
    const givens = reader.givens(entity);
    const questions = givens.flatMap((given) => questionOf(given, layout) ?? []);
    const ranges = questions.filter(({ operator }) => operator !== '=' && operator !== 'begins_with');
    const isOpen = ranges.some(
      (range) => !isLeast(range) && !keepsOrder(layout, entity, range.standIn, domains),
    );
    // Who asks through a hash or in one case means all that are alike so, and these lie in the collection.
    const isMeant = ({ attribute }: Given): boolean =>
      namesOfParts(layout.partition).includes(attribute.name);
    if (!isOpen || !givens.every((given) => isMeant(given) || questionOf(given, layout))) return [];
    return [missedIn(reader, condition, entity, layout, questions)];
  });
}

/** True of `>=`: a key that begins with a value is not before it. */
const isLeast = ({ operator, standIn }: Question): boolean =>
  operator === (standIn.order === 'reverses' ? '<=' : '>=');

function missedIn(
  reader: Reader,
  condition: KeyCondition,
  entity: Entity,
  layout: Layout,
  questions: readonly Question[],
): EntityClaim {
  const verdict = overTypings(reader, (typing) => {
    const scene = createScene(reader.domains);
    const place: Place = { scene, item: scene.addItem(entity, layout), layout, typing };
    addInCollection(place, reader.route);
    for (const question of questions) scene.add(...answers(place, question));
    return decideAll(scene, missing(place, condition), reader.budget);
  });
  return { entity, layout, verdict };
}
