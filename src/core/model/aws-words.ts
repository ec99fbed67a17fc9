// Looks up words of CloudFormation, the API and other tools that stand where the language has words of its own.
// Deliberately only says what they are here: whether something is wrong, shape.ts decides.
import { formats } from '../facts/formats.ts';
import { explained, replacements, typeLetters } from './aws-word-table.ts';
import type { WordPlace } from './word-place.ts';

export interface Ours {
  /** The word of ours, or in words what to write; ready to stand in YAML where `replaces` is true. */
  readonly ours: string;
  /** True if writing `ours` in place of the word says the same. */
  readonly replaces: boolean;
  /** What to do where replacing the word is not enough. */
  readonly advice: string | undefined;
  /** The key under which `ours` belongs, where it is not the one it stands under. */
  readonly key: string | undefined;
}

/**
 * What the language has for a word of another tool in such a place; undefined for its own words and for unknown ones.
 * @param allowed the words of ours that are possible: the same in capitals or with `_` is the API's spelling
 */
export function awsWord(place: WordPlace, word: string, allowed: readonly string[]): Ours | undefined {
  const letter = takesTypes(place) ? typeLetters.get(word) : undefined;
  if (letter !== undefined && allowed.includes(letter)) return replacement(letter);
  if (word.length > longestWord || allowed.includes(word)) return undefined;
  const same = allowed.find((ours) => normal(ours) === normal(word));
  if (same !== undefined) return replacement(same);
  const found = tables.get(place)?.get(normal(word));
  return found?.ours === word && found.key === undefined ? undefined : found;
}

const longestWord = 60;

const takesTypes = (place: WordPlace): boolean =>
  place === 'attribute word' || place === 'attribute type' || place === 'key type';

/** How a word is looked up: `PAY_PER_REQUEST` and `payPerRequest` are one word. */
const normal = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, '');

const replacement = (ours: string, key?: string): Ours => ({ ours, replaces: true, advice: undefined, key });

const tables: ReadonlyMap<WordPlace, ReadonlyMap<string, Ours>> = makeTables();

function makeTables(): ReadonlyMap<WordPlace, ReadonlyMap<string, Ours>> {
  const made = new Map<WordPlace, Map<string, Ours>>();
  for (const [name, rows] of Object.entries(replacements)) {
    const table = new Map<string, Ours>();
    for (const [words, ours] of rows) {
      for (const word of words.split(' ')) table.set(normal(word), replacement(ours));
    }
    made.set(name as WordPlace, table);
  }
  for (const [place, words, ours, advice] of explained) {
    for (const word of words.split(' ')) {
      made.get(place)?.set(normal(word), { ours, replaces: false, advice, key: undefined });
    }
  }
  made.set('attribute type', typeTable(made.get('attribute word') ?? new Map()));
  return made;
}

/** Under `type:` a format is in the wrong place, not a wrong word. */
function typeTable(words: ReadonlyMap<string, Ours>): Map<string, Ours> {
  const table = new Map<string, Ours>();
  for (const [word, found] of words) {
    table.set(word, formats.has(found.ours) ? replacement(found.ours, 'format') : found);
  }
  for (const word of formats.keys()) table.set(normal(word), replacement(word, 'format'));
  return table;
}
