// Regular expressions as expressions of our own: what `pattern` of an attribute and the formats declare.
// Deliberately leaves out look-around, back-references and flags: such a pattern takes no part in proofs.
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import {
  between,
  type CodeRange,
  choice,
  lastCodePoint,
  oneOf,
  type Pattern,
  repeat,
  sequence,
} from './pattern.ts';

const longest = 2_000;

/** The language of texts that match as a whole; undefined where the source is no such expression. */
export function parsePattern(source: string): Pattern | undefined {
  if (source.length > longest) return undefined;
  const parsed = parse(source, true) ?? parse(source, false);
  return parsed && ofAlternatives(parsed.alternatives, true, true);
}

function parse(source: string, unicode: boolean): AST.Pattern | undefined {
  try {
    return new RegExpParser().parsePattern(source, 0, source.length, { unicode });
  } catch {
    // A rule reports what is no regular expression.
    return undefined;
  }
}

/** `isFirst` and `isLast` tell whether `^` and `$` stand where they say nothing. */
function ofAlternatives(
  alternatives: readonly AST.Alternative[],
  isFirst: boolean,
  isLast: boolean,
): Pattern | undefined {
  const parts: Pattern[] = [];
  for (const { elements } of alternatives) {
    const list: Pattern[] = [];
    for (const [i, element] of elements.entries()) {
      const part = ofElement(element, isFirst && i === 0, isLast && i === elements.length - 1);
      if (part === undefined) return undefined;
      list.push(part);
    }
    parts.push(sequence(...list));
  }
  return choice(parts);
}

function ofElement(element: AST.Element, isFirst: boolean, isLast: boolean): Pattern | undefined {
  switch (element.type) {
    case 'Assertion':
      return (element.kind === 'start' && isFirst) || (element.kind === 'end' && isLast)
        ? sequence()
        : undefined;
    case 'Group':
      return element.modifiers === null ? ofAlternatives(element.alternatives, isFirst, isLast) : undefined;
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives, isFirst, isLast);
    case 'Quantifier': {
      const of = ofElement(element.element, false, false);
      return of && repeat(of, element.min, element.max);
    }
    case 'Character':
      return oneOf([element.value, element.value]);
    case 'CharacterSet':
    case 'CharacterClass': {
      const ranges = rangesOf(element);
      return ranges && oneOf(...ranges);
    }
    default:
      return undefined;
  }
}

function rangesOf(
  element:
    | AST.CharacterSet
    | AST.CharacterClass
    | AST.CharacterClassRange
    | AST.Character
    | AST.CharacterClassElement,
): readonly CodeRange[] | undefined {
  switch (element.type) {
    case 'Character':
      return [[element.value, element.value]];
    case 'CharacterClassRange':
      return [[element.min.value, element.max.value]];
    case 'CharacterClass': {
      const ranges: CodeRange[] = [];
      for (const each of element.elements) {
        const own = rangesOf(each);
        if (own === undefined) return undefined;
        ranges.push(...own);
      }
      return element.negate ? allBut(ranges) : ranges;
    }
    case 'CharacterSet':
      return ofCharacterSet(element);
    default:
      return undefined;
  }
}

const digit: readonly CodeRange[] = [between('0', '9')];
const word: readonly CodeRange[] = [
  between('0', '9'),
  between('A', 'Z'),
  between('_', '_'),
  between('a', 'z'),
];
/** ECMA-262, WhiteSpace and LineTerminator. */
const space: readonly CodeRange[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
/** ECMA-262, LineTerminator: what `.` leaves out. */
const lineEnds: readonly CodeRange[] = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

function ofCharacterSet(set: AST.CharacterSet): readonly CodeRange[] | undefined {
  switch (set.kind) {
    case 'any':
      return allBut(lineEnds);
    case 'digit':
      return set.negate ? allBut(digit) : digit;
    case 'word':
      return set.negate ? allBut(word) : word;
    case 'space':
      return set.negate ? allBut(space) : space;
    default:
      return undefined;
  }
}

const surrogates: readonly CodeRange[] = [[0xd800, 0xdfff]];

/** All scalar values that lie in none of the ranges. */
function allBut(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const sorted = [...ranges, ...surrogates].sort((a, b) => a[0] - b[0]);
  const rest: CodeRange[] = [];
  let from = 0;
  for (const [low, high] of sorted) {
    if (from < low) rest.push([from, low - 1]);
    from = Math.max(from, high + 1);
  }
  if (from <= lastCodePoint) rest.push([from, lastCodePoint]);
  return rest;
}
