// Whether an item meets a clause with its parameters in place, by its attributes alone.
// Deliberately knows nothing of keys and routes: what a route returns is compared with this.
import { canonicalValue } from '../../core/analysis/capacity/canonical.ts';
import type { DynamoValue } from '../../core/analysis/capacity/item.ts';
import type { Parameter } from '../../core/analysis/requests/concrete.ts';
import { boundNames } from '../../core/analysis/routes/known.ts';
import { compareValues } from '../../core/analysis/samples/compare-values.ts';
import { functionInput } from '../../core/analysis/samples/function-input.ts';
import { scalarValue } from '../../core/analysis/samples/scalar-value.ts';
import type { Clause, Operand } from '../../core/syntax/clause.ts';
import { applyFunctions } from '../../core/syntax/render-template.ts';
import type { FunctionCall } from '../../core/syntax/template.ts';

export type Given = ReadonlyMap<string, Parameter>;

/** The value after the functions of the clause; undefined where it has none. */
function subjectOf(
  value: DynamoValue | undefined,
  functions: readonly FunctionCall[],
  format: string | undefined,
): DynamoValue | undefined {
  if (value === undefined || functions.length === 0) return value;
  const input = functionInput(value);
  const text = input === undefined ? undefined : applyFunctions(input, functions, format);
  return text === undefined ? undefined : { type: 'string', value: text };
}

/** The parameters and constants that a clause compares with; two for `between`. */
export function operandsOf(clause: Clause): readonly Operand[] {
  const { operator, operands, attribute, span } = clause;
  if (operator !== 'between') return operands;
  const names = boundNames(clause);
  return names.map((name, i): Operand => {
    const written = operands.length > 1 ? operands[i] : undefined;
    const isImplied = written === undefined || (written.kind === 'parameter' && written.name === attribute);
    return isImplied ? { kind: 'parameter', name, span } : written;
  });
}

/** A parameter goes through the functions of the clause, like the attribute: only the result is given. */
function operandValue(
  operand: Operand,
  subject: DynamoValue,
  { functions }: Clause,
  given: Given,
): DynamoValue | undefined {
  if (operand.kind === 'parameter') {
    const parameter = given.get(operand.name);
    return parameter && subjectOf(parameter.value, functions, parameter.format);
  }
  const element =
    subject.type === 'number-set' ? 'number' : subject.type === 'string-set' ? 'string' : subject.type;
  return (
    (operand.quoted ? undefined : scalarValue(operand.text, element)) ?? {
      type: 'string',
      value: operand.text,
    }
  );
}

export function meets(
  clause: Clause,
  value: DynamoValue | undefined,
  format: string | undefined,
  given: Given,
): boolean {
  const { operator } = clause;
  if (operator === 'exists' || operator === 'not-exists')
    return (value !== undefined) === (operator === 'exists');
  const subject = subjectOf(value, clause.functions, format);
  // DynamoDB finds what is not there different from any value.
  if (subject === undefined) return operator === '<>' && value === undefined;
  const operands = operandsOf(clause).flatMap(
    (operand) => operandValue(operand, subject, clause, given) ?? [],
  );
  return operator === 'between'
    ? isBetween(subject, operands)
    : operands.some((operand) => holds(operator, subject, operand));
}

const isBetween = (subject: DynamoValue, [low, high]: readonly DynamoValue[]): boolean =>
  low !== undefined && high !== undefined && holds('>=', subject, low) && holds('<=', subject, high);

type Comparison = Exclude<Clause['operator'], 'exists' | 'not-exists' | 'between'>;

function holds(operator: Comparison, subject: DynamoValue, operand: DynamoValue): boolean {
  switch (operator) {
    case '=':
      return canonicalValue(subject) === canonicalValue(operand);
    case '<>':
      return canonicalValue(subject) !== canonicalValue(operand);
    case 'contains':
      return contains(subject, operand);
    case 'begins_with':
      return beginsWith(subject, operand);
    default:
      return subject.type === operand.type && ordered(operator, compareValues(subject, operand));
  }
}

/** Whether a comparison with this outcome meets the operator. */
export function ordered(operator: '<' | '<=' | '>' | '>=', difference: number): boolean {
  switch (operator) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
  }
}

function beginsWith(subject: DynamoValue, operand: DynamoValue): boolean {
  if (subject.type === 'string' && operand.type === 'string') return subject.value.startsWith(operand.value);
  if (subject.type !== 'binary' || operand.type !== 'binary') return false;
  return operand.value.every((byte, i) => subject.value[i] === byte);
}

function contains(subject: DynamoValue, operand: DynamoValue): boolean {
  const isSame = (each: DynamoValue): boolean => canonicalValue(each) === canonicalValue(operand);
  switch (subject.type) {
    case 'string':
      return operand.type === 'string' && subject.value.includes(operand.value);
    case 'list':
      return subject.value.some(isSame);
    case 'string-set':
      return subject.value.some((value) => isSame({ type: 'string', value }));
    case 'number-set':
      return subject.value.some((value) => isSame({ type: 'number', value }));
    default:
      return false;
  }
}
