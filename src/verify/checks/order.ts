// The order of what came back against the order that the pattern declares.
// Deliberately looks at neighbours only, and leaves equal ones in any order, as DynamoDB does.
import { compareValues } from '../../core/analysis/samples/compare-values.ts';
import { type Stored, storedText } from '../world.ts';
import { confirmed, mismatch, type Verdict } from './check.ts';
import { compareKeys, type Question, type Result } from './items.ts';

/** Undefined where the pattern declares none. */
export function judgeOrder(
  question: Question,
  results: readonly Result[],
  on: 'engine' | 'shadow',
): Verdict | undefined {
  const { world, resolved, route } = question;
  const { order } = resolved.action;
  if (order === undefined) return undefined;
  const compare = (a: Stored, b: Stored): number => {
    if (order.attribute === undefined) return compareKeys(route, a, b);
    const [x, y] = [a.values.get(order.attribute.value), b.values.get(order.attribute.value)];
    if (x === undefined || y === undefined) return 0;
    return order.descending ? compareValues(y, x) : compareValues(x, y);
  };
  const names = new Set(resolved.entities.map((entity) => entity.name));
  // Each query is in order by itself.
  for (const { read } of results) {
    const found = read
      .flatMap((entry) => world.find(entry) ?? [])
      .filter((stored) => names.has(stored.entity));
    const wrong = found.findIndex((stored, i) => {
      const next = found[i + 1];
      return next !== undefined && compare(stored, next) > 0;
    });
    if (wrong < 0) continue;
    const by = order.attribute?.value ?? 'the sort key';
    const pair = found.slice(wrong, wrong + 2);
    return mismatch(
      `The items are not in ${order.descending ? 'descending' : 'ascending'} order of ${by}.`,
      found.toSorted(compare).map((stored) => storedText(world, stored)),
      found.map((stored) => storedText(world, stored)),
      pair.map(({ entity, values }) => ({ entity, values })),
    );
  }
  return confirmed(on);
}
