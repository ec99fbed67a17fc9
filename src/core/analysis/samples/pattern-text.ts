// Texts for regular expressions: whether a text matches as a whole, and a text that does, near a wanted length.
// Deliberately leaves out look-around, back-references and inline flags: of such a pattern nothing is claimed.
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { mixed } from './mixed.ts';

export interface PatternText {
  /** True if the whole text matches. */
  readonly fits: (text: string) => boolean;
  /** The n-th text that matches, about `length` characters long; undefined where none was found. */
  readonly sample: (n: number, length: number) => string | undefined;
}

const maxPattern = 2_000;
const maxText = 4_096;
const attempts = 24;

/** Taken first where a class leaves the choice, so that texts read well. */
const favourites = [...'abcdefghijkmnopqrstuvwxyz0123456789ABCDEFGHJKLMNPQRSTUVWXYZ-_. '].map(codeOf);

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

/** Undefined where the pattern does not parse, or has parts that cannot be followed here. */
export function patternText(source: string): PatternText | undefined {
  if (source.length > maxPattern) return undefined;
  const pattern = parse(source, true) ?? parse(source, false);
  if (pattern === undefined || !pattern.alternatives.every(isPlain)) return undefined;
  const fits = (text: string): boolean => {
    const codes = [...text].map(codeOf);
    return endsOfChoice(pattern.alternatives, codes, new Set([0])).has(codes.length);
  };
  const choices: Choices = new Map();
  return { fits, sample: (n, length) => bestText(pattern, choices, fits, n, Math.min(length, maxText)) };
}

function parse(source: string, unicode: boolean): AST.Pattern | undefined {
  try {
    return new RegExpParser().parsePattern(source, 0, source.length, { unicode });
  } catch {
    // A syntax error is for a rule to report.
    return undefined;
  }
}

function isPlain(alternative: AST.Alternative): boolean {
  return alternative.elements.every(isPlainElement);
}

function isPlainElement(element: AST.Element): boolean {
  switch (element.type) {
    case 'Backreference':
    case 'ExpressionCharacterClass':
      return false;
    case 'Assertion':
      return element.kind === 'start' || element.kind === 'end';
    case 'Group':
      return element.modifiers === null && element.alternatives.every(isPlain);
    case 'CapturingGroup':
      return element.alternatives.every(isPlain);
    case 'Quantifier':
      return isPlainElement(element.element);
    default:
      return true;
  }
}

type Positions = ReadonlySet<number>;

/** The positions at which a match of one of the alternatives can end, begun at one of `starts`. */
function endsOfChoice(
  alternatives: readonly AST.Alternative[],
  codes: readonly number[],
  starts: Positions,
): Positions {
  const ends = new Set<number>();
  for (const { elements } of alternatives) {
    let reached = starts;
    for (const element of elements) reached = endsOf(element, codes, reached);
    for (const end of reached) ends.add(end);
  }
  return ends;
}

function endsOf(element: AST.Element, codes: readonly number[], starts: Positions): Positions {
  switch (element.type) {
    case 'Assertion': {
      const at = element.kind === 'start' ? 0 : codes.length;
      return new Set([...starts].filter((start) => start === at));
    }
    case 'Group':
    case 'CapturingGroup':
      return endsOfChoice(element.alternatives, codes, starts);
    case 'Quantifier':
      return endsOfRepeat(element, codes, starts);
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return new Set(
        [...starts].flatMap((start) => {
          const code = codes[start];
          return code !== undefined && accepts(element, code) ? [start + 1] : [];
        }),
      );
    default:
      return new Set();
  }
}

function endsOfRepeat(quantifier: AST.Quantifier, codes: readonly number[], starts: Positions): Positions {
  const ends = new Set<number>(quantifier.min === 0 ? starts : []);
  let reached = starts;
  for (let round = 1; round <= quantifier.max && reached.size > 0; round++) {
    const next = endsOf(quantifier.element, codes, reached);
    const still = same(next, reached);
    if (round >= quantifier.min || still) {
      const before = ends.size;
      for (const end of next) ends.add(end);
      if (ends.size === before && round > quantifier.min) break;
    }
    if (still) break;
    reached = next;
  }
  return ends;
}

const same = (a: Positions, b: Positions): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));

type CharacterElement = AST.Character | AST.CharacterSet | AST.CharacterClass;

