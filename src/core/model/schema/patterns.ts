// The schema of `accessPatterns`: one closed set of properties for each operation.
// Deliberately does not say how a pattern is served; the route finder does.
import * as z from 'zod';
import { clauses } from './entities.ts';
import {
  amount,
  amountAboveZero,
  budget,
  bytes,
  duration,
  entityName,
  entityNames,
  names,
  oneOrMany,
  rate,
  share,
  text,
} from './scalars.ts';
import { needs } from './table.ts';

const where = clauses
  .optional()
  .describe(
    'What the caller gives: `orderId`, `[storeId, status = PLACED, placedAt between]`. Name the attributes as the entity has them; the functions of the key template are applied for you.',
  );
const condition = clauses
  .optional()
  .describe(
    'What must hold for the write to happen: `not-exists` or `exists` (of the whole item), `version = :seen`. A failed condition costs, too: at most as much as the write.',
  );
const times = amount.optional().describe('How many times this is done in one call, on average, e.g. `3.2`.');

const common = {
  description: text('What the application does here, for readers.').optional(),
  rate: rate
    .optional()
    .describe('The mean number of calls: `80/s`, `5k/min`, `2M/month`. The cost per month is made of it.'),
  peak: rate
    .optional()
    .describe('The highest number of calls, e.g. `900/s`. The capacity needed is made of it.'),
  hottest: share
    .optional()
    .describe('The share of the traffic that goes to the busiest partition key, e.g. `5%`.'),
  latency: duration.optional().describe('The latency that the caller needs, e.g. `1 ms`.'),
  budget: oneOrMany(budget)
    .meta({ title: 'units per call such as 2 RCU, money per month such as $50, or a list of both' })
    .optional()
    .describe('What it may cost: units per call (`2 RCU`), money per month (`$50`), or a list of both.'),
};

const reading = {
  select: names
    .optional()
    .describe(
      'The attributes that the caller needs, e.g. `[orderId, total]`. Unwritten it needs all, so an index that lacks one is no route. It saves transfer, not capacity.',
    ),
  consistency: z
    .enum(['eventual', 'strong'])
    .optional()
    .describe('`eventual` unless written. `strong` costs twice, and no global index can serve it.'),
  readYourWrites: oneOrMany(z.string().min(1))
    .meta({ title: 'the name of an access pattern, or a list of them' })
    .optional()
    .describe('The patterns whose writes this read must see, e.g. `placeOrder`.'),
  cache: z
    .strictObject({
      with: z.enum(['dax', 'elasticache', 'application']).describe('What caches.'),
      hits: share.optional().describe('The share of reads that the cache answers, e.g. `90%`.'),
    })
    .meta({ title: 'a cache { with, hits }' })
    .optional()
    .describe('A cache in front: `{ with: dax, hits: 90% }`.'),
};

const keyTemplate = z.union([z.string(), z.number()]).meta({ title: 'a key template' });

const keyCondition = z
  .record(
    z.string(),
    z
      .union([
        keyTemplate,
        z
          .strictObject({
            '=': keyTemplate.optional().describe('Equal.'),
            '<': keyTemplate.optional().describe('Less than.'),
            '<=': keyTemplate.optional().describe('Less than or equal.'),
            '>': keyTemplate.optional().describe('Greater than.'),
            '>=': keyTemplate.optional().describe('Greater than or equal.'),
            begins_with: z.string().optional().describe('Begins with, e.g. `"ORDER#"`.'),
            between: z
              .array(keyTemplate)
              .length(2)
              .meta({ title: 'a list of two key templates' })
              .optional()
              .describe('From the first to the second, both included.'),
          })
          .meta({ title: 'a key condition' }),
      ])
      .meta({ title: 'a key template, or a condition such as { begins_with: "ORDER#" }' }),
  )
  .meta({ title: 'a map of key attributes' })
  .optional()
  .describe(
    'The raw key condition, where a design uses a trick: `{ PK: "REPO#${repo}", SK: { ">=": "REPO#${repo}" } }`. A placeholder that is no attribute is a parameter.',
  );

