// Claims about wrong items: those of a wanted entity that lie in the range read and are not what `where` asks for.
// Deliberately asks only of clauses that the condition does not plainly settle.
import type { Attribute, Entity, Layout } from '../../model/design.ts';
import type { Given } from '../routes/bind.ts';
import { tellsApart } from '../routes/functions.ts';
import type { KeyCondition, Route } from '../routes/route.ts';
import { answers, answersNot, type Question, questionAtEnd, questionOf } from './asked.ts';
import { decideAll } from './decide.ts';
import type { Domains } from './domains/domains.ts';
import { keepsOrder } from './kept-order.ts';
import { addInRange, type Place } from './ranges.ts';
import { type EntityClaim, overTypings, type Reader, wantedLayouts } from './reader.ts';
import { createScene } from './scene.ts';
import { tellsValuesApart } from './separators.ts';

/**
 * True where a key that meets the condition plainly holds the values that the condition is made of: the values of the
 * layout's keys are told apart, and the condition ends where one of them does.
 */
const endsWithValue = ({ operator, values }: KeyCondition): boolean =>
  operator === '=' ||
  values.every(({ parts }) => parts.every((part) => part.kind === 'literal')) ||
  (operator === 'begins_with' && values.every(({ parts }) => parts.at(-1)?.kind === 'literal'));

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

/** The clauses for which it is open whether the range holds nothing else. */
function openQuestions(
  { domains, route }: Reader,
  givens: readonly Given[],
  entity: Entity,
  layout: Layout,
  settled: (attribute: Attribute) => boolean,
): readonly Question[] {
  const isApart = [layout.partition, layout.sort].every((parts) =>
    tellsValuesApart(parts, entity, domains, 'all'),
  );
  return givens.flatMap((given) => {
    const question = questionOf(given, layout);
    if (question === undefined) return [];
    const isConstant = given.clause.operands.some((operand) => operand.kind === 'constant');
    if (question.operator === '=')
      return isConstant || (settled(given.attribute) && isHeld(question, route)) ? [] : [question];
    // What stands before the value must be what was given for it, else the order behind it says nothing.
    const isKept =
      isApart && keepsOrder(layout, entity, question.standIn, domains) && !readsItsBound(question, route);
    return isKept ? [] : [question];
  });
}

/** True where the condition holds the whole of what is given, and not only its case or its hash. */
const isHeld = ({ low }: Question, { partition, sort }: Route): boolean =>
  [...partition, ...sort].some(({ values }) =>
    values.some(({ parts }) =>
      parts.some(
        (part) =>
          part.kind === 'placeholder' &&
          low.kind === 'placeholder' &&
          part.name === low.name &&
          tellsApart(part.functions),
      ),
    ),
  );

/** True where `<` became `between`, which has no way to leave out its upper end. */
const readsItsBound = ({ operator, standIn }: Question, route: Route): boolean =>
  operator === (standIn.order === 'reverses' ? '>' : '<') && route.sort.at(-1)?.operator !== '<';

/** Proved: no item lies in the range that does not answer the question. */
export interface WrongItems extends EntityClaim {
  readonly question: Question;
}

/** Items whose attribute is not the one that `where` gives, and whose key lies in the range all the same. */
export function wrongItemsOf(reader: Reader): readonly WrongItems[] {
  const { use, route, domains } = reader;
  if (route.operation !== 'Query') return [];
  if (use.action.key !== undefined) return wrongByWritten(reader);
  const isPlain = [...route.partition, ...route.sort].every(endsWithValue);
  return wantedLayouts(reader).flatMap(([entity, layout]) => {
    const settled = settledBy(layout, entity, domains, isPlain);
    const open = openQuestions(reader, reader.givens(entity), entity, layout, settled);
    return open.map((question) => wrongIn(reader, question, entity, layout));
  });
}

/** Of a condition that is written out: `begins_with ORDER#${orderId}` where ORDER#1 is the beginning of ORDER#10, too. */
function wrongByWritten(reader: Reader): readonly WrongItems[] {
  const condition = reader.route.sort.at(-1);
  if (condition?.operator !== 'begins_with') return [];
  return wantedLayouts(reader).flatMap(([entity, layout]) => {
    const question = questionAtEnd(condition, entity, layout);
    return question ? [wrongIn(reader, question, entity, layout)] : [];
  });
}

function wrongIn(reader: Reader, question: Question, entity: Entity, layout: Layout): WrongItems {
  const verdict = overTypings(reader, (typing) => {
    const scene = createScene(reader.domains);
    const place: Place = { scene, item: scene.addItem(entity, layout), layout, typing };
    addInRange(place, reader.route);
    // Of a range it is asked among the items that are right otherwise: the others have a claim of their own.
    if (question.operator !== '=')
      for (const given of reader.givens(entity)) {
        const other = questionOf(given, layout);
        if (other?.operator === '=') scene.add(...answers(place, other));
      }
    return decideAll(scene, answersNot(place, question), reader.budget);
  });
  return { entity, layout, question, verdict };
}
