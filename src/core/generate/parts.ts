// The parts of a table's definition that CloudFormation and CreateTable write alike, in the words of both.
// Deliberately plain data: escaping and layout are the printers' work.
import type { Design, KeyAttribute, Target } from '../model/design.ts';
import { includedAttributes, searchAttributeType } from '../model/index-attributes.ts';
import type { IndexDecl, KeyType, ProjectionDecl, StreamView } from '../model/model.ts';
import type { Source } from './source.ts';

/** What JSON can hold; keys that are undefined are not written. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };

const typeLetters: Readonly<Record<KeyType, string>> = { string: 'S', number: 'N', binary: 'B' };

/** `new-image` is `NEW_IMAGE`. */
const apiWord = (word: string): string => word.toUpperCase().replaceAll('-', '_');

export const streamViewType = (view: StreamView): string => apiWord(view);

export const tableClass = (name: 'standard' | 'standard-infrequent-access'): string => apiWord(name);

/** Every attribute that a key or a search schema names, once, in the order of first use. */
export function attributeDefinitions({ design }: Source): Json {
  const types = new Map<string, KeyType>();
  const add = (name: string, type: KeyType): void => {
    if (!types.has(name)) types.set(name, type);
  };
  for (const target of design.targets) {
    for (const key of [...target.partitionKey, ...target.sortKey]) add(key.name, key.type);
  }
  for (const index of design.vectorIndexes) {
    for (const name of searchAttributes(index)) add(name, searchAttributeType(design, name) ?? 'string');
  }
  return [...types].map(([name, type]) => ({ AttributeName: name, AttributeType: typeLetters[type] }));
}

/** All HASH elements first, then RANGE, each in the order written. */
export function keySchema({ partitionKey, sortKey }: Target): Json {
  const elements = (keys: readonly KeyAttribute[], type: string) =>
    keys.map((key) => ({ AttributeName: key.name, KeyType: type }));
  return [...elements(partitionKey, 'HASH'), ...elements(sortKey, 'RANGE')];
}

const searchAttributes = (index: IndexDecl): readonly string[] => [
  ...index.partitionKey.map((key) => key.name),
  ...index.filters.map((filter) => filter.value),
];

export function projection(design: Design, index: IndexDecl | undefined): Json {
  const declared: ProjectionDecl = index?.projection ?? 'all';
  if (index === undefined || declared === 'all') return { ProjectionType: 'ALL' };
  const included = includedAttributes(design, index);
  return included.length === 0
    ? { ProjectionType: 'KEYS_ONLY' }
    : { ProjectionType: 'INCLUDE', NonKeyAttributes: included };
}

/** Undefined where there is none, so that no empty list is written. */
export function localIndexes({ design, localIndexes: indexes }: Source): Json | undefined {
  return listed(
    indexes.map((target) => ({
      IndexName: target.name,
      KeySchema: keySchema(target),
      Projection: projection(design, target.decl),
    })),
  );
}

export function vectorIndexes({ design }: Source): Json | undefined {
  return listed(
    design.vectorIndexes.map((index) => ({
      IndexName: index.name,
      VectorAttribute: { AttributeName: index.vector?.value },
      Dimensions: index.dimensions,
      DistanceFunction: index.distance && apiWord(index.distance),
      SearchSchema: listed([
        ...index.partitionKey.map((key) => searchElement(key.name, 'HASH')),
        ...index.filters.map((filter) => searchElement(filter.value, 'INLINE_FILTER')),
      ]),
      Projection: projection(design, index),
    })),
  );
}

const searchElement = (name: string, type: string): Json => ({
  AttributeName: name,
  SearchSchemaElementType: type,
});

export const listed = (items: readonly Json[]): Json | undefined => (items.length === 0 ? undefined : items);