const ranged = {
  where,
  key: keyCondition,
  index: text(
    'The index to use, e.g. `GSI1`. Unwritten, the best is found.',
    'the name of an index',
  ).optional(),
  filter: clauses
    .optional()
    .describe(
      'What DynamoDB drops after reading, e.g. `total >`: it saves transfer, never capacity, and `limit` counts before it.',
    ),
  order: text(
    '`ascending` or `descending` by the sort key of the route; `placedAt descending` says by what, and the route must prove it.',
    'ascending, descending, or an attribute with one of them',
  ).optional(),
  limit: amountAboveZero
    .optional()
    .describe(
      'The most items read in a call, before `filter`, e.g. `25`. Unwritten, every page is read (1 MB each).',
    ),
  matches: amount
    .optional()
    .describe('The mean number of items that the range holds, e.g. `40`, where the counts do not tell.'),
  pages: z
    .literal('first')
    .optional()
    .describe('`first`: the caller does not follow further pages, so one call reads at most 1 MB.'),
};

const changing = {
  set: clauses
    .optional()
    .describe(
      'Attributes that get a value: `status = SHIPPED`, `[updatedAt]`. Keys and index memberships made of them follow by themselves.',
    ),
  remove: names.optional().describe('Attributes that are removed, e.g. `[courierId]`.'),
  add: clauses
    .optional()
    .describe('Numbers that are added to, and sets that get members, e.g. `[starCount]`.'),
  append: clauses.optional().describe('Lists that get members, e.g. `[comments]`.'),
  given: names
    .optional()
    .describe(
      'Attributes that the caller knows from an earlier read, e.g. `[createdAt]`, so that keys made of them can be written anew.',
    ),
  when: clauses
    .optional()
    .describe('What is known of the item before: `courierId not-exists` settles whether a key was there.'),
};

const putLeg = {
  put: entityName.describe('Write a whole item of this entity (PutItem).'),
  condition,
  replaces: share
    .optional()
    .describe('The share of puts that overwrite an item, e.g. `30%`. None unless written.'),
};
const updateLeg = {
  update: entityName.describe('Change an item of this entity (UpdateItem), found by its whole identity.'),
  where,
  condition,
  ...changing,
};
const deleteLeg = {
  delete: entityName.describe('Delete an item of this entity (DeleteItem), found by its whole identity.'),
  where,
  condition,
};
const checkLeg = {
  check: entityName.describe('Check a condition on an item without writing it; `exists` unless written.'),
  where,
  condition,
};
const getLeg = {
  get: entityName.describe('Read one item of this entity by its primary key (GetItem).'),
  where,
};

const fails = share
  .optional()
  .describe('The share of calls whose condition fails, e.g. `2%`. They cost, too.');
const leg = <T extends z.ZodRawShape>(title: string, shape: T) =>
  z.strictObject({ ...shape, times }).meta({ title });

const getLegs = z
  .union([
    z.string().min(1),
    z.array(z.union([z.string().min(1), leg('a get', { ...getLeg, select: reading.select })])).min(1),
  ])
  .meta({ title: 'the name of an entity, or a list of { get: Entity }' });

const step = z
  .union([
    z.strictObject({ ...getLeg, ...reading, times }).meta({ title: 'a get' }),
    z
      .strictObject({
        batchGet: getLegs.describe('Read these items, up to 100 in a call (BatchGetItem).'),
        where,
        ...reading,
        times,
      })
      .meta({ title: 'a batchGet' }),
    z
      .strictObject({
        query: entityNames.describe('Read a range of one item collection (Query).'),
        ...ranged,
        ...reading,
        times,
      })
      .meta({ title: 'a query' }),
    leg('a put', { ...putLeg, fails }),
    leg('an update', { ...updateLeg, fails }),
    leg('a delete', { ...deleteLeg, fails }),
  ])
  .meta({ id: 'step', title: 'a step such as { batchGet: User, where: username = :followed }' });

