// Units that an engine reports against those of the same items, by table and index.
// Deliberately exact: nothing is rounded, and no more is forgiven than the engine is known to get wrong.
import { type Units, unitLines } from '../calls/consumed.ts';
import type { Feature, Profile } from '../engines/capabilities.ts';
import { confirmed, mismatch, notCheckable, type Verdict } from './check.ts';
import { lacking } from './features.ts';

/** With what the others report of the same name added up; 0 stands for nothing. */
const amount = (units: Units, name: string): number => units.get(name) ?? 0;

/** Halves are exact in binary; sums of them, too. */
const isSame = (a: Units, b: Units): boolean =>
  [...new Set([...a.keys(), ...b.keys()])].every((name) => amount(a, name) === amount(b, name));

export function judgeUnits(
  profile: Profile,
  features: Iterable<Feature>,
  expected: Units,
  actual: Units | undefined,
  on: 'engine' | 'shadow',
): Verdict {
  const reason = lacking(profile, features);
  if (reason !== undefined) return notCheckable(reason);
  if (actual === undefined) return notCheckable('the engine reports no ConsumedCapacity');
  return isSame(expected, actual)
    ? confirmed(on)
    : mismatch('The units differ from those of the same items.', unitLines(expected), unitLines(actual));
}
