// Units of writes, case by case: the item on the table, and its entries in every index.
import assert from 'node:assert/strict';
import type { Step } from '../../../src/core/analysis/capacity/step.ts';
import { bounds, units, writesByTarget, wrongSteps } from './numbers.ts';

const exactly = (bytes: number) =>
  `{ type: string, size: ${bytes} B, minSize: ${bytes} B, maxSize: ${bytes} B }`;

/** Items of exactly so many bytes; `id` is 2 + 2 B, `data` the rest. No index. */
const plain = (bytes: number, pattern: string) => `
version: 1
table: { name: T, partitionKey: id }
entities:
  Item: { attributes: { id: ${exactly(2)}, data: ${exactly(bytes - 8)} } }
  Other: { attributes: { id: ${exactly(2)}, data: ${exactly(3576)} } }
accessPatterns:
  p: ${pattern}
`;

/** Items of so many bytes with `inc` of so many: in gAll, gKeys, gInc and lInc by their own key attributes. */
const indexed = (attributes: string, pattern: string) => `
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
const optional = (names: string) => `${names.replaceAll(' }', ', optional: true, present: 50% }')}`;

describe('write units on the table', () => {
  const cases: readonly (readonly [id: string, what: string, text: string, wcu: number])[] = [
    ['W01', 'Put 512 B', plain(512, '{ put: Item }'), 1],
    ['W02', 'Put 1,024 B', plain(1024, '{ put: Item }'), 1],
    ['W03', 'Put 1,025 B', plain(1025, '{ put: Item }'), 2],
    ['W04', 'Put 1.1 KB', plain(1126, '{ put: Item }'), 2],
    ['W05', 'Put 10 KB', plain(10240, '{ put: Item }'), 10],
    ['W08', 'Update of one attribute of 3 KB', plain(3072, '{ update: Item, set: data }'), 3],
    ['W11', 'Delete 3 KB', plain(3072, '{ delete: Item }'), 3],
    ['W13', 'BatchWrite rounds each item', plain(512, '{ batchWrite: [{ put: Item }, { put: Other }] }'), 5],
    ['W14', 'BatchWrite of 25', plain(100, '{ batchWrite: [{ put: Item, times: 25 }] }'), 25],
    ['W15', 'TransactWrite of 3', plain(500, '{ transactWrite: [{ put: Item, times: 3 }] }'), 6],
    ['W16', 'TransactWrite of 1.5 KB', plain(1536, '{ transactWrite: [{ put: Item }] }'), 4],
    ['W17', 'TransactWrite: delete of 3 KB', plain(3072, '{ transactWrite: [{ delete: Item }] }'), 6],
    ['W18', 'TransactWrite: check of 3 KB', plain(3072, '{ transactWrite: [{ check: Item }] }'), 6],
    [
      'W19',
      'TransactWrite: update of 3 KB',
      plain(3072, '{ transactWrite: [{ update: Item, set: data }] }'),
      6,
    ],
  ];
  for (const [id, what, text, wcu] of cases) {
    it(`${id} ${what}: ${wcu} WCU`, () => {
      const found = units(text);
      assert.deepEqual(bounds(found.write), { min: wcu, mean: wcu, max: wcu });
      assert.equal(found.read.mean, 0);
      assert.deepEqual(wrongSteps(found.steps), []);
    });
  }

  it('50 writes a second of 2 KB items need 100 WCU', () => {
    assert.equal(units(plain(2048, '{ put: Item, rate: 50/s }')).atRate?.write.mean, 100);
  });

  it('an overwrite costs the larger of old and new', () => {
    const text = (pattern: string) => `
version: 1
table: { name: T, partitionKey: id }
entities:
  Item:
    attributes:
      id: ${exactly(2)}
      more: { type: string, size: 2000 B, maxSize: 2000 B, optional: true, present: 50% }
