// How long the texts are that a regular expression matches, in UTF-8 bytes.
// Deliberately gives up on what it does not know (look-around, back-references): no bound is better than a wrong one.
import { utf8Length } from '../../text/utf8.ts';

export interface Length {
  readonly min: number;
  readonly max: number | undefined;
}

interface Reader {
  readonly source: string;
  at: number;
}

const empty: Length = { min: 0, max: 0 };
const ascii: Length = { min: 1, max: 1 };
/** A character of any kind is at most four bytes. */
const anyCharacter: Length = { min: 1, max: 4 };

const plus = (a: Length, b: Length): Length => ({
  min: a.min + b.min,
  max: a.max === undefined || b.max === undefined ? undefined : a.max + b.max,
});

const either = (a: Length, b: Length): Length => ({
  min: Math.min(a.min, b.min),
  max: a.max === undefined || b.max === undefined ? undefined : Math.max(a.max, b.max),
});

const repeated = (of: Length, min: number, max: number | undefined): Length => ({
  min: of.min * min,
  max: of.max === 0 ? 0 : of.max === undefined || max === undefined ? undefined : of.max * max,
});

/** The match of a sticky expression at the reader's place, which it moves behind it. */
function take(reader: Reader, expression: RegExp): RegExpExecArray | undefined {
  expression.lastIndex = reader.at;
  const match = expression.exec(reader.source) ?? undefined;
  if (match) reader.at += match[0].length;
  return match;
}

function quantified(reader: Reader, of: Length): Length {
  const match = take(reader, /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y);
  if (match === undefined) return of;
  const [, sign, least, comma, most] = match;
  if (sign === '*') return repeated(of, 0, undefined);
  if (sign === '+') return repeated(of, 1, undefined);
  if (sign === '?') return repeated(of, 0, 1);
  const min = Number(least);
  return repeated(of, min, comma === undefined ? min : most ? Number(most) : undefined);
}

function group(reader: Reader): Length | undefined {
  if (take(reader, /\((?!\?)|\(\?:|\(\?<[A-Za-z]\w*>/y) === undefined) return undefined;
  const inner = alternatives(reader);
  return inner && take(reader, /\)/y) ? inner : undefined;
}

function atom(reader: Reader): Length | undefined {
  if (reader.source[reader.at] === '(') return group(reader);
  const set = take(reader, /\[(\^?)((?:\\.|[^\]\\])*)\]/suy);
  if (set) {
    const plain = set[1] === '' && /^(?:\\[dw.\-^$|/()[\]{}*+?\\]|[\x20-\x5b\x5d-\x7e])*$/.test(set[2] ?? '');
    return plain ? ascii : anyCharacter;
  }
  const escaped = take(reader, /\\(.)/suy)?.[1];
  if (escaped !== undefined) {
    if (/[bB]/.test(escaped)) return empty;
    if (/[dwtnrfv]/.test(escaped) || /[^A-Za-z0-9]/.test(escaped))
      return utf8Length(escaped) === 1 ? ascii : anyCharacter;
    return /[DWSs]/.test(escaped) ? anyCharacter : undefined;
  }
  if (take(reader, /\./y)) return anyCharacter;
  const character = take(reader, /[^\\()[\]{}^$.|?*+]/uy)?.[0];
  return character === undefined ? undefined : { min: utf8Length(character), max: utf8Length(character) };
}

function sequence(reader: Reader): Length | undefined {
  let length = empty;
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source[reader.at] ?? '')) {
    const one = atom(reader);
    if (one === undefined) return undefined;
    length = plus(length, quantified(reader, one));
  }
  return length;
}

function alternatives(reader: Reader): Length | undefined {
  let length = sequence(reader);
  while (length && take(reader, /\|/y)) {
    const next = sequence(reader);
    length = next && either(length, next);
  }
  return length;
}

/** Undefined where the expression is not anchored at both ends, is broken, or goes beyond plain regular expressions. */
export function patternLength(source: string): Length | undefined {
  if (!source.startsWith('^') || !/[^\\](\\\\)*\$$/.test(source)) return undefined;
  const reader: Reader = { source: source.slice(1, -1), at: 0 };
  // Only a sequence: an alternative at the top would escape the anchors, as in ^a|b$.
  const length = sequence(reader);
  return reader.at === reader.source.length ? length : undefined;
}
