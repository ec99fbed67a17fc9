// What `where` asks of an item as constraints on its attributes, whatever the keys: what holds of a wanted item, and of any other.
// Deliberately only clauses that a caller answers with one value or range; of others nothing is said.

import type { Entity, Layout } from '../../model/design.ts';
import type { KeyOperator } from '../../model/model.ts';
import type { TemplatePart } from '../../syntax/template.ts';
import type { Given } from '../routes/bind.ts';
import { boundPart, rangeOperator } from '../routes/known.ts';
import { parameter, rendering } from '../routes/rendering.ts';
import type { KeyCondition } from '../routes/route.ts';
import { type Compared, inside, outside, turnRound } from './comparisons.ts';
import type { Constraint } from './equations/problem.ts';
import type { Place } from './ranges.ts';
import { type StandIn, standInFor } from './stand-ins.ts';

/** What a caller asks of an attribute: an operator and its bounds, which are the same but for `between`. */
export interface Question {
  readonly standIn: StandIn;
  readonly operator: KeyOperator;
  readonly low: TemplatePart;
  readonly high: TemplatePart;
}

/** Undefined where nothing in the keys speaks for the attribute, or not for its order. */
export function questionOf({ attribute, clause }: Given, layout: Layout): Question | undefined {
  const operator = clause.operator === '=' ? clause.operator : rangeOperator(clause);
  const standIn = standInFor(layout, attribute);
  if (operator === undefined || standIn === undefined || clause.functions.length > 0) return undefined;
  if (clause.operands.length > (operator === 'between' ? 2 : 1)) return undefined;
  const isOfWhole = operator !== 'begins_with' || standIn.calls.length === 0;
  if (operator !== '=' && (standIn.order === 'loses' || !isOfWhole)) return undefined;
  const bound = (end: 0 | 1) => boundPart(clause, end, attribute, standIn.calls);
  return { standIn, operator, low: bound(0), high: bound(1) };
}

/** What a condition that is written out asks where it ends in the middle of a key: the whole value of its last placeholder. */
export function questionAtEnd(
  { values }: KeyCondition,
  entity: Entity,
  layout: Layout,
): Question | undefined {
  const end = values.at(-1)?.parts.at(-1);
  const attribute = end?.kind === 'placeholder' ? entity.attributes.get(end.name) : undefined;
  const standIn = attribute && standInFor(layout, attribute);
  if (standIn === undefined) return undefined;
  const asked = parameter(standIn.attribute.name, standIn.calls);
  return { standIn, operator: '=', low: asked, high: asked };
}

function comparedBy({ scene, item, typing }: Place, { standIn, low, high }: Question): Compared {
  const bound = (part: TemplatePart) => scene.ofCaller(rendering([part]), typing);
  return {
    own: [scene.variable(item, standIn.attribute, standIn.calls)],
    low: bound(low),
    high: bound(high),
  };
}

function ask(place: Place, question: Question): readonly [KeyOperator, Compared] {
  const compared = comparedBy(place, question);
  const { operator, standIn } = question;
  return standIn.order === 'reverses' ? turnRound(operator, compared) : [operator, compared];
}

/** What holds of an item that answers the clause. */
export const answers = (place: Place, question: Question): readonly Constraint[] =>
  inside(...ask(place, question), place.scene.rest);

/** The ways in which an item does not answer it. */
export const answersNot = (place: Place, question: Question): readonly (readonly Constraint[])[] =>
  outside(...ask(place, question));
