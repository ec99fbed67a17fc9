// Comparisons as constraints: that a value lies where an operator asks, and each way in which it does not.
// Deliberately about texts in the order of their bytes; who compares anything else turns it into such texts first.
import type { KeyOperator } from '../../model/model.ts';
import { turnedOperator } from '../routes/range.ts';
import type { Constraint, Term } from './equations/problem.ts';
import { commonLead } from './equations/terms.ts';

/** No byte of UTF-8 is as large: behind every text that begins with what stands before it. */
const beyond = '\xff';

/** The value and its bounds; of operators other than `between` both bounds are the same. */
export interface Compared {
  readonly own: Term;
  readonly low: Term;
  readonly high: Term;
}

const less = (left: Term, right: Term): Constraint => ({ relation: '<', left, right });
const atMost = (left: Term, right: Term): Constraint => ({ relation: '<=', left, right });

/** What both begin with. */
function commonBeginning(a: Term, b: Term): Term {
  const common: (string | number)[] = [];
  for (const [i, part] of a.entries()) {
    const other = b[i];
    if (part === other) common.push(part);
    else {
      if (typeof part === 'string' && typeof other === 'string') {
        const length = commonLead(part, other);
        if (length > 0) common.push(part.slice(0, length));
      }
      break;
    }
  }
  return common;
}

/**
 * What holds of a value that the operator asks for. What lies between two texts that begin alike begins so, too, which is
 * quicker to solve than order; `rest` makes a variable for whatever follows.
 */
export function inside(
  operator: KeyOperator,
  { own, low, high }: Compared,
  rest: () => number,
): readonly Constraint[] {
  switch (operator) {
    case '=':
      return [{ relation: '=', left: own, right: low }];
    case 'begins_with':
      return [{ relation: '=', left: own, right: [...low, rest()] }];
    case 'between': {
      const beginning = commonBeginning(low, high);
      const isAlike: readonly Constraint[] =
        beginning.length > 0 ? [{ relation: '=', left: own, right: [...beginning, rest()] }] : [];
      return [...isAlike, atMost(low, own), atMost(own, high)];
    }
    case '<':
      return [less(own, low)];
    case '<=':
      return [atMost(own, low)];
    case '>':
      return [less(low, own)];
    case '>=':
      return [atMost(low, own)];
  }
}

/** The ways in which it is none of those, each a list of what then holds. */
export function outside(
  operator: KeyOperator,
  { own, low, high }: Compared,
): readonly (readonly Constraint[])[] {
  switch (operator) {
    case '=':
      return [[less(own, low)], [less(low, own)]];
    case 'begins_with':
      return [[less(own, low)], [atMost([...low, beyond], own)]];
    case 'between':
      return [[less(own, low)], [less(high, own)]];
    case '<':
      return [[atMost(low, own)]];
    case '<=':
      return [[less(low, own)]];
    case '>':
      return [[atMost(own, low)]];
    case '>=':
      return [[less(own, low)]];
  }
}

/** The same question of values whose texts are in the reverse order. */
export const turnRound = (
  operator: KeyOperator,
  { own, low, high }: Compared,
): readonly [KeyOperator, Compared] => [
  operator === '=' ? operator : turnedOperator(operator),
  { own, low: high, high: low },
];
