// The cases of reads and writes in indexes.
import { type Case, documented, exactly, measured } from './case.ts';

/** Nine items of 1 KB for each key; entries of 600 B in gInc and lInc. */
const readModel = (pattern: string, bytes = 1024, perKey = 9) => `
version: 1
table: { name: T, partitionKey: pk, sortKey: sk }
indexes:
  gAll: { partitionKey: gp }
  gKeys: { partitionKey: kp, projection: keys-only }
  gInc: { partitionKey: ip, projection: [small] }
  lInc: { type: local, sortKey: ls, projection: [small] }
entities:
  Item:
    attributes:
      pk: { type: string, size: 2 B, distinct: 100 }
      sk: { type: string, size: 2 B }
      gp: { type: string, size: 2 B, distinct: 100 }
      kp: { type: string, size: 2 B, distinct: 100 }
      ip: { type: string, size: 2 B, distinct: 100 }
      ls: { type: string, size: 2 B }
      small: { type: string, size: 583 B }
      data: { type: string, size: ${bytes - 24 - 588 - 4} B }
    count: ${100 * perKey}
accessPatterns:
  p: ${pattern}
`;

/** The example of AWS's guide: four items of 300 B, of which the index lacks an attribute. */
const fetched = (more = '') => `
version: 1
table: { name: T, partitionKey: pk, sortKey: sk }
indexes:
  lInc: { type: local, sortKey: ls, projection: keys-only }
entities:
  Item:
    attributes:
      pk: { type: string, size: 2 B, distinct: 100 }
      sk: { type: string, size: 2 B }
      ls: { type: string, size: 2 B }
      data: { type: string, size: 284 B }
    count: 400
accessPatterns:
  p: { query: Item, where: pk, index: lInc${more} }
`;

/** Items of so many bytes with `inc` of so many, in gAll, gKeys, gInc and lInc by their own key attributes. */
const writeModel = (attributes: string, pattern: string) => `
version: 1
table: { name: T, partitionKey: id, sortKey: n }
indexes:
  gAll: { partitionKey: gp, sortKey: gs }
  gKeys: { partitionKey: kp, projection: keys-only }
  gInc: { partitionKey: ip, projection: [inc] }
  lInc: { type: local, sortKey: ls, projection: [inc] }
entities:
  Item:
    attributes:
      id: ${exactly(2)}
      n: ${exactly(2)}
      ${attributes.trim().replaceAll('\n', '\n      ')}
accessPatterns:
  p: ${pattern}
`;
const gAll = `gp: ${exactly(2)}\ngs: ${exactly(2)}\n`;
const gKeys = `kp: ${exactly(2)}\n`;
const gInc = `ip: ${exactly(2)}\n`;
const lInc = `ls: ${exactly(2)}\n`;
const data = (bytes: number) => `data: ${exactly(bytes)}\n`;
const inc = (bytes: number) => `inc: ${exactly(bytes)}\n`;
const optional = (names: string) => names.replaceAll(' }', ', optional: true, present: 50% }');
const immutable = (names: string) => names.replaceAll(' }', ', immutable: true }');

const put = '{ put: Item }';
const overwrite = '{ put: Item, condition: exists }';

export const indexReadCases: readonly Case[] = [
  documented('I01', 'Query of a GSI, all', { gAll: 1.5 }, readModel('{ query: Item, where: gp }')),
  documented(
    'I02',
    'Query of a GSI, keys only',
    { gKeys: 0.5 },
    readModel('{ query: Item, where: kp, select: [pk, kp] }'),
  ),
  documented(
    'I03',
    'Query of a GSI, entries of 600 B',
    { gInc: 1 },
    readModel('{ query: Item, where: ip, select: small }'),
  ),
  documented(
    'I04',
    'Query of a GSI that finds nothing',
    { gAll: 0.5 },
    readModel('{ query: Item, where: gp }', 1024, 0),
  ),
  documented(
    'I05',
    'Query of an LSI, strong, entries of 600 B',
    { lInc: 2 },
    readModel('{ query: Item, where: pk, index: lInc, select: small, consistency: strong }'),
  ),
  documented(
    'I06s',
    'Query of an LSI, strong, 4 items fetched',
    { lInc: 1, table: 4 },
    fetched(', consistency: strong'),
  ),
  documented('I06e', 'the same, eventual', { lInc: 0.5, table: 2 }, fetched()),
];

