// A time and its truncations are not independent: a date-time begins with its own year, month and day.
// Deliberately only for texts of time whose truncation is their beginning; of numbers nothing is said.
import type { Attribute } from '../../model/design.ts';
import type { FunctionCall } from '../../syntax/template.ts';
import { dateFormatOf } from '../routes/functions.ts';
import type { Role } from './scene.ts';

/** The formats that the text of a date or date-time begins with. */
const beginnings: readonly string[] = ['yyyy', 'yyyy-MM', 'yyyy-MM-dd'];

/** How many bytes of the whole text the variable is: all of them without a function; undefined where it is not its beginning. */
function lengthOf({ attribute, calls }: Pick<Role, 'attribute' | 'calls'>): number | undefined {
  if (attribute?.type !== 'string' || attribute.format?.order !== 'time') return undefined;
  if (calls.length === 0) return Number.POSITIVE_INFINITY;
  const format = dateFormatOf(calls);
  return format !== undefined && beginnings.includes(format) ? format.length : undefined;
}

/** True where the functions leave the beginning of the whole text, as `date(yyyy-MM)` does of a date-time. */
export const isOwnBeginning = (attribute: Attribute, calls: readonly FunctionCall[]): boolean =>
  calls.length > 0 && lengthOf({ attribute, calls }) !== undefined;

/** A variable whose text is that of another and then some more. */
export interface Continuation {
  readonly longer: number;
  readonly shorter: number;
}

/** Which of a new variable and those of the same attribute that are there begins with which. */
export function truncations(
  number: number,
  role: Pick<Role, 'item' | 'name' | 'attribute' | 'calls'>,
  roles: readonly Pick<Role, 'item' | 'name' | 'attribute' | 'calls'>[],
): readonly Continuation[] {
  const own = lengthOf(role);
  if (own === undefined) return [];
  return roles.flatMap((other, i): readonly Continuation[] => {
    if (other.item !== role.item || other.name !== role.name) return [];
    const length = lengthOf(other);
    if (length === undefined || length === own) return [];
    return own < length ? [{ longer: i, shorter: number }] : [{ longer: number, shorter: i }];
  });
}
