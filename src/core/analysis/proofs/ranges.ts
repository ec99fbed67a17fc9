// Key conditions as constraints on the key of an item: that it lies in the range, and each way in which it does not.
// Deliberately without numbers: of a number key only equality is an equation, and a range is left open.
import type { Layout } from '../../model/design.ts';
import { keyParts } from '../../model/layouts.ts';
import type { KeyCondition, Route } from '../routes/route.ts';
import type { Constraint, Term } from './equations/problem.ts';
import type { SceneBuilder, Typing } from './scene.ts';

/** No byte of UTF-8 is as large: behind every text that begins with what stands before it. */
const beyond = '\xff';

const templateIn = (layout: Layout, condition: KeyCondition) =>
  keyParts(layout).find((part) => part.key.name === condition.key.name)?.template;

interface Place {
  readonly scene: SceneBuilder;
  readonly item: number;
  readonly layout: Layout;
  readonly typing: Typing;
}

function termsOf({ scene, item, layout, typing }: Place, condition: KeyCondition) {
  const template = templateIn(layout, condition);
  const values = condition.values.map((value): Term => scene.ofCaller(value, typing));
  const [low, high = low] = values;
  if (template === undefined || low === undefined || high === undefined) return undefined;
  return { own: scene.ofItem(item, template), low, high };
}

/** What holds of an item that meets the condition. */
function inside(place: Place, condition: KeyCondition): readonly Constraint[] {
  const terms = termsOf(place, condition);
  if (terms === undefined) return [];
  const { own, low, high } = terms;
  if (condition.key.type === 'number' && condition.operator !== '=') return [];
  switch (condition.operator) {
    case '=':
      return [{ relation: '=', left: own, right: low }];
    case 'begins_with':
      return [
        { relation: '<=', left: low, right: own },
        { relation: '<', left: own, right: [...low, beyond] },
      ];
    case 'between':
      return [
        { relation: '<=', left: low, right: own },
        { relation: '<=', left: own, right: high },
      ];
    case '<':
    case '<=':
      return [{ relation: condition.operator, left: own, right: low }];
    case '>':
    case '>=':
      return [{ relation: condition.operator === '>' ? '<' : '<=', left: low, right: own }];
  }
}

/** The item lies in the item collection and in the range that the route reads. */
export function addInRange(place: Place, route: Route): void {
  for (const condition of [...route.partition, ...route.sort]) place.scene.add(...inside(place, condition));
}

/** Only that it lies in the item collection. */
export function addInCollection(place: Place, route: Route): void {
  for (const condition of route.partition) place.scene.add(...inside(place, condition));
}

/** The ways in which an item does not meet the condition, each a list of what then holds. */
export function outside(place: Place, condition: KeyCondition): readonly (readonly Constraint[])[] {
  const terms = termsOf(place, condition);
  if (terms === undefined || condition.key.type === 'number') return [];
  const { own, low, high } = terms;
  const below: Constraint = { relation: '<', left: own, right: low };
  switch (condition.operator) {
    case '=':
      return [[below], [{ relation: '<', left: low, right: own }]];
    case 'begins_with':
      return [[below], [{ relation: '<=', left: [...low, beyond], right: own }]];
    case 'between':
      return [[below], [{ relation: '<', left: high, right: own }]];
    case '<':
      return [[{ relation: '<=', left: low, right: own }]];
    case '<=':
      return [[{ relation: '<', left: low, right: own }]];
    case '>':
      return [[{ relation: '<=', left: own, right: low }]];
    case '>=':
      return [[below]];
  }
}
