// The values of an attribute, and of what template functions make of it, as languages: all that are declared, and the plain ones.
// Deliberately takes an undeclared text for any text: what holds only for plain texts is no proof.
import { templateFunctions } from '../../../facts/functions.ts';
import type { Attribute } from '../../../model/design.ts';
import type { FunctionCall } from '../../../syntax/template.ts';
import type { ScalarValue } from '../../../syntax/tree.ts';
import { anyText, choice, mapCharacters, type Pattern, plainText, text } from '../automata/pattern.ts';
import { anyNumber, filledNumbers, numbersBetween, wholeNumbers } from './numbers.ts';

/**
 * `all` holds every text that the declaration allows. `plain` holds only those that nobody doubts: of an undeclared
 * text digits, of a number whole ones from 0. A refutation needs a witness of plain texts.
 */
export interface Texts {
  readonly all: Pattern;
  readonly plain: Pattern;
  /** True where the declaration leaves open what `plain` leaves out. */
  readonly isOpen: boolean;
}

/** Reads a regular expression; undefined where it takes no part in proofs. */
export type ReadPattern = (source: string) => Pattern | undefined;

const closed = (pattern: Pattern): Texts => ({ all: pattern, plain: pattern, isOpen: false });
export const undeclared: Texts = { all: anyText, plain: plainText, isOpen: true };

const listed = (values: readonly ScalarValue[]): Texts =>
  closed(choice(values.filter((value) => value !== null).map((value) => text(String(value)))));

interface Bounds {
  readonly min: bigint;
  readonly max: bigint | undefined;
  readonly canBeNegative: boolean;
}

const whole = (value: number): bigint | undefined =>
  Number.isFinite(value) ? BigInt(Math.trunc(value)) : undefined;

function boundsOf({ sources }: Attribute): Bounds {
  const min = sources.find((source) => source.min !== undefined)?.min;
  const max = sources.find((source) => source.max !== undefined)?.max;
  const least = min === undefined ? 0n : (whole(Math.ceil(min)) ?? 0n);
  return {
    min: least > 0n ? least : 0n,
    max: max === undefined || max < 0 ? undefined : whole(max),
    canBeNegative: min === undefined || min < 0,
  };
}

/** The values of the attribute as they stand in a key without functions. */
function textsOf(attribute: Attribute | undefined, read: ReadPattern): Texts {
  if (attribute === undefined) return undeclared;
  for (const source of attribute.sources) {
    if (source.constant) return listed([source.constant.value]);
    if (source.enumeration) return listed(source.enumeration.map(({ value }) => value));
    if (source.pattern && attribute.type !== 'number') {
      const pattern = read(source.pattern.value);
      return pattern ? closed(pattern) : undeclared;
    }
  }
  const format = attribute.format && read(attribute.format.pattern);
  if (format) return closed(format);
  switch (attribute.type) {
    case 'number': {
      const { min, max, canBeNegative } = boundsOf(attribute);
      const all = canBeNegative || max === undefined ? anyNumber(canBeNegative) : numbersBetween(min, max);
      return { all, plain: wholeNumbers(min, max), isOpen: true };
    }
    case 'boolean':
      return listed([true, false]);
    default:
      return undeclared;
  }
}

/** Whole numbers behind `pad` and `descending`; a number that these do not take has no key. */
function filled(attribute: Attribute, { name, args }: FunctionCall): Texts | undefined {
  const largest = templateFunctions.get(name)?.largest(args);
  const width = Number(args[0]);
  if (largest === undefined || attribute.type !== 'number' || attribute.format !== undefined)
    return undefined;
  const { min, max } = boundsOf(attribute);
  const most = max !== undefined && max < largest ? max : largest;
  if (name === 'pad')
    return {
      all: filledNumbers(min, max, width),
      plain: filledNumbers(min, max ?? largest, width),
      isOpen: max === undefined,
    };
  return closed(filledNumbers(largest - most, largest - (min < largest ? min : largest), width));
}

const changeCase = (name: string): ((code: number) => number) => {
  const change = (char: string): string => (name === 'upper' ? char.toUpperCase() : char.toLowerCase());
  return (code) => change(String.fromCodePoint(code)).codePointAt(0) ?? code;
};

function behind(before: Texts, { name, args }: FunctionCall, read: ReadPattern): Texts {
  if (name === 'upper' || name === 'lower') {
    const change = changeCase(name);
    return {
      all: mapCharacters(before.all, change),
      plain: mapCharacters(before.plain, change),
      isOpen: before.isOpen,
    };
  }
  const image = templateFunctions.get(name)?.image(args);
  const pattern = image === undefined ? undefined : read(image);
  return pattern ? closed(pattern) : undeclared;
}

/** The texts of `${attribute | functions}`; those of a parameter that is typed by an attribute are the same. */
export function textsBehind(
  attribute: Attribute | undefined,
  calls: readonly FunctionCall[],
  read: ReadPattern,
): Texts {
  const [first, ...others] = calls;
  if (first === undefined) return textsOf(attribute, read);
  const start = (attribute && filled(attribute, first)) ?? behind(textsOf(attribute, read), first, read);
  return others.reduce((before, call) => behind(before, call, read), start);
}