accessPatterns: { p: ${pattern} }
`;
    // Two units where it carries `more`: half of the puts; three quarters of the pairs of old and new.
    assert.equal(units(text('{ put: Item }')).write.mean, 1.5);
    assert.equal(units(text('{ put: Item, condition: exists }')).write.mean, 1.75);
    assert.equal(units(text('{ put: Item, replaces: 50% }')).write.mean, 1.625);
  });

  it('an update leaves the attributes that it sets in the item', () => {
    const text = `
version: 1
table: { name: T, partitionKey: id }
entities:
  Item:
    attributes: { id: ${exactly(2)}, more: { type: string, size: 2000 B, optional: true, present: 10% } }
accessPatterns: { p: { update: Item, set: more } }
`;
    assert.equal(units(text).write.mean, 2);
  });

  it('a failed condition costs up to what success costs on the table, and texts differ', () => {
    const found = units(plain(3072, '{ put: Item, condition: not-exists, fails: 10% }'));
    assert.deepEqual(bounds(found.write), { min: 2.8, mean: 3, max: 3 });
    const said = (steps: readonly Step[]): readonly (string | undefined)[] =>
      steps.flatMap((step) => [step.provenance, ...said(step.parts)]);
    assert.ok(said(found.steps).includes('disputed'));
  });
});

describe('write units in indexes', () => {
  const cases: readonly (readonly [
    id: string,
    what: string,
    text: string,
    byTarget: Record<string, number>,
  ])[] = [
    ['G01', 'Put in no index', indexed(data(100), '{ put: Item }'), { table: 1 }],
    ['G02', 'Put in a GSI', indexed(gAll + data(100), '{ put: Item }'), { table: 1, gAll: 1 }],
    [
      'G02b',
      'Put without the sort key of the GSI',
      indexed(`gp: ${exactly(2)}`, '{ put: Item }'),
      { table: 1 },
    ],
    ['G03', 'Put 3 KB', indexed(gAll + data(3000), '{ put: Item }'), { table: 3, gAll: 3 }],
    ['G04', 'Put 3 KB, keys only', indexed(gKeys + data(3000), '{ put: Item }'), { table: 3, gKeys: 1 }],
    [
      'G05',
      'Put 4 KB, 2.5 KB projected',
      indexed(gInc + inc(2500) + data(1500), '{ put: Item }'),
      { table: 4, gInc: 3 },
    ],
    [
      'G06',
      'Put in three GSIs and an LSI',
      indexed(gAll + gKeys + gInc + lInc + data(100), '{ put: Item }'),
      { table: 1, gAll: 1, gKeys: 1, gInc: 1, lInc: 1 },
    ],
    [
      'G07',
      'Update of what no index keeps',
      indexed(gKeys + gInc + data(100), '{ update: Item, set: data }'),
      { table: 1 },
    ],
    [
      'G08',
      'Update of a projected attribute',
      indexed(gKeys + gInc + inc(10), '{ update: Item, set: inc }'),
      { table: 1, gInc: 1 },
    ],
    ['G09', 'Update of the partition key', indexed(gAll, '{ update: Item, set: gp }'), { table: 1, gAll: 2 }],
    ['G10', 'Update of the sort key', indexed(gAll, '{ update: Item, set: gs }'), { table: 1, gAll: 2 }],
    [
      'G11',
      'the same, 1.5 KB',
      indexed(gAll + data(1500), '{ update: Item, set: gp }'),
      { table: 2, gAll: 4 },
    ],
    [
      'G12',
      'Update that takes it out',
      indexed(optional(gAll), '{ update: Item, remove: gp, when: [gp exists, gs exists] }'),
      { table: 1, gAll: 1 },
    ],
    [
      'G13',
      'Update that puts it in',
      indexed(optional(gAll), '{ update: Item, set: [gp, gs], when: [gp not-exists, gs not-exists] }'),
      { table: 1, gAll: 1 },
    ],
    ['G14', 'Delete', indexed(gAll + gKeys, '{ delete: Item }'), { table: 1, gAll: 1, gKeys: 1 }],
    ['G18', 'Update of an LSI’s sort key', indexed(lInc, '{ update: Item, set: ls }'), { table: 1, lInc: 2 }],
    [
      'G19',
      'BatchWrite of 2',
      indexed(gAll, '{ batchWrite: [{ put: Item, times: 2 }] }'),
      { table: 2, gAll: 2 },
    ],
    ['G20', 'TransactWrite: put', indexed(gAll, '{ transactWrite: [{ put: Item }] }'), { table: 2, gAll: 1 }],
    [
      'G21',
      'TransactWrite: new partition key, 1.5 KB',
      indexed(gAll + data(1500), '{ transactWrite: [{ update: Item, set: gp }] }'),
      { table: 4, gAll: 4 },
    ],
  ];
  for (const [id, what, text, byTarget] of cases) {
    it(`${id} ${what}: ${JSON.stringify(byTarget)}`, () => {
      const found = units(text);
      assert.deepEqual(writesByTarget(found), byTarget);
      assert.deepEqual(wrongSteps(found.steps), []);
    });
  }

  it('counts the dearer case where nothing tells whether the key was there before', () => {
    const text = (when: string) =>
      indexed(gKeys.replace(' }', ', optional: true, present: 1% }'), `{ update: Item, set: kp${when} }`);
    assert.deepEqual(writesByTarget(units(text(''))), { table: 1, gKeys: 2 });
    assert.deepEqual(bounds(units(text('')).write), { min: 2, mean: 3, max: 3 });
    assert.deepEqual(writesByTarget(units(text(', when: kp not-exists'))), { table: 1, gKeys: 1 });
    assert.deepEqual(writesByTarget(units(text(', condition: kp exists'))), { table: 1, gKeys: 2 });
  });

  it('marks what AWS does not document', () => {
    const [, onIndex] = units(indexed(gAll, '{ transactWrite: [{ put: Item }] }')).steps;
    assert.equal(onIndex?.provenance, 'measured by others');
  });

  const messages = (pattern: string, unread = 'unread: { enum: { true: 5%, false: 95% } }') => `
