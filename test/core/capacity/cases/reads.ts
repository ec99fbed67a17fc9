// The read cases on the table.
import { type Case, documented, measured } from './case.ts';

const kilobytes = (n: number) => n * 1024;

/** Items of so many bytes, so many for each partition key: pk and sk are 2 + 2 B each, `data` the rest. */
const model = (bytes: number, pattern: string, perKey = 9, keys = 100, more = '') => `
version: 1
table: { name: T, partitionKey: pk, sortKey: sk }
entities:
  Item:
    attributes:
      pk: { type: string, size: 2 B, distinct: ${keys} }
      sk: { type: string, size: 2 B }
      data: { type: string, size: ${bytes - 12} B }
      kind: { type: string, size: 1 B, stored: false }
    count: ${keys * perKey}
  ${more}
accessPatterns:
  p: ${pattern}
`;

const get = '{ get: Item }';
const getStrong = '{ get: Item, consistency: strong }';
const query = '{ query: Item, where: pk }';
const strongly = (more = '') => `{ query: Item, where: pk, consistency: strong${more} }`;
const both = '[{ get: Item }, { get: Large }]';
const batch = (legs: string) =>
  model(
    1536,
    `{ batchGet: ${legs} }`,
    9,
    100,
    `Large: { attributes: { pk: { type: string, size: 2 B }, sk: { type: string, size: 2 B }, data: { type: string, size: ${kilobytes(6.5) - 12} B } } }`,
  );

const nothing = 'query: Item, where: [pk, sk begins_with], matches: 0';

export const readCases: readonly Case[] = [
  documented('R01e', 'Get, eventual, 0.1 KB', 0.5, model(102, get)),
  documented('R01s', 'Get, strong, 0.1 KB', 1, model(102, getStrong)),
  documented('R02e', 'Get, eventual, 4,096 B', 0.5, model(4096, get)),
  documented('R02s', 'Get, strong, 4,096 B', 1, model(4096, getStrong)),
  documented('R03e', 'Get, eventual, 4,097 B', 1, model(4097, get)),
  documented('R03s', 'Get, strong, 4,097 B', 2, model(4097, getStrong)),
  documented('R04e', 'Get, eventual, 4.1 KB', 1, model(4198, get)),
  documented('R04s', 'Get, strong, 4.1 KB', 2, model(4198, getStrong)),
  documented('R05e', 'Get, eventual, 10 KB', 1.5, model(kilobytes(10), get)),
  documented('R05s', 'Get, strong, 10 KB', 3, model(kilobytes(10), getStrong)),
  documented('R06e', 'Get of nothing, eventual', 0.5, model(102, get, 0)),
  documented('R06s', 'Get of nothing, strong', 1, model(102, getStrong, 0)),
  documented('R07', 'Get of one attribute of 10 KB', 1.5, model(kilobytes(10), '{ get: Item, select: sk }')),
  documented('R08e', 'BatchGet, eventual, 1.5 KB and 6.5 KB', 1.5, batch(both)),
  documented(
    'R08s',
    'BatchGet, strong, 1.5 KB and 6.5 KB',
    3,
    batch(both.replaceAll(' }', ', consistency: strong }')),
  ),
  documented('R09', 'BatchGet of 10 items', 5, model(100, '{ batchGet: [{ get: Item, times: 10 }] }')),
  documented(
    'R10',
    'BatchGet of 2 that are not there',
    1,
    model(102, '{ batchGet: [{ get: Item, times: 2 }] }', 0),
  ),
  documented('R11', 'TransactGet of 3 items', 6, model(500, '{ transactGet: [{ get: Item, times: 3 }] }')),
  documented('R12', 'TransactGet, 4.1 KB', 4, model(4198, '{ transactGet: Item }')),
  documented('R13', 'TransactGet of nothing', 2, model(102, '{ transactGet: Item }', 0)),
  documented('Q01e', 'Query, eventual, 9 items of 1 KB', 1.5, model(1024, query)),
  documented('Q01s', 'Query, strong, 9 items of 1 KB', 3, model(1024, strongly())),
  documented('Q02', 'Query, strong, 90 items of 100 B', 3, model(100, strongly(), 90)),
  documented('Q03', 'Query, strong, 4,096 B in all', 1, model(1024, strongly(), 4)),
  documented('Q04', 'Query, strong, 4,097 B in all', 2, model(1024.25, strongly(), 4)),
  documented('Q05', 'Query with a filter', 3, model(1024, strongly(', filter: data = a'))),
  // What comes back is nothing that a model tells from a count, as both cost the same.
  documented('Q06', 'Query that counts', 3, model(1024, strongly(', select: pk'))),
  documented('Q07', 'Query of one attribute', 3, model(1024, strongly(', select: sk'))),
  documented('Q08', 'Query with limit 2', 1, model(1024, strongly(', limit: 2'))),
  documented('Q09e', 'Query that finds nothing, eventual', 0.5, model(1024, `{ ${nothing} }`)),
  documented(
    'Q09s',
    'Query that finds nothing, strong',
    1,
    model(1024, `{ ${nothing}, consistency: strong }`),
  ),
  documented(
    'Q10',
    'Query with begins_with, 1 of 9',
    1,
    model(1024, '{ query: Item, where: [pk, sk begins_with], matches: 1, consistency: strong }'),
  ),
  measured(
    'Q11',
    'first page of 30 items of 40 KB: 26 items',
    130,
    model(kilobytes(40), '{ query: Item, where: pk, pages: first }', 30),
  ),
  documented(
    'S01',
    'Scan, strong, 9 items of 1 KB',
    3,
    model(1024, '{ scan: Item, consistency: strong }', 9, 1),
  ),
  documented(
    'S02',
    'Scan with a filter',
    3,
    model(1024, '{ scan: Item, filter: data = a, consistency: strong }', 9, 1),
  ),
  documented('S03', 'Scan, eventual, 9 items of 1 KB', 1.5, model(1024, '{ scan: Item }', 9, 1)),
  // The same call in another language.
  documented('P01', 'PartiQL SELECT by partition key', 1.5, model(1024, query)),
];
