// A time and its truncations are not independent: a date-time begins with its own year, month and day.
// Deliberately only for texts of time whose truncation is their beginning; of numbers nothing is said.
import { dateFormatOf } from '../routes/functions.ts';
import type { Constraint } from './equations/problem.ts';
import type { Role } from './scene.ts';

/** The formats that the text of a date or date-time begins with. */
const beginnings: readonly string[] = ['yyyy', 'yyyy-MM', 'yyyy-MM-dd'];

/** How many bytes of the whole text the variable is: all of them without a function; undefined where it is not its beginning. */
function lengthOf({ attribute, calls }: Omit<Role, 'domain'>): number | undefined {
  if (attribute?.type !== 'string' || attribute.format?.order !== 'time') return undefined;
  if (calls.length === 0) return Number.POSITIVE_INFINITY;
  const format = dateFormatOf(calls);
  return format !== undefined && beginnings.includes(format) ? format.length : undefined;
}

/**
 * What holds between a new variable and those of the same attribute that are there: the longer begins with the shorter.
 * As texts of digits of one length, the first is then the least that is not smaller: `shorter <= longer < shorter~`.
 */
export function truncations(
  number: number,
  role: Omit<Role, 'domain'>,
  roles: readonly Omit<Role, 'domain'>[],
): readonly Constraint[] {
  const own = lengthOf(role);
  if (own === undefined) return [];
  return roles.flatMap((other, i): readonly Constraint[] => {
    if (other.item !== role.item || other.name !== role.name) return [];
    const length = lengthOf(other);
    if (length === undefined || length === own) return [];
    const [shorter, longer] = own < length ? [number, i] : [i, number];
    return [
      { relation: '<=', left: [shorter], right: [longer] },
      { relation: '<', left: [longer], right: [shorter, '\xff'] },
    ];
  });
}