version: 1
table: { name: T, partitionKey: PK }
indexes:
  Unread: { partitionKey: GPK, sortKey: GSK }
entities:
  Message:
    attributes:
      id: ulid
      user: { type: string, size: 8 B }
      ${unread}
    keys:
      PK: "M#\${id}"
      Unread: { when: unread = true, GPK: "U#\${user}", GSK: "M#\${id}" }
accessPatterns: { p: ${pattern} }
`;

  it('puts an entry for the share of items that meet the condition', () => {
    assert.deepEqual(writesByTarget(units(messages('{ put: Message }'))), { table: 1, Unread: 0.05 });
  });

  it('takes an item out of an index when its condition stops to hold', () => {
    assert.deepEqual(writesByTarget(units(messages('{ update: Message, set: unread = false }'))), {
      table: 1,
      Unread: 1,
    });
  });

  it('does not know how many enter where nothing tells the share', () => {
    const found = units(messages('{ put: Message }', 'unread: boolean'));
    assert.deepEqual(bounds(found.write), { min: 1, mean: undefined, max: undefined });
    assert.deepEqual(
      found.unknown.map(({ write }) => write),
      ['share: 3%', 'size: 40 B'].slice(0, 1),
    );
  });

  it('an overwrite leaves entries whose key cannot change, and may move the others', () => {
    const text = (pattern: string) => `
version: 1
table: { name: T, partitionKey: id }
indexes:
  ById: { partitionKey: IPK }
  ByStatus: { partitionKey: status }
entities:
  Item:
    attributes: { id: uuid, status: { enum: [OPEN, DONE] } }
    keys: { IPK: "I#\${id}" }
accessPatterns: { p: ${pattern} }
`;
    assert.deepEqual(writesByTarget(units(text('{ put: Item, condition: exists }'))), {
      table: 1,
      ById: 1,
      ByStatus: 2,
    });
    assert.deepEqual(writesByTarget(units(text('{ put: Item, condition: not-exists }'))), {
      table: 1,
      ById: 1,
      ByStatus: 1,
    });
  });
});
