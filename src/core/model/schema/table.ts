// The schema of `table` and `indexes`: what the table is, and what its indexes are.
// Deliberately says nothing of which combinations DynamoDB refuses; rules do.
import * as z from 'zod';
import { amount, names, oneOrMany, share, text } from './scalars.ts';

export const keyTypes = ['string', 'number', 'binary'] as const;

const keyAttribute = z
  .union([
    z.string().min(1),
    z
      .strictObject({
        name: text('The name of the key attribute, e.g. `PK`.', 'the name of an attribute'),
        type: z
          .enum(keyTypes)
          .optional()
          .describe(
            'The type of the key attribute: `string`, `number` or `binary`; DynamoDB allows no other in a key. Unwritten, it is the type of the entities’ attribute of this name, else string.',
          ),
      })
      .meta({ title: 'a key attribute' }),
  ])
  .meta({ title: 'the name of an attribute, or { name, type }' });

const streamViews = ['keys-only', 'new-image', 'old-image', 'new-and-old-images'] as const;

const throughput = z
  .union([
    z.literal('on-demand'),
    z
      .strictObject({
        read: amount.describe('The provisioned read capacity units (RCU), e.g. `80`.'),
        write: amount.describe('The provisioned write capacity units (WCU), e.g. `100`.'),
        autoscaling: z
          .strictObject({
            target: share
              .optional()
              .describe('The utilisation that autoscaling aims at, 20% to 90%. `70%` unless written.'),
            max: z
              .strictObject({
                read: amount.optional().describe('The most RCU that autoscaling may provision.'),
                write: amount.optional().describe('The most WCU that autoscaling may provision.'),
              })
              .meta({ title: 'a map { read, write }' })
              .optional()
              .describe('How far autoscaling may go up: `{ read: 400, write: 500 }`.'),
          })
          .meta({ title: 'a map { target, max }' })
          .optional()
          .describe(
            'Lets the capacity follow the traffic, from the units provisioned up to `max`: `{ target: 70%, max: { read: 400, write: 500 } }`.',
          ),
      })
      .meta({ title: 'provisioned capacity' }),
  ])
  .meta({ id: 'capacity', title: 'on-demand, or { read, write }' });

const consumer = z
  .strictObject({
    name: text('The name of the consumer, e.g. `searchIndexer`.'),
    kind: z
      .enum(['lambda', 'kinesis', 'pipe', 'application'])
      .describe(
        'What reads the stream: a Lambda function, a Kinesis data stream, an EventBridge pipe or an application of your own. At most two can read one shard of a stream at a time.',
      ),
    view: z
      .enum(streamViews)
      .optional()
      .describe('What the consumer needs to see of each change. The stream must carry at least this.'),
  })
  .meta({ title: 'a consumer { name, kind, view }' });

export const needs = oneOrMany(z.string().min(1)).meta({ title: 'a need, or a list of needs' });

