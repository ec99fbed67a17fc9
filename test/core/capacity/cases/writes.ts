// The write cases on the table.
import { readUnits } from '../../../../src/core/analysis/capacity/metering.ts';
import { reading } from '../../../../src/core/facts/units.ts';
import { type Case, documented, exactly, measured } from './case.ts';

/** Items of exactly so many bytes: `id` is 2 + 2 B, `data` the rest. `Other` has 3.5 KB. */
const plain = (bytes: number, pattern: string, data = exactly(bytes - 8)) => `
version: 1
table: { name: T, partitionKey: id }
entities:
  Item: { attributes: { id: ${exactly(2)}, data: ${data} } }
  Other: { attributes: { id: ${exactly(2)}, data: ${exactly(3576)} } }
accessPatterns:
  p: ${pattern}
`;

const put = '{ put: Item }';

/** Items of exactly so many bytes, half of them with so many more: `more` in front of them. */
const growing = (bytes: number, more: number, pattern: string, count = '') => `
version: 1
table: { name: T, partitionKey: id }
entities:
  Item:
    attributes:
      id: ${exactly(2)}
      data: ${exactly(bytes - 8)}
      more: ${exactly(more - 4).replace(' }', ', optional: true, present: 50% }')}
    ${count}
accessPatterns:
  p: ${pattern}
`;

export const writeCases: readonly Case[] = [
  documented('W01', 'Put 512 B', 1, plain(512, put)),
  documented('W02', 'Put 1,024 B', 1, plain(1024, put)),
  documented('W03', 'Put 1,025 B', 2, plain(1025, put)),
  documented('W04', 'Put 1.1 KB', 2, plain(1126, put)),
  documented('W05', 'Put 10 KB', 10, plain(10_240, put)),
  documented('W06', 'Put 600 letters of 2 B', 2, plain(0, put, `{ const: ${'é'.repeat(600)} }`)),
  documented('W07', 'Put 0.1 KB over 10 KB: the larger', 10, {
    greatestOf: growing(102, 10_138, '{ put: Item, condition: exists }'),
  }),
  documented('W08', 'Update one attribute of 3 KB', 3, plain(3072, '{ update: Item, set: data }')),
  documented(
    'W09',
    'Update from 1 KB to 5 KB',
    5,
    growing(1024, 4096, '{ update: Item, set: more, when: more not-exists }'),
  ),
  documented(
    'W10',
    'Update from 5 KB to less than 1 KB',
    5,
    growing(900, 4220, '{ update: Item, remove: more }'),
  ),
  documented('W11', 'Delete 3 KB', 3, plain(3072, '{ delete: Item }')),
  documented('W12', 'Delete what is not there', 1, growing(3072, 100, '{ delete: Item }', 'count: 0')),
  documented(
    'W13',
    'BatchWrite of 500 B and 3.5 KB',
    5,
    plain(500, '{ batchWrite: [{ put: Item }, { put: Other }] }'),
  ),
  documented('W14', 'BatchWrite of 25 items', 25, plain(100, '{ batchWrite: [{ put: Item, times: 25 }] }')),
  documented('W15', 'TransactWrite: 3 puts', 6, plain(500, '{ transactWrite: [{ put: Item, times: 3 }] }')),
  documented('W16', 'TransactWrite: put 1.5 KB', 4, plain(1536, '{ transactWrite: [{ put: Item }] }')),
  documented('W17', 'TransactWrite: delete 3 KB', 6, plain(3072, '{ transactWrite: [{ delete: Item }] }')),
  measured('W18', 'TransactWrite: check 3 KB', 6, plain(3072, '{ transactWrite: [{ check: Item }] }')),
  documented(
    'W19',
    'TransactWrite: update 3 KB',
    6,
    plain(3072, '{ transactWrite: [{ update: Item, set: data }] }'),
  ),
  measured(
    'W20',
    'TransactWrite of 2 items again with the same token: reads',
    4,
    () => 2 * readUnits(500) * reading.transactional.value,
  ),
];

/** W21 is no figure: the API returns none for a failed condition, and AWS's texts differ. */
export const failedPut = plain(3072, '{ put: Item, condition: not-exists, fails: 100% }');
