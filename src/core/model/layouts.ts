// How an entity lies in the table, as rules and stages ask for it.
// Deliberately only what many need; what one index holds, each stage finds by its own target.
import type { Entity, KeyPart, Layout } from './design.ts';

/** Its primary key; undefined where an entity lacks a part of it. */
export const tableLayout = (entity: Entity): Layout | undefined =>
  entity.layouts.find(({ target }) => target.kind === 'table');

/** The parts of the partition key, then those of the sort key. */
export const keyParts = ({ partition, sort }: Layout): readonly KeyPart[] => [...partition, ...sort];
