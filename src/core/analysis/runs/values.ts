// Values of requests with the arguments in the place of parameters, and comparisons with what items hold.
// Deliberately undefined where an argument is missing: nothing is made up.
import type { DynamoValue } from '../capacity/item.ts';
import { concreteValue, parametersOf } from '../requests/concrete.ts';
import type { RequestValue } from '../requests/request-value.ts';
import type { Term } from '../routes/terms.ts';
import { compareValues } from '../samples/compare-values.ts';
import { printValue } from '../samples/print-value.ts';
import type { Arguments } from './run.ts';

/** The name of the format of an attribute that a parameter stands for, as functions of dates need it. */
export type FormatOf = (parameter: string) => string | undefined;

/** The value; undefined where a parameter has no argument, or no value can be made of it. */
export function valueWith(value: RequestValue, args: Arguments, formatOf: FormatOf): DynamoValue | undefined {
  const given = new Map(
    parametersOf(value).flatMap((name) => {
      const own = args.get(name);
      return own ? [[name, { value: own, format: formatOf(name) }] as const] : [];
    }),
  );
  return concreteValue(value, { given, each: new Map() });
}

/** Whether a value meets the condition; false where one of the condition's own values is not known. */
export function meets(
  value: DynamoValue,
  { operator, values }: Pick<Term, 'operator' | 'values'>,
  args: Arguments,
  formatOf: FormatOf,
): boolean {
  const [first, second] = values.map((each) => valueWith(each, args, formatOf));
  if (first === undefined || (values.length > 1 && second === undefined)) return false;
  if (operator === 'begins_with') {
    return value.type === 'string' && value.value.startsWith(printValue(first));
  }
  if (value.type !== first.type) return false;
  const order = compareValues(value, first);
  switch (operator) {
    case '=':
      return order === 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case 'between':
      return order >= 0 && second !== undefined && compareValues(value, second) <= 0;
    default:
      return false;
  }
}