export const indexWriteCases: readonly Case[] = [
  documented('G01', 'Put in no index', 1, writeModel(data(100), put)),
  documented('G02', 'Put in a GSI', { table: 1, gAll: 1 }, writeModel(gAll + data(100), put)),
  documented('G02b', 'Put without the sort key of the GSI', 1, writeModel(`gp: ${exactly(2)}`, put)),
  documented('G03', 'Put 3 KB', { table: 3, gAll: 3 }, writeModel(gAll + data(3000), put)),
  documented('G04', 'Put 3 KB, keys only', { table: 3, gKeys: 1 }, writeModel(gKeys + data(3000), put)),
  documented(
    'G05',
    'Put 4 KB, 2.5 KB projected',
    { table: 4, gInc: 3 },
    writeModel(gInc + inc(2500) + data(1500), put),
  ),
  documented(
    'G06',
    'Put in three GSIs and an LSI',
    { table: 1, gAll: 1, gKeys: 1, gInc: 1, lInc: 1 },
    writeModel(gAll + gKeys + gInc + lInc + data(100), put),
  ),
  documented(
    'G07',
    'Update of what no index keeps',
    1,
    writeModel(gKeys + gInc + data(100), '{ update: Item, set: data }'),
  ),
  documented(
    'G08',
    'Update of a projected attribute',
    { table: 1, gInc: 1 },
    writeModel(gKeys + gInc + inc(10), '{ update: Item, set: inc }'),
  ),
  documented(
    'G09',
    'Update of the partition key',
    { table: 1, gAll: 2 },
    writeModel(gAll, '{ update: Item, set: gp }'),
  ),
  documented(
    'G10',
    'Update of the sort key',
    { table: 1, gAll: 2 },
    writeModel(gAll, '{ update: Item, set: gs }'),
  ),
  documented(
    'G11',
    'Update of the partition key, 1.5 KB',
    { table: 2, gAll: 4 },
    writeModel(gAll + data(1500), '{ update: Item, set: gp }'),
  ),
  documented(
    'G12',
    'Update that takes the item out',
    { table: 1, gAll: 1 },
    writeModel(optional(gAll), '{ update: Item, remove: gp, when: [gp exists, gs exists] }'),
  ),
  documented(
    'G13',
    'Update that puts the item in',
    { table: 1, gAll: 1 },
    writeModel(optional(gAll), '{ update: Item, set: [gp, gs], when: [gp not-exists, gs not-exists] }'),
  ),
  documented('G14', 'Delete', { table: 1, gAll: 1, gKeys: 1 }, writeModel(gAll + gKeys, '{ delete: Item }')),
  measured('G15', 'Put of the same item again', 1, writeModel(immutable(gAll + data(100)), overwrite)),
  measured(
    'G16',
    'Put that changes what is not projected',
    1,
    writeModel(immutable(gInc + inc(10)) + data(100), overwrite),
  ),
  measured(
    'G17',
    'Put that shrinks 3 KB to 10 B: the larger',
    { table: 4, gInc: 3 },
    {
      greatestOf: writeModel(
        immutable(gInc) + data(1000) + inc(3000).replace(' }', ', optional: true, present: 50% }'),
        overwrite,
      ),
    },
  ),
  documented(
    'G18',
    'Update of an LSI’s sort key',
    { table: 1, lInc: 2 },
    writeModel(lInc, '{ update: Item, set: ls }'),
  ),
  documented(
    'G19',
    'BatchWrite of 2',
    { table: 2, gAll: 2 },
    writeModel(gAll, '{ batchWrite: [{ put: Item, times: 2 }] }'),
  ),
  measured(
    'G20',
    'TransactWrite: put',
    { table: 2, gAll: 1 },
    writeModel(gAll, '{ transactWrite: [{ put: Item }] }'),
  ),
  measured(
    'G21',
    'TransactWrite: new partition key, 1.5 KB',
    { table: 4, gAll: 4 },
    writeModel(gAll + data(1500), '{ transactWrite: [{ update: Item, set: gp }] }'),
  ),
];