function accepts(element: CharacterElement | AST.CharacterClassElement, code: number): boolean {
  switch (element.type) {
    case 'Character':
      return element.value === code;
    case 'CharacterClassRange':
      return element.min.value <= code && code <= element.max.value;
    case 'CharacterClass':
      return element.elements.some((part) => accepts(part, code)) !== element.negate;
    case 'CharacterSet':
      return inSet(element, code);
    default:
      return false;
  }
}

function inSet(set: AST.CharacterSet, code: number): boolean {
  if (set.kind === 'any') return code !== 10 && code !== 13 && code !== 0x2028 && code !== 0x2029;
  const digit = code >= 48 && code <= 57;
  if (set.kind === 'digit') return digit !== set.negate;
  if (set.kind === 'word') {
    const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
    return (digit || letter) !== set.negate;
  }
  // What \s and \p{Letter} hold is JavaScript's to say; one character cannot backtrack.
  return new RegExp(`^(?:${set.raw})$`, 'u').test(String.fromCodePoint(code));
}

/** The characters to choose from, by class, so that each class is looked through once. */
type Choices = Map<CharacterElement, readonly number[]>;

interface Writing {
  readonly choices: Choices;
  readonly seed: number;
  readonly length: number;
  text: string;
  steps: number;
}

function bestText(
  pattern: AST.Pattern,
  choices: Choices,
  fits: PatternText['fits'],
  n: number,
  length: number,
): string | undefined {
  let best: string | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const seed = mixed(`${n}/${attempt}`);
    // Later attempts aim lower and higher, since a repeated group is longer than one character.
    const aim = attempt < 6 ? length : Math.max(1, Math.round((length * (seed % 150)) / 100));
    const writing: Writing = { choices, seed, length: aim, text: '', steps: 0 };
    if (!writeChoice(pattern.alternatives, writing) || !fits(writing.text)) continue;
    const distance = Math.abs(writing.text.length - length);
    if (best === undefined || distance < Math.abs(best.length - length)) best = writing.text;
    if (distance === 0) break;
  }
  return best;
}

const chance = (writing: Writing): number => mixed(`${writing.seed}:${writing.steps++}`);

/** False where the text grows too long or a class is empty. */
function writeChoice(alternatives: readonly AST.Alternative[], writing: Writing): boolean {
  const chosen = alternatives[chance(writing) % Math.max(1, alternatives.length)];
  return chosen === undefined || chosen.elements.every((element) => write(element, writing));
}

function write(element: AST.Element, writing: Writing): boolean {
  if (writing.text.length > maxText || writing.steps > maxText * 4) return false;
  switch (element.type) {
    case 'Assertion':
      return true;
    case 'Group':
    case 'CapturingGroup':
      return writeChoice(element.alternatives, writing);
    case 'Quantifier':
      return writeRepeat(element, writing);
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass': {
      const code = characterFor(element, writing);
      if (code === undefined) return false;
      writing.text += String.fromCodePoint(code);
      return true;
    }
    default:
      return false;
  }
}

function writeRepeat(quantifier: AST.Quantifier, writing: Writing): boolean {
  const { min, max, element } = quantifier;
  const room = writing.length - writing.text.length;
  const wanted = max === Number.POSITIVE_INFINITY || room < max ? room : chance(writing) % (max + 1);
  const rounds = Math.max(min, Math.min(max, wanted));
  for (let round = 0; round < rounds; round++) {
    if (round >= min && writing.text.length >= writing.length) break;
    if (!write(element, writing)) return false;
  }
  return true;
}

function characterFor(element: CharacterElement, writing: Writing): number | undefined {
  if (element.type === 'Character') return element.value;
  const choices = writing.choices.get(element) ?? choicesOf(element);
  writing.choices.set(element, choices);
  return choices[chance(writing) % Math.max(1, choices.length)];
}

/** Letters and digits where the class has them, else what can be printed, else the first of its own. */
function choicesOf(element: AST.CharacterSet | AST.CharacterClass): readonly number[] {
  const likely = favourites.filter((code) => accepts(element, code)).slice(0, 34);
  if (likely.length > 0) return likely;
  const printable = Array.from({ length: 95 }, (_, i) => 32 + i).filter((code) => accepts(element, code));
  if (printable.length > 0 || element.type !== 'CharacterClass') return printable;
  const firsts = element.elements.flatMap((part) =>
    part.type === 'CharacterClassRange' ? [part.min.value] : part.type === 'Character' ? [part.value] : [],
  );
  return firsts.filter((code) => accepts(element, code));
}
