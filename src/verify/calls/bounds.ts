// Values for a clause that compares: taken from those that the items have, so that it keeps some and drops others.
// Deliberately from the items themselves; what lies between them no item would tell apart.
import type { DynamoValue } from '../../core/analysis/capacity/item.ts';
import { compareValues } from '../../core/analysis/samples/compare-values.ts';
import type { Clause } from '../../core/syntax/clause.ts';

/** In their order, each once. */
export function distinctValues(values: readonly DynamoValue[]): readonly DynamoValue[] {
  const sorted = values.toSorted(compareValues);
  return sorted.filter((value, i) => {
    const before = sorted[i - 1];
    return before === undefined || before.type !== value.type || compareValues(before, value) !== 0;
  });
}

const at = (values: readonly DynamoValue[], share: number): DynamoValue | undefined =>
  values[Math.round((values.length - 1) * share)];

/** How far into the values a bound lies, from 0 to 1: first wide, then narrow. */
const shares: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  between: [
    [0, 1],
    [0.25, 0.75],
  ],
  '>=': [
    [0.5, 1],
    [0, 1],
  ],
  '>': [
    [0, 1],
    [0.5, 1],
  ],
  '<=': [
    [0.5, 1],
    [1, 1],
  ],
  '<': [
    [1, 1],
    [0.5, 1],
  ],
};

/**
 * The operands of the clause, as many as it takes; `variant` 0 and 1 are two choices. `values` are those of the attribute,
 * distinct and in order; `own` is that of the item from which the call is taken.
 */
export function boundsFor(
  clause: Clause,
  values: readonly DynamoValue[],
  own: DynamoValue | undefined,
  variant: 0 | 1,
): readonly DynamoValue[] {
  const { operator } = clause;
  const pick = own ?? at(values, 0.5);
  if (pick === undefined) return [];
  const [low, high] = shares[operator]?.[variant] ?? [0.5, 0.5];
  switch (operator) {
    case 'between':
      return [at(values, low) ?? pick, at(values, high) ?? pick];
    case '<':
    case '<=':
    case '>':
    case '>=':
      return [at(values, low) ?? pick];
    case 'begins_with':
      return [beginningOf(pick, variant)];
    case 'contains':
      return [memberOf(pick)];
    default:
      return [pick, ...values.filter((value) => compareValues(value, pick) !== 0)];
  }
}

/** Half of it, then all of it. */
function beginningOf(value: DynamoValue, variant: 0 | 1): DynamoValue {
  if (value.type === 'binary') {
    return { type: 'binary', value: value.value.slice(0, Math.ceil(value.value.length / (2 - variant))) };
  }
  if (value.type !== 'string') return value;
  const signs = [...value.value];
  return { type: 'string', value: signs.slice(0, Math.ceil(signs.length / (2 - variant))).join('') };
}

function memberOf(value: DynamoValue): DynamoValue {
  switch (value.type) {
    case 'string': {
      const signs = [...value.value];
      const quarter = Math.floor(signs.length / 4);
      return { type: 'string', value: signs.slice(quarter, quarter + 2).join('') || value.value };
    }
    case 'list':
      return value.value[0] ?? { type: 'string', value: 'x' };
    case 'string-set':
      return { type: 'string', value: value.value[0] ?? 'x' };
    case 'number-set':
      return { type: 'number', value: value.value[0] ?? '0' };
    default:
      return value;
  }
}
