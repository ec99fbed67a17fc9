// A shadow index: one synthetic key in place of a key of several attributes, with the order that those would have.
// Deliberately a test double: what it shows is said to be shown on a shadow.

import type { DynamoItem, DynamoValue } from '../../core/analysis/capacity/item.ts';
import { keyIn } from '../../core/analysis/samples/assemble.ts';
import type { Target } from '../../core/model/design.ts';
import type { KeyOperator } from '../../core/model/model.ts';
import { beginning, behind, justBelow, tupleOf } from './tuple.ts';

const mark = 'singlet:shadow:';

export interface ShadowKeys {
  readonly partition: string;
  /** Undefined where the index has no sort key. */
  readonly sort: string | undefined;
}

export const shadowKeys = ({ name, sortKey }: Target): ShadowKeys => ({
  partition: `${mark}${name}:partition`,
  sort: sortKey.length > 0 ? `${mark}${name}:sort` : undefined,
});

const binary = (value: Uint8Array): DynamoValue => ({ type: 'binary', value });

/** With the synthetic keys of all indexes in which the item lies. */
export function withShadows(item: DynamoItem, targets: Iterable<Target>): DynamoItem {
  const result = new Map(item);
  for (const target of targets) {
    const key = keyIn(target, (name) => item.get(name));
    if (key === undefined) continue;
    const { partition, sort } = shadowKeys(target);
    result.set(partition, binary(tupleOf(key.partition)));
    if (sort !== undefined) result.set(sort, binary(tupleOf(key.sort)));
  }
  return result;
}

/** Without synthetic keys: what the model's own item would be. */
export const withoutShadows = (item: DynamoItem): DynamoItem =>
  new Map([...item].filter(([name]) => !name.startsWith(mark)));

/** A condition on one key attribute with its values in place. */
export interface ConcreteCondition {
  readonly name: string;
  readonly operator: KeyOperator;
  /** Two for `between`. */
  readonly values: readonly DynamoValue[];
}

/** A key condition on the synthetic keys: an expression with `#p`, `#s` and values by alias. */
export interface ShadowCondition {
  readonly expression: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: ReadonlyMap<string, DynamoValue>;
}

export function shadowCondition(
  target: Target,
  partition: readonly ConcreteCondition[],
  sort: readonly ConcreteCondition[],
): ShadowCondition {
  const keys = shadowKeys(target);
  const onPartition = tupleOf(partition.flatMap(({ values }) => values));
  const onSort = sortRange(sort, target.sortKey.length);
  const expression = ['#singletP = :singletP', ...(onSort ? [onSort.expression] : [])].join(' AND ');
  return {
    expression,
    names: {
      '#singletP': keys.partition,
      ...(onSort && keys.sort !== undefined && { '#singletS': keys.sort }),
    },
    values: new Map([[':singletP', binary(onPartition)], ...(onSort?.values ?? [])]),
  };
}

interface SortRange {
  readonly expression: string;
  readonly values: readonly (readonly [string, DynamoValue])[];
}

const one = (expression: string, value: Uint8Array): SortRange => ({
  expression,
  values: [[':singletS', binary(value)]],
});

function from(low: Uint8Array, high: Uint8Array): SortRange {
  // An empty binary is no key: without a lower end there is the upper one alone.
  if (low.length === 0) return one('#singletS <= :singletS', high);
  return {
    expression: '#singletS BETWEEN :singletS AND :singletE',
    values: [
      [':singletS', binary(low)],
      [':singletE', binary(high)],
    ],
  };
}

/** Undefined where the whole collection is read. */
function sortRange(conditions: readonly ConcreteCondition[], keys: number): SortRange | undefined {
  const last = conditions.at(-1);
  if (last === undefined) return undefined;
  const before = conditions.slice(0, -1).flatMap(({ values }) => values);
  const [first, second = first] = last.values;
  if (first === undefined || second === undefined) return undefined;
  switch (last.operator) {
    case '=':
      return conditions.length === keys
        ? one('#singletS = :singletS', tupleOf([...before, first]))
        : one('begins_with(#singletS, :singletS)', tupleOf([...before, first]));
    case 'begins_with':
      return one('begins_with(#singletS, :singletS)', beginning(before, first));
    case '<':
      return from(tupleOf(before), justBelow(before, first));
    case '<=':
      return from(tupleOf(before), behind([...before, first]));
    case '>':
      return from(behind([...before, first]), behind(before));
    case '>=':
      return from(tupleOf([...before, first]), behind(before));
    case 'between':
      return from(tupleOf([...before, first]), behind([...before, second]));
  }
}