export const table = z
  .strictObject({
    name: text(
      'The name of the table: 3 to 255 characters of `a-z`, `A-Z`, `0-9`, `_`, `.` and `-`.',
      'the name of the table',
    ),
    description: text('What the table is for, for readers.').optional(),
    partitionKey: keyAttribute
      .optional()
      .describe(
        'The partition key (HASH) of the table, e.g. `PK`. Items with the same value form one item collection, and a query reads within one. Left out, together with the keys of the entities, nothing is routed and the advisor proposes keys.',
      ),
    sortKey: keyAttribute
      .optional()
      .describe(
        'The sort key (RANGE) of the table, e.g. `SK`. It orders the items of a collection, and a query can take a range of them.',
      ),
    typeAttribute: text(
      'An attribute that holds the entity’s name in every item, e.g. `entityType`. It tells the entities of a collection apart; its bytes count in every item.',
      'the name of an attribute',
    ).optional(),
    capacity: throughput
      .optional()
      .describe(
        '`on-demand` (pay per request), or provisioned: `{ read: 80, write: 100, autoscaling: { target: 70%, max: { read: 400, write: 500 } } }`.',
      ),
    class: z
      .enum(['standard', 'standard-infrequent-access'])
      .optional()
      .describe(
        'The table class. `standard-infrequent-access` stores cheaper, and reads and writes dearer. `standard` unless written.',
      ),
    region: text('The AWS Region, for prices, e.g. `us-east-1`.', 'a Region such as us-east-1').optional(),
    timeToLive: text(
      'The attribute by which items expire, e.g. `expiresAt`: a number, in seconds since 1970 (format `epoch-seconds`). An expired item can still be read until DynamoDB deletes it, usually within a few days.',
      'the name of an attribute',
    ).optional(),
    stream: z
      .enum(streamViews)
      .optional()
      .describe(
        'What DynamoDB Streams carries of each change: the keys, the item after, before, or both. No stream unless written.',
      ),
    consumers: z
      .array(consumer)
      .optional()
      .describe('Who reads the stream: `[{ name: searchIndexer, kind: lambda, view: new-image }]`.'),
    pointInTimeRecovery: z
      .boolean()
      .optional()
      .describe('`true`: continuous backups, restorable to any second of the last 35 days. Costs by size.'),
    deletionProtection: z.boolean().optional().describe('`true`: DynamoDB refuses to delete the table.'),
    replicas: oneOrMany(z.string().min(1))
      .meta({ title: 'a Region, or a list of Regions' })
      .optional()
      .describe(
        'Further Regions, which make the table a global table, e.g. `[eu-west-1]`. Every write costs in each of them.',
      ),
    needs: needs
      .optional()
      .describe('What the whole workload needs beside its access patterns, e.g. `[ad-hoc, full-text]`.'),
  })
  .meta({ title: 'a table' });

const keyAttributes = z
  .union([keyAttribute, z.array(keyAttribute).min(1)])
  .meta({ title: 'the name of an attribute, or a list of up to four' });

export const index = z
  .strictObject({
    type: z
      .enum(['global', 'local', 'vector'])
      .optional()
      .describe(
        '`global` (GSI) unless written: keys of its own, read with eventual consistency. `local` (LSI): the table’s partition key with another sort key, strongly consistent if asked, made with the table only. `vector`: searched by nearness.',
      ),
    description: text('What the index is for, for readers.').optional(),
    partitionKey: keyAttributes
      .optional()
      .describe(
        'The partition key of the index: an attribute, or for a global index a list of up to four (`[storeId, status]`), all of which a query must give. A local index has the table’s.',
      ),
    sortKey: keyAttributes
      .optional()
      .describe(
        'The sort key of the index: an attribute, or for a global index a list of up to four (`[placedAt, orderId]`), which a query gives from left to right.',
      ),
    projection: z
      .union([z.enum(['all', 'keys-only']), z.array(z.string().min(1)).min(1)])
      .meta({ title: 'all, keys-only, or a list of attributes' })
      .optional()
      .describe(
        'What the index copies beside the keys: `all` (unless written), `keys-only`, or a list of attributes, e.g. `[status, total]`. What is not copied cannot be read from a global index; what is copied costs storage and writes.',
      ),
    capacity: throughput
      .optional()
      .describe(
        'The provisioned units of a global index: `{ read: 40, write: 100 }`. The table’s unless written.',
      ),
    vector: text(
      'Vector index: the attribute that holds the vector, e.g. `embedding`.',
      'the name of an attribute',
    ).optional(),
    dimensions: z
      .int()
      .min(1)
      .max(4096)
      .optional()
      .describe('Vector index: the length of the vector, up to 4,096, e.g. `1024`.'),
    distance: z
      .enum(['cosine', 'euclidean', 'dot-product'])
      .optional()
      .describe('Vector index: how the distance of two vectors is measured.'),
    filters: names
      .optional()
      .describe('Vector index: the attributes by which a search may be narrowed, e.g. `[status]`.'),
  })
  .meta({
    title: 'an index',
    description:
      'A secondary index. An item is in it if, and only if, it carries every key attribute of the index with the right type.',
  });
