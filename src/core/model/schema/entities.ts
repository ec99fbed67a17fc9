// The schema of `entities`: attributes, keys, how many, samples.
// Deliberately leaves key templates and clauses as text; they are languages of their own (core/syntax).
import * as z from 'zod';
import {
  amount,
  bytes,
  countText,
  duration,
  entityNames,
  names,
  oneOrMany,
  scalar,
  share,
  text,
} from './scalars.ts';

export const attributeTypes = [
  'string',
  'number',
  'boolean',
  'binary',
  'list',
  'map',
  'string-set',
  'number-set',
  'binary-set',
  'null',
] as const;

export const clauses = oneOrMany(z.string().min(1)).meta({ title: 'a clause, or a list of clauses' });

const attributeObject = z
  .strictObject({
    description: text('What the attribute holds, for readers.').optional(),
    type: z
      .enum(attributeTypes)
      .optional()
      .describe(
        'The DynamoDB type: `string`, `number`, `boolean`, `binary`, `list`, `map`, `string-set`, `number-set`, `binary-set` or `"null"`. Unwritten, it follows from `format`, `references`, `enum` or `const`.',
      ),
    format: text(
      'A named format: `uuid`, `ulid`, `ksuid`, `date`, `date-time`, `epoch-seconds`, `epoch-milliseconds`, `email`, `uri` and others. It gives type, size, alphabet, sort order and sample values.',
      'a format such as uuid or date-time',
    ).optional(),
    references: oneOrMany(z.string().min(1))
      .meta({ title: 'Entity.attribute, or a list of them' })
      .optional()
      .describe(
        'The attribute of another entity that this one repeats, e.g. `Customer.username`; a list where it may be either of several. Type, size and number of different values come from there.',
      ),
    size: bytes
      .optional()
      .describe('The mean size of the value in bytes, e.g. `12 B` or `2 KB`. Costs are made of it.'),
    minSize: bytes
      .optional()
      .describe('The least size of the value, e.g. `1 B`: a key value cannot be empty.'),
    maxSize: bytes
      .optional()
      .describe('The largest size of the value, e.g. `254 B`. The worst case and the limits are made of it.'),
    enum: z
      .union([z.array(scalar).min(1), z.record(z.string(), share)])
      .meta({ title: 'a list of values, or values with their shares' })
      .optional()
      .describe(
        'The values it can have: a list (`[PLACED, SHIPPED]`), or each with its share (`{ PLACED: 2%, SHIPPED: 98% }`). In a list all are taken as equally frequent.',
      ),
    const: scalar.optional().describe('The one value it always has.'),
    pattern: text(
      'A regular expression that every value matches, e.g. `^[a-z0-9]+$`. Without look-around and back-references it takes part in proofs, such as that no two entities can have the same key.',
      'a regular expression',
    ).optional(),
    min: z.number().optional().describe('The least number.'),
    max: z
      .number()
      .optional()
      .describe(
        'The largest number, e.g. `9999`. It bounds the digits, so that padding in keys can be checked.',
      ),
    optional: z
      .boolean()
      .optional()
      .describe(
        '`true`: an item may lack it. Unwritten, every item has it. In a key an optional attribute needs a `when`, or the item is in no such index.',
      ),
    present: share
      .optional()
      .describe('The share of items that have it, e.g. `60%`. It says how many items an index on it holds.'),
    distinct: amount
      .optional()
      .describe('How many different values there are, over the whole table, e.g. `400`.'),
    span: duration.optional().describe('The time that the values of a date or time cover, e.g. `3 years`.'),
    stored: z
      .boolean()
      .optional()
      .describe('`false`: it stands only inside keys, and is no attribute of its own in the item.'),
    immutable: z.boolean().optional().describe('`true`: it never changes after the item was put.'),
    unique: z
      .boolean()
      .optional()
      .describe(
        '`true`: no two items of the entity have the same value. DynamoDB guards only the primary key, so anything else needs `guards`.',
      ),
    guards: text(
      'The entity whose items guard that a `unique` value occurs once, e.g. `CustomerEmail`: one such item is put, in one transaction, with each value.',
      'the name of an entity',
    ).optional(),
  })
  .meta({ title: 'an attribute' });

