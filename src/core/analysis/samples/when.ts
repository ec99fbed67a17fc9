// Whether a clause holds for the values of one item, as DynamoDB and the application would decide it.
// Deliberately false where it cannot be known: a value that only a caller gives is no property of the item.
import type { Clause } from '../../syntax/clause.ts';
import { applyFunctions } from '../../syntax/render-template.ts';
import type { DynamoValue } from '../capacity/item.ts';
import { compareValues } from './compare-values.ts';
import { functionInput } from './function-input.ts';
import { printValue } from './print-value.ts';
import { scalarValue } from './scalar-value.ts';

export function holdsFor(
  clause: Clause,
  value: DynamoValue | undefined,
  format: string | undefined,
): boolean {
  const { operator, operands, functions } = clause;
  if (operator === 'exists' || operator === 'not-exists') {
    return (value !== undefined) === (operator === 'exists');
  }
  const input = functions.length > 0 && value ? functionInput(value) : undefined;
  const text = input === undefined ? undefined : applyFunctions(input, functions, format);
  const subject: DynamoValue | undefined =
    functions.length === 0 ? value : text === undefined ? undefined : { type: 'string', value: text };
  if (subject === undefined) return false;
  const constants = operands.flatMap((operand) =>
    operand.kind === 'constant'
      ? [scalarValue(operand.text, subject.type) ?? ({ type: 'string', value: operand.text } as const)]
      : [],
  );
  if (constants.length !== operands.length) return false;
  const [first, second] = constants;
  if (first === undefined) return false;
  switch (operator) {
    case '=':
      return constants.some((constant) => sameValue(constant, subject));
    case '<>':
      return !constants.some((constant) => sameValue(constant, subject));
    case 'begins_with':
      return subject.type === 'string' && subject.value.startsWith(printValue(first));
    case 'contains':
      return contains(subject, printValue(first));
    case 'between':
      return (
        second !== undefined && compareValues(subject, first) >= 0 && compareValues(subject, second) <= 0
      );
    case '<':
      return compareValues(subject, first) < 0;
    case '<=':
      return compareValues(subject, first) <= 0;
    case '>':
      return compareValues(subject, first) > 0;
    case '>=':
      return compareValues(subject, first) >= 0;
  }
}

const sameValue = (a: DynamoValue, b: DynamoValue): boolean =>
  a.type === b.type && printValue(a) === printValue(b);

function contains(value: DynamoValue, text: string): boolean {
  if (value.type === 'string') return value.value.includes(text);
  if (value.type === 'list') return value.value.some((inner) => printValue(inner) === text);
  return (value.type === 'string-set' || value.type === 'number-set') && value.value.includes(text);
}
