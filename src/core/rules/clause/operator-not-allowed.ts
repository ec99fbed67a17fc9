// clause/operator-not-allowed: an operator in a place where DynamoDB has none such.
// Deliberately about places only; whether it fits the attribute's type is clause/operator-does-not-fit.
import { operators } from '../../syntax/clause.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Problem } from '../rule.ts';
import { once } from '../template/uses.ts';
import type { ClausePlace, SoundUse } from './uses.ts';

export const operatorNotAllowed = defineRule<undefined>({
  id: 'clause/operator-not-allowed',
  title: 'An operator that is not possible in this place',
  why: 'A key condition has `=`, `<`, `<=`, `>`, `>=`, `between` and `begins_with` only; `<>` and `contains` exist in filters and conditions (DynamoDB developer guide, as of 2026). An update gives a value, and `exists` without an attribute speaks of a whole item, which only a condition of a write can.',
  remedy:
    'Move the clause to where it is possible, often from `where` to `filter`, or write it with another operator.',
  severity: 'error',
  check: ({ uses }) => once(uses.soundClauses.flatMap((use) => problemOf(use) ?? [])),
});

const comparing = operators.filter((operator) => operator !== '<>' && operator !== 'contains');

const names: Readonly<Record<ClausePlace, string>> = {
  where: 'where',
  filter: 'a filter',
  condition: 'a condition',
  when: 'when',
  keys: 'when',
  set: 'set',
  add: 'add',
  append: 'append',
};

function problemOf({ place, clause }: SoundUse): Problem<undefined> | undefined {
  const { operator, attribute, operatorSpan, attributeSpan, operands } = clause;
  const at = operatorSpan ?? attributeSpan;
  if (attribute === '') {
    if (place === 'condition') return undefined;
    const message = `${operator} alone speaks of the whole item, which only the condition of a write can. Write the attribute: courierId ${operator}.`;
    return { span: at, message, data: undefined };
  }
  switch (place) {
    case 'filter':
    case 'condition':
      return undefined;
    case 'where':
    case 'when':
    case 'keys': {
      if (operator !== '<>' && operator !== 'contains') return undefined;
      const advice =
        place === 'where'
          ? 'no key condition has it. Move the clause to the filter of a read or the condition of a write.'
          : `it is possible only in filter and condition. Here are ${listOf(comparing)}.`;
      return {
        span: at,
        message: `${operator} is not possible in ${names[place]}: ${advice}`,
        data: undefined,
      };
    }
    case 'set':
    case 'add':
    case 'append': {
      if (operator !== '=') {
        const remove =
          operator === 'not-exists' ? ` To take the attribute out, write remove: ${attribute}.` : '';
        const message = `${names[place]} gives a value, so only = is possible.${remove || ` Write ${attribute} = …, or ${attribute} alone.`}`;
        return { span: at, message, data: undefined };
      }
      const [, second] = operands;
      if (second === undefined) return undefined;
      return {
        span: second.span,
        message: `${names[place]} gives one value, not one or another. Write a parameter: ${attribute}.`,
        data: undefined,
      };
    }
  }
}
