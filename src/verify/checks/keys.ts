// Whether the samples keep their own places: no two different items with one primary key.
// Deliberately of the samples that were tried; that no items whatever collide is the business of proofs.
import type { Samples } from '../../core/analysis/samples/samples.ts';
import { storedText, type World } from '../world.ts';
import { type Check, confirmed, mismatch, type PatternResult } from './check.ts';

export function checkKeys(world: World, { collisions }: Samples): PatternResult {
  const [first] = collisions;
  const check = (verdict: Check['verdict']): PatternResult => ({
    pattern: '',
    checks: [{ aspect: 'keys', call: '', verdict }],
  });
  if (first === undefined) return check(confirmed());
  const [a, b] = first;
  const others = collisions.length > 1 ? `, and ${collisions.length - 1} more such pairs` : '';
  return check(
    mismatch(
      `A ${a.entity} and a ${b.entity} that differ have one primary key: the second overwrites the first${others}.`,
      [storedText(world, a), storedText(world, b)],
      [storedText(world, b)],
      [a, b].map(({ entity, values }) => ({ entity, values })),
    ),
  );
}