const attribute = z.union([z.string().min(1), attributeObject]).meta({
  title: 'a type, a format, a reference such as Customer.username, or a map of properties',
  description:
    'An attribute of the items. One word is enough: a type (`number`), a format (`date-time`) or a reference (`Customer.username`); a map says more, e.g. `{ type: string, size: 12 B }`.',
  examples: ['string', 'date-time', 'Customer.username', '{ type: string, size: 12 B }'],
});

const template = z.union([z.string(), z.number()]).meta({ title: 'a key template' });

const conditionalKeys = z
  .object({
    when: clauses
      .optional()
      .describe('The items to which these keys belong: `unread = true`, `source exists`.'),
    share: share
      .optional()
      .describe('The share of items that meet `when`, where neither `present` nor `enum` tells.'),
  })
  .catchall(template)
  .meta({ title: 'a map { when, … } of keys' });

const keyValue = z.union([template, conditionalKeys, z.array(conditionalKeys).min(1)]).meta({
  title: 'a key template, or under an index’s name keys with `when`',
  description:
    'What this key attribute holds: a template of literals and `${attribute | function}`, e.g. `"ORDER#${orderId | pad(10)}"`. Functions: `pad(n)`, `descending(n)`, `upper`, `lower`, `date(yyyy-MM)`, `shard(n)`, `hash(n)`. Under the name of an index, keys that depend on a condition: `{ when: unread = true, GSI2PK: "…", GSI2SK: "…" }`, or a list of which the first match wins.',
  examples: ['"ORDER#${orderId}"', '{ when: unread = true, GSI2PK: "UNREAD#${user}" }'],
});

const countMap = z
  .strictObject({
    mean: amount.describe('The mean number, e.g. `20`.'),
    max: amount.optional().describe('The largest number, e.g. `5000`: the worst case is made of it.'),
    per: text(
      'What it is counted by: an entity (`Customer`) or an attribute (`recipientId`).',
      'the name of an entity or an attribute',
    ).optional(),
  })
  .meta({ title: 'a number of items { mean, max, per }' });

const count = z
  .union([countText, countMap, z.array(z.union([countText, countMap])).min(1)])
  .meta({ title: 'a number of items such as 1M, 20 per Customer or { mean: 20, max: 5000, per: Customer }' });

export const entity = z
  .strictObject({
    description: text('What an item of this entity is, for readers.').optional(),
    attributes: z
      .record(z.string(), attribute)
      .meta({ title: 'a map of attributes' })
      .optional()
      .describe('The attributes of an item, by name. One word is enough: a type, a format or a reference.'),
    keys: z
      .record(z.string(), keyValue)
      .meta({ title: 'a map of keys' })
      .optional()
      .describe(
        'What each key attribute of the table and its indexes holds, e.g. `PK: "CUSTOMER#${username}"`. A key that is a plain attribute needs no line.',
      ),
    identity: names
      .optional()
      .describe(
        'The attributes that tell two items of this entity apart, e.g. `[orderId, productId]`. Unwritten it is unknown, and no key can be proved to be free of collisions.',
      ),
    sharesKeysWith: entityNames
      .optional()
      .describe(
        'The entities whose primary keys are meant to be the same as this one’s, e.g. `Organization`. Said once, on either.',
      ),
    count: count
      .optional()
      .describe(
        'How many items there are: `1M`, `20 per Customer`, `{ mean: 20, max: 5000, per: Customer }`. Sizes and costs are made of it; unwritten it is unknown, never 0.',
      ),
    samples: z
      .array(z.record(z.string(), z.unknown()).meta({ title: 'an item: a map of attributes' }))
      .optional()
      .describe(
        'Concrete items for the preview, e.g. `[{ username: alexdebrie, total: 42 }]`. Unwritten, they are made from the attributes.',
      ),
  })
  .meta({
    title: 'an entity',
    description: 'One kind of item in the table: its attributes, its keys, and how many there are.',
  });
