// attribute/number-out-of-range: a number that DynamoDB cannot hold.
// Deliberately only its magnitude; digits that are lost are yaml/number-loses-digits.
import { limits } from '../../facts/limits.ts';
import { items, valueAt } from '../../model/lower/fields.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { plainScalars, writtenValues } from './written-values.ts';

interface Written {
  readonly source: string;
  readonly span: Span;
}

const greatest = limits.numberExponent.value;
const least = limits.numberExponentAtLeast.value;

export const numberOutOfRange = defineRule<{ readonly source: string }>({
  id: 'attribute/number-out-of-range',
  title: 'A number that DynamoDB cannot hold',
  why: `A number is 0, or of either sign from 1E${least} to 9.9999999999999999999999999999999999999E+${greatest}. DynamoDB refuses a write with any other (DynamoDB developer guide, constraints, as of 2026).`,
  remedy: 'Scale the value, such as to another unit, or make the attribute a string.',
  severity: 'error',
  *check(context) {
    for (const { source, span } of numbersOf(context)) {
      if (isHeld(source)) continue;
      yield {
        span,
        message: `${source} is beyond what DynamoDB holds as a number, 1E${least} to 9.99E+${greatest}: it refuses the write. Scale it, or make the attribute a string.`,
        data: { source },
      };
    }
  },
});

/** By the power of ten in the text: to JavaScript what is so large is infinite, and what is so small is 0. */
function isHeld(source: string): boolean {
  const match = /^[-+]?(\d*)\.?(\d*)(?:[eE]([-+]?\d{1,9}))?$/.exec(source);
  if (match === null) return true;
  const [, whole = '', fraction = '', power = '0'] = match;
  const first = (whole + fraction).search(/[1-9]/);
  if (first < 0) return true;
  const exponent = Number(power) + whole.length - 1 - first;
  return exponent >= least && exponent <= greatest;
}

function* numbersOf({ design, uses }: RuleContext): Iterable<Written> {
  for (const entity of design.entities.values()) {
    const bounded = entity.decl.attributes.filter(({ min, max }) => min !== undefined || max !== undefined);
    const bounds = bounded.flatMap(({ entry }) =>
      [...items(valueAt(entry.value, 'min')), ...items(valueAt(entry.value, 'max'))].flatMap(plainScalars),
    );
    const values = writtenValues(entity).flatMap(({ node, type }) =>
      type === 'string' ? [] : plainScalars(node),
    );
    for (const scalar of [...bounds, ...values]) if (typeof scalar.value === 'number') yield scalar;
  }
  for (const { clause, entities } of uses.soundClauses) {
    const isNumber = entities.some((entity) => entity.attributes.get(clause.attribute)?.type === 'number');
    for (const operand of isNumber ? clause.operands : []) {
      if (operand.kind === 'constant') yield { source: operand.text, span: operand.span };
    }
  }
}
