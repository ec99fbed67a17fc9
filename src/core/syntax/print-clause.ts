// Writes a clause as text, as short as it can be: a value that is not needed is left out.
// Deliberately does no YAML quoting; edit-yaml.ts does.
import type { Clause, Operand } from './clause.ts';
import { isBareConstant, quoteConstant } from './clause-tokens.ts';
import { printFunctions } from './print-template.ts';

/** The text that parses to this clause. */
export function printClause(clause: Clause): string {
  const { attribute, operator, operands } = clause;
  const subject = attribute + printFunctions(clause.functions);
  if (operator === 'exists' || operator === 'not-exists') {
    return subject === '' ? operator : `${subject} ${operator}`;
  }
  const [first, second] = operands;
  if (isImplied(clause)) {
    const readsAsWholeItem = subject === 'exists' || subject === 'not-exists';
    return operator === '=' && !readsAsWholeItem ? subject : `${subject} ${operator}`;
  }
  if (operator === 'between' && first !== undefined && second !== undefined) {
    return `${subject} between ${printOperand(first)} and ${printOperand(second)}`;
  }
  return `${subject} ${operator} ${operands.map(printOperand).join(' or ')}`;
}

/** True if the value is the parameter named after the attribute, which needs no writing. */
function isImplied({ attribute, operands }: Clause): boolean {
  const [only] = operands;
  return operands.length === 1 && only?.kind === 'parameter' && only.name === attribute;
}

function printOperand(operand: Operand): string {
  if (operand.kind === 'parameter') return `:${operand.name}`;
  return operand.quoted || !isBareConstant(operand.text) ? quoteConstant(operand.text) : operand.text;
}
