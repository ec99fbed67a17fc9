// How an entity lies in the table, as rules and stages ask for it.
// Deliberately only what many need; what one index holds, each stage finds by its own target.
import { namesIn, type Placeholder, placeholdersIn } from '../syntax/template.ts';
import type { Entity, KeyPart, Layout } from './design.ts';

/** Its primary key; undefined where an entity lacks a part of it. */
export const tableLayout = (entity: Entity): Layout | undefined =>
  entity.layouts.find(({ target }) => target.kind === 'table');

/** The parts of the partition key, then those of the sort key. */
export const keyParts = ({ partition, sort }: Layout): readonly KeyPart[] => [...partition, ...sort];

/** The placeholders of the parts of a key, in their order. */
export const placeholdersOfParts = (parts: readonly KeyPart[]): readonly Placeholder[] =>
  parts.flatMap(({ template }) => placeholdersIn(template));

/** The names that the parts of a key are made of, each once, whatever functions stand around them. */
export const namesOfParts = (parts: readonly KeyPart[]): readonly string[] => [
  ...new Set(parts.flatMap(({ template }) => namesIn(template))),
];

/** The attributes that an entity's primary key is made of; none where it has no whole one. */
export function primaryKeyAttributes(entity: Entity): readonly string[] {
  const layout = tableLayout(entity);
  return layout === undefined
    ? []
    : namesOfParts(keyParts(layout)).filter((name) => entity.attributes.has(name));
}
