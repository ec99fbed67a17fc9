// The places of a model file where the language has a closed set of words, found by path.
// Deliberately knows no words: those of other tools are in aws-word-table.ts, ours in the schema.
import type { Path } from '../syntax/tree.ts';

/** The kinds of places where the language has a closed set of words. */
export type WordPlace =
  | 'model key'
  | 'table key'
  | 'index key'
  | 'entity key'
  | 'attribute key'
  | 'pattern key'
  | 'attribute word'
  | 'attribute type'
  | 'format'
  | 'key type'
  | 'capacity'
  | 'projection'
  | 'stream view'
  | 'index type'
  | 'table class'
  | 'consistency'
  | 'order'
  | 'yes or no';

const keyPlaces: readonly (readonly [pattern: Path, place: WordPlace])[] = [
  [[], 'model key'],
  [['table'], 'table key'],
  [['indexes', '*'], 'index key'],
  [['entities', '*'], 'entity key'],
  [['entities', '*', 'attributes', '*'], 'attribute key'],
];

const valuePlaces: readonly (readonly [pattern: Path, place: WordPlace])[] = [
  [['entities', '*', 'attributes', '*'], 'attribute word'],
  [['entities', '*', 'attributes', '*', 'type'], 'attribute type'],
  [['entities', '*', 'attributes', '*', 'format'], 'format'],
  [['table', 'capacity'], 'capacity'],
  [['indexes', '*', 'capacity'], 'capacity'],
  [['indexes', '*', 'projection'], 'projection'],
  [['indexes', '*', 'type'], 'index type'],
  [['table', 'stream'], 'stream view'],
  [['table', 'consumers', '*', 'view'], 'stream view'],
  [['table', 'class'], 'table class'],
];

/** The place of the keys of the map at a path. */
export function keyPlace(path: Path): WordPlace | undefined {
  if (path.length >= 2 && path[0] === 'accessPatterns') return 'pattern key';
  return lookUp(keyPlaces, path);
}

/** The place of the value at a path. */
export function valuePlace(path: Path): WordPlace | undefined {
  const last = path.at(-1);
  const isKey = path.includes('partitionKey') || path.includes('sortKey');
  if (last === 'type' && isKey && path[0] !== 'entities') return 'key type';
  if (path[0] === 'accessPatterns' && path.length > 2) {
    if (last === 'consistency' || last === 'order') return last;
  }
  return lookUp(valuePlaces, path);
}

const lookUp = (places: typeof keyPlaces, path: Path): WordPlace | undefined =>
  places.find(
    ([pattern]) =>
      pattern.length === path.length && pattern.every((step, at) => step === '*' || step === path[at]),
  )?.[1];