const then = z
  .union([step, z.array(step).min(1).max(2)])
  .meta({ title: 'a step such as { batchGet: User, where: username = :followed }, or a list of at most two' })
  .optional()
  .describe(
    'What is done with each item returned, at most two steps: `{ batchGet: User, where: username = :followed }`. `:name` is an attribute of the item before.',
  );

export const patterns = [
  z.strictObject({ ...getLeg, ...reading, then, ...common }).meta({ title: 'a get' }),
  z
    .strictObject({
      query: entityNames.describe(
        'Read a range of one item collection (Query). The list is what may come back: another entity in the range is over-read.',
      ),
      ...ranged,
      ...reading,
      then,
      ...common,
    })
    .meta({ title: 'a query' }),
  z
    .strictObject({
      scan: entityNames.describe('Read the whole table or index (Scan). It costs all that is there.'),
      index: ranged.index,
      filter: ranged.filter,
      limit: ranged.limit,
      pages: ranged.pages,
      ...reading,
      then,
      ...common,
    })
    .meta({ title: 'a scan' }),
  z.strictObject({ ...putLeg, fails, times, ...common }).meta({ title: 'a put' }),
  z.strictObject({ ...updateLeg, fails, times, ...common }).meta({ title: 'an update' }),
  z.strictObject({ ...deleteLeg, fails, times, ...common }).meta({ title: 'a delete' }),
  z
    .strictObject({
      batchGet: getLegs.describe('Read up to 100 items by their primary keys (BatchGetItem).'),
      where,
      times,
      ...reading,
      then,
      ...common,
    })
    .meta({ title: 'a batchGet' }),
  z
    .strictObject({
      batchWrite: oneOrMany(z.union([leg('a put in a batch', putLeg), leg('a delete in a batch', deleteLeg)]))
        .meta({ title: 'a list of { put: Entity } and { delete: Entity }' })
        .describe('Up to 25 puts and deletes (BatchWriteItem), without conditions and not all or nothing.'),
      times,
      ...common,
    })
    .meta({ title: 'a batchWrite' }),
  z
    .strictObject({
      transactGet: getLegs.describe('Read up to 100 items as of one moment (TransactGetItems). Costs twice.'),
      times,
      select: reading.select,
      ...common,
    })
    .meta({ title: 'a transactGet' }),
  z
    .strictObject({
      transactWrite: oneOrMany(
        z.union([
          leg('a put in a transaction', putLeg),
          leg('an update in a transaction', updateLeg),
          leg('a delete in a transaction', deleteLeg),
          leg('a check', checkLeg),
        ]),
      )
        .meta({ title: 'a list of { put }, { update }, { delete } and { check }' })
        .describe('Up to 100 writes and checks (TransactWriteItems), all or nothing. Costs twice.'),
      fails,
      ...common,
    })
    .meta({ title: 'a transactWrite' }),
  z
    .strictObject({
      search: entityNames.describe('Find the nearest items by a vector index.'),
      where,
      index: ranged.index,
      limit: ranged.limit,
      select: reading.select,
      examines: bytes
        .optional()
        .describe(
          'What one search examines on average, e.g. `40 KB`: the VectorSearchRequestBytes that DynamoDB reports of it. It is billed by that; no rule tells it beforehand.',
        ),
      ...common,
    })
    .meta({ title: 'a search' }),
  z
    .strictObject({
      analyze: entityNames.describe(
        'A question that DynamoDB does not answer by keys: it is listed, not routed.',
      ),
      needs: needs
        .optional()
        .describe('What the question needs: `aggregate`, `ad-hoc`, `join`, `full-text` and others.'),
      ...common,
    })
    .meta({ title: 'an analyze' }),
] as const;

export const pattern = z.union(patterns).meta({
  title: 'an access pattern such as { query: Order, where: username }',
  description:
    'Something the application does with the data. It says what is needed, not how: the table or index that serves it is found. One of `get`, `query`, `scan`, `put`, `update`, `delete`, `batchGet`, `batchWrite`, `transactGet`, `transactWrite`, `search` and `analyze` names the entities.',
});
