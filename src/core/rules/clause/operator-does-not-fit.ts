// clause/operator-does-not-fit: an operator that DynamoDB does not have for the attribute's type.
// Deliberately silent where the type is unknown, and where one of several entities has a type that fits.
import type { AttributeType } from '../../model/model.ts';
import type { Operator } from '../../syntax/clause.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Problem } from '../rule.ts';
import { once } from '../template/uses.ts';
import type { SoundUse } from './uses.ts';

export const operatorDoesNotFit = defineRule<undefined>({
  id: 'clause/operator-does-not-fit',
  title: 'An operator that does not fit the type',
  why: '`begins_with` works on strings and binary; `<`, `>` and `between` on strings, numbers and binary; `contains` on strings, sets and lists; ADD on numbers and sets; list_append on lists (DynamoDB developer guide, as of 2026). On anything else DynamoDB refuses the call, or the condition is never true.',
  remedy: 'Use an operator that the type has, or correct the type of the attribute.',
  severity: 'error',
  check: ({ uses }) => once(uses.soundClauses.flatMap((use) => problemOf(use) ?? [])),
});

const ordered: readonly AttributeType[] = ['string', 'number', 'binary'];
const sets: readonly AttributeType[] = ['string-set', 'number-set', 'binary-set'];

/** The types that an operator works on; undefined for those that work on all. */
function typesOf(operator: Operator): readonly AttributeType[] | undefined {
  switch (operator) {
    case 'begins_with':
      return ['string', 'binary'];
    case 'contains':
      return ['string', 'binary', 'list', ...sets];
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'between':
      return ordered;
    case '=':
    case '<>':
    case 'exists':
    case 'not-exists':
      return undefined;
  }
}

function problemOf({ place, clause, entities }: SoundUse): Problem<undefined> | undefined {
  const isUpdate = place === 'add' || place === 'append';
  const types =
    place === 'add'
      ? (['number', ...sets] as const)
      : place === 'append'
        ? (['list'] as const)
        : typesOf(clause.operator);
  if (types === undefined) return undefined;
  const attributes = entities.flatMap((entity) => entity.attributes.get(clause.attribute) ?? []);
  const [attribute] = attributes;
  if (attribute === undefined) return undefined;
  if (attributes.some(({ type }) => type === undefined || types.some((fitting) => fitting === type)))
    return undefined;
  const what = isUpdate ? place : clause.operator;
  return {
    span: isUpdate ? clause.attributeSpan : (clause.operatorSpan ?? clause.attributeSpan),
    message: `${clause.attribute} is a ${attribute.type}, and ${what} works on ${listOf([...new Set(types.map(plural))])} only.${advice(place, clause.attribute)}`,
    related: [{ span: attribute.decl.nameSpan, message: `${attribute.name} is declared here` }],
    data: undefined,
  };
}

function plural(type: AttributeType): string {
  if (sets.includes(type)) return 'sets';
  return type === 'binary' ? type : `${type}s`;
}

const advice = (place: SoundUse['place'], attribute: string): string =>
  place === 'add' || place === 'append'
    ? ` Write it under set: ${attribute}.`
    : ' Use another operator, or correct the type.';
