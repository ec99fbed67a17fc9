// The schema of a whole model file: the one place that says which properties exist and what they mean.
// Deliberately the only source of reference text: hover, JSON Schema and the language reference are made from it.
import * as z from 'zod';
import { entity } from './entities.ts';
import { pattern } from './patterns.ts';
import { index, table } from './table.ts';

export const document = z
  .strictObject({
    version: z.literal(1).describe('The version of the model language: `1`.'),
    table: table.describe('The table: its name, keys, capacity and settings. One file is one table.'),
    indexes: z
      .record(z.string(), index)
      .meta({ title: 'a map of indexes' })
      .optional()
      .describe(
        'The secondary indexes, by name: `GSI1: { partitionKey: GSI1PK, sortKey: GSI1SK }`. An item is in an index if it carries every key attribute of it with the right type.',
      ),
    entities: z
      .record(z.string(), entity)
      .meta({ title: 'a map of entities' })
      .describe('The entities, by name: attributes, keys, how many items.'),
    accessPatterns: z
      .record(z.string(), pattern)
      .meta({ title: 'a map of access patterns' })
      .optional()
      .describe(
        'What the application needs, by name: `ordersOfCustomer: { query: Order, where: username }`. How it is served is found, not written.',
      ),
  })
  .meta({
    title: 'a DynamoDB model',
    description: 'A single-table model: the table, its indexes, the entities in it and the access patterns.',
  });
