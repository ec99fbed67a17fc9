// Key conditions as constraints on the key of an item: that it lies in the range, and each way in which it does not.
// Deliberately without numbers: of a number key only equality is an equation, and a range is left open.
import type { Layout } from '../../model/design.ts';
import { keyParts } from '../../model/layouts.ts';
import type { KeyCondition, Route } from '../routes/route.ts';
import { type Compared, inside, outside } from './comparisons.ts';
import type { Constraint, Term } from './equations/problem.ts';
import type { SceneBuilder, Typing } from './scene.ts';

const templateIn = (layout: Layout, condition: KeyCondition) =>
  keyParts(layout).find((part) => part.key.name === condition.key.name)?.template;

/** An item of a scene as it lies in a target, and what types the caller's parameters. */
export interface Place {
  readonly scene: SceneBuilder;
  readonly item: number;
  readonly layout: Layout;
  readonly typing: Typing;
}

/** Undefined where nothing is said: of a key that the layout lacks, and of ranges of numbers. */
function comparedBy({ scene, item, layout, typing }: Place, condition: KeyCondition): Compared | undefined {
  const template = templateIn(layout, condition);
  const [low, high = low] = condition.values.map((value): Term => scene.ofCaller(value, typing));
  if (template === undefined || low === undefined || high === undefined) return undefined;
  if (condition.key.type === 'number' && condition.operator !== '=') return undefined;
  return { own: scene.ofItem(item, template), low, high };
}

function meet(place: Place, condition: KeyCondition): readonly Constraint[] {
  const compared = comparedBy(place, condition);
  return compared ? inside(condition.operator, compared, place.scene.rest) : [];
}

/** The item lies in the item collection and in the range that the route reads. */
export function addInRange(place: Place, route: Route): void {
  for (const condition of [...route.partition, ...route.sort]) place.scene.add(...meet(place, condition));
}

/** Only that it lies in the item collection. */
export function addInCollection(place: Place, route: Route): void {
  for (const condition of route.partition) place.scene.add(...meet(place, condition));
}

/** The ways in which an item does not meet the condition, each a list of what then holds; none of a number key. */
export function missing(place: Place, condition: KeyCondition): readonly (readonly Constraint[])[] {
  const compared = condition.key.type === 'number' ? undefined : comparedBy(place, condition);
  return compared ? outside(condition.operator, compared) : [];
}
