// Units where several rules meet: indexes of every projection, keys of several attributes, further steps, failures.
// Deliberately a table of small models, each worked out by hand; single rules are the cases of cases.test.ts.
import assert from 'node:assert/strict';
import { exactly } from './cases/case.ts';
import { readsByTarget, units, writesByTarget, wrongSteps } from './numbers.ts';

type Units = Readonly<Record<string, number>>;
type Row = readonly [what: string, model: string, reads: Units, writes: Units];

/** Items of 4 B of key, these attributes and `data`. */
const written = (attributes: string, indexes: string, pattern: string, data = 1500) => `
version: 1
table: { name: Shop, partitionKey: id }
indexes: { ${indexes} }
entities:
  Item: { attributes: { id: ${exactly(2)}, ${attributes}, data: ${exactly(data)} }, count: 1k }
accessPatterns:
  p: ${pattern}
`;

const g = `g: ${exactly(2)}`;
const maybe = g.replace(' }', ', optional: true, present: 50% }');
const projected = 'All: { partitionKey: g }, Keys: { partitionKey: g, projection: keys-only }';
const three = `${projected}, Some: { partitionKey: g, projection: [kept] }`;
const several = 'Several: { partitionKey: [g, a], sortKey: [b, c] }';
const parts = ['a', 'b', 'c'].map((name) => `${name}: ${exactly(2)}`).join(', ');

const writes: readonly Row[] = [
  [
    'a put in indexes of every projection',
    written(`${g}, kept: ${exactly(20)}`, three, '{ put: Item }'),
    {},
    { table: 2, All: 2, Keys: 1, Some: 1 },
  ],
  [
    'an update of what only some of them keep',
    written(`${g}, kept: ${exactly(20)}`, three, '{ update: Item, set: kept }'),
    {},
    { table: 2, All: 2, Some: 1 },
  ],
  [
    'an update of their key: each entry is deleted and put',
    written(`${g}, kept: ${exactly(20)}`, three, '{ update: Item, set: g }'),
    {},
    { table: 2, All: 4, Keys: 2, Some: 2 },
  ],
  [
    'a part of a key of several attributes changes',
    written(`${g}, ${parts}`, several, '{ update: Item, set: c }'),
    {},
    { table: 2, Several: 4 },
  ],
  [
    'a part of it that half of the items lack',
    written(`${maybe}, ${parts}`, several, '{ put: Item }'),
    {},
    { table: 2, Several: 1 },
  ],
  ['a sparse put', written(maybe, projected, '{ put: Item }'), {}, { table: 2, All: 1, Keys: 0.5 }],
  ['a sparse delete', written(maybe, projected, '{ delete: Item }'), {}, { table: 2, All: 1, Keys: 0.5 }],
  [
    'a sparse key that is taken away',
    written(maybe, projected, '{ update: Item, remove: g, when: g exists }'),
    {},
    { table: 2, All: 2, Keys: 1 },
  ],
  [
    'a transaction of which a fifth fails: twice on the table always, once in indexes where it succeeds',
    written(g, projected, '{ transactWrite: [{ put: Item, condition: not-exists }], fails: 20% }'),
    {},
    { table: 4, All: 1.6, Keys: 0.8 },
  ],
  [
    'an overwrite by a part of the puts: a key that may change costs two',
    written(g, projected, '{ put: Item, replaces: 30% }', 900),
    {},
    { table: 1, All: 1.3, Keys: 1.3 },
  ],
];

/** Nine items of 5,000 B for each `pk`; entries of 12 B. */
const local = (more: string) => `
version: 1
table: { name: Shop, partitionKey: pk, sortKey: sk }
indexes: { L: { type: local, sortKey: ls, projection: keys-only } }
entities:
  Item:
    attributes: { pk: { type: string, size: 2 B, distinct: 10 }, sk: ${exactly(2)}, ls: ${exactly(2)}, data: ${exactly(4984)} }
    count: 90
accessPatterns:
  p: { query: Item, where: pk, index: L, consistency: strong${more} }
`;

/** A user of 5 KB follows seven others, each by an item of some 130 B. */
const follows = (pattern: string) => `
version: 1
table: { name: Social, partitionKey: PK, sortKey: SK }
entities:
  User: { attributes: { u: { type: string, size: 4 B }, data: { type: string, size: 5000 B } }, keys: { PK: "U#\${u}", SK: U }, count: 100 }
  Follow: { attributes: { u: User.u, w: User.u, data: { type: string, size: 100 B } }, keys: { PK: "U#\${u}", SK: "F#\${w}" }, count: { mean: 7, max: 50, per: u } }
accessPatterns:
  p: { query: Follow, where: u, ${pattern} }
`;

const reads: readonly Row[] = [
  ['a local index that has what is needed', local(', select: ls'), { L: 1 }, {}],
  ['a local index that lacks something: every item is fetched', local(''), { L: 1, table: 18 }, {}],
  ['as many of them as the limit', local(', limit: 4'), { L: 1, table: 8 }, {}],
  ['a step for each item', follows('then: { batchGet: User, where: u = :w }'), { table: 7.5 }, {}],
  [
    'two steps, the second of them a write',
    follows('then: [{ get: User, where: u = :w }, { put: Follow }]'),
    { table: 7.5 },
    { table: 7 },
  ],
  ['a delete of all that was found', follows('then: { delete: Follow }'), { table: 0.5 }, { table: 7 }],
];

describe('units of', () => {
  for (const [what, model, read, write] of [...writes, ...reads]) {
    it(what, () => {
      const found = units(model);
      assert.deepEqual(readsByTarget(found), read);
      assert.deepEqual(writesByTarget(found), write);
      assert.deepEqual(wrongSteps(found.steps), []);
    });
  }
});
