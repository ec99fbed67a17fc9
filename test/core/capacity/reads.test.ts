// Units of reads, case by case: the rules of the developer guide, and where it is silent, what others measured.
import assert from 'node:assert/strict';
import { readPages } from '../../../src/core/analysis/capacity/metering.ts';
import { readsByTarget, units, wrongSteps } from './numbers.ts';

/** Items of exactly so many bytes, nine of them for each partition key: pk and sk are 2 + 2 B each, `data` the rest. */
const model = (bytes: number, pattern: string, perKey = 9) => `
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
      data: { type: string, size: ${bytes - 8 - 16 - 588 - 4} B }
      kind: { enum: { A: 10%, B: 90% }, stored: false }
    count: ${100 * perKey}
accessPatterns:
  p: ${pattern}
`;

const kilobytes = (n: number) => n * 1024;

describe('read units', () => {
  const cases: readonly (readonly [id: string, what: string, text: string, rcu: number])[] = [
    ['R01e', 'Get, eventual, 1 KB', model(1024, '{ get: Item }'), 0.5],
    ['R01s', 'Get, strong, 1 KB', model(1024, '{ get: Item, consistency: strong }'), 1],
    ['R02e', 'Get, eventual, 4,096 B', model(4096, '{ get: Item }'), 0.5],
    ['R02s', 'Get, strong, 4,096 B', model(4096, '{ get: Item, consistency: strong }'), 1],
    ['R03e', 'Get, eventual, 4,097 B', model(4097, '{ get: Item }'), 1],
    ['R03s', 'Get, strong, 4,097 B', model(4097, '{ get: Item, consistency: strong }'), 2],
    ['R05e', 'Get, eventual, 10 KB', model(kilobytes(10), '{ get: Item }'), 1.5],
    ['R05s', 'Get, strong, 10 KB', model(kilobytes(10), '{ get: Item, consistency: strong }'), 3],
    ['R07', 'Get of one attribute of 10 KB', model(kilobytes(10), '{ get: Item, select: small }'), 1.5],
    ['R09', 'BatchGet of 10 items', model(1024, '{ batchGet: [{ get: Item, times: 10 }] }'), 5],
    ['R08', 'BatchGet rounds each item', model(kilobytes(6.5), '{ batchGet: [{ get: Item, times: 2 }] }'), 2],
    ['R11', 'TransactGet of 3 items', model(1024, '{ transactGet: [{ get: Item, times: 3 }] }'), 6],
    ['R12', 'TransactGet, 4.1 KB', model(kilobytes(4.125), '{ transactGet: Item }'), 4],
    ['Q01e', 'Query, eventual, 9 items of 1 KB', model(1024, '{ query: Item, where: pk }'), 1.5],
    [
      'Q01s',
      'Query, strong, 9 items of 1 KB',
      model(1024, '{ query: Item, where: pk, consistency: strong }'),
      3,
    ],
    ['Q03', 'Query, strong, 4,096 B', model(1024, '{ query: Item, where: pk, consistency: strong }', 4), 1],
    [
      'Q04',
      'Query, strong, more than 4,096 B',
      model(1025, '{ query: Item, where: pk, consistency: strong }', 4),
      2,
    ],
    [
      'Q05',
      'Query: a filter saves nothing',
      model(1024, '{ query: Item, where: pk, filter: small = a, consistency: strong }'),
      3,
    ],
    [
      'Q07',
      'Query: fewer attributes save nothing',
      model(1024, '{ query: Item, where: pk, select: small, consistency: strong }'),
      3,
    ],
    [
      'Q08',
      'Query with limit 2',
      model(1024, '{ query: Item, where: pk, limit: 2, consistency: strong }'),
      1,
    ],
    [
      'Q11',
      'first page of 30 items of 40 KB',
      model(kilobytes(40), '{ query: Item, where: pk, pages: first }', 30),
      130,
    ],
    ['S01', 'Scan, strong, 900 items of 1 KB', model(1024, '{ scan: Item, consistency: strong }'), 225],
    ['S03', 'Scan, eventual, 900 items of 1 KB', model(1024, '{ scan: Item }'), 112.5],
    ['I01', 'Query of a GSI, all, 9 items of 1 KB', model(1024, '{ query: Item, where: gp }'), 1.5],
    ['I02', 'Query of a GSI, keys only', model(1024, '{ query: Item, where: kp, select: [pk, kp] }'), 0.5],
    ['I03', 'Query of a GSI, 600 B entries', model(1024, '{ query: Item, where: ip, select: small }'), 1],
    [
      'I05',
      'Query of an LSI, strong, 600 B entries',
      model(1024, '{ query: Item, where: pk, index: lInc, select: small, consistency: strong }'),
      2,
    ],
  ];
  for (const [id, what, text, rcu] of cases) {
    it(`${id} ${what}: ${rcu} RCU`, () => {
      const found = units(text);
      assert.equal(found.read.mean, rcu);
      assert.equal(found.write.mean, 0);
      assert.deepEqual(wrongSteps(found.steps), []);
    });
  }

  it('I06: a local index that lacks an attribute fetches each item, rounded up by itself', () => {
    const text = model(1024, '{ query: Item, where: pk, index: lInc, consistency: strong }', 4);
    assert.deepEqual(readsByTarget(units(text)), { lInc: 1, table: 4 });
  });

  it('80 strong reads a second of 3 KB items need 80 RCU', () => {
    const found = units(model(kilobytes(3), '{ get: Item, consistency: strong, rate: 80/s }'));
    assert.equal(found.atRate?.read.mean, 80);
    assert.deepEqual(wrongSteps(found.atRate?.steps ?? []), []);
  });

  it('counts only what the cache does not answer, per second', () => {
    const found = units(model(1024, '{ get: Item, rate: 100/s, cache: { with: dax, hits: 90% } }'));
    assert.equal(found.atRate?.read.mean, 5);
    assert.equal(found.atPeak, undefined);
  });

  it('a query that finds half an item on average still costs half a unit', () => {
    assert.equal(units(model(1024, '{ query: Item, where: pk }', 0.5)).read.mean, 0.5);
  });
});

describe('pages', () => {
  it('end with the item that reaches 1 MB, and are rounded up one by one', () => {
    const { units: ofAll } = readPages(30, 30 * 40 * 1024, false);
    assert.equal(ofAll, 260 + 40);
  });

  it('within one page, no more than the sum counts', () => {
    assert.equal(readPages(9, 9 * 1024, false).units, 3);
    assert.equal(readPages(0, 0, false).units, 1);
  });
});

describe('reads of several entities', () => {
  const shop = (pattern: string) => `
version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
entities:
  Customer:
    attributes: { name: { type: string, size: 8 B }, about: { type: string, size: 900 B } }
    keys: { PK: "C#\${name}", SK: "C#\${name}" }
    count: 1M
  Order:
    attributes:
      name: Customer.name
      id: ksuid
      note: { type: string, size: 380 B }
    keys: { PK: "C#\${name}", SK: "#ORDER#\${id}" }
    count: { mean: 20, max: 500, per: Customer }
accessPatterns:
  p: ${pattern}
`;

  it('reads the customer and its orders', () => {
    assert.equal(units(shop('{ query: [Customer, Order], where: name }')).items.mean, 21);
  });

  it('reads what comes first when a limit cuts: the customer, then ten orders', () => {
    const found = units(shop('{ query: [Customer, Order], where: name, order: descending, limit: 11 }'));
    const [bytes] = found.steps[0]?.parts[0]?.parts ?? [];
    assert.deepEqual(
      bytes?.parts.map((part) => [part.label, part.parts[0]?.value.mean]),
      [
        ['Customer', 1],
        ['Order', 10],
      ],
    );
    assert.equal(found.items.mean, 11);
  });

  it('has the largest collection as its greatest', () => {
    const found = units(shop('{ query: Order, where: name }'));
    assert.equal(found.items.mean, 20);
    assert.equal(found.items.max, 500);
  });

  it('does not know how much of a range is read, and says what tells it', () => {
    const open = units(shop('{ query: Order, where: [name, id >] }'));
    assert.equal(open.read.mean, undefined);
    assert.deepEqual(
      open.unknown.map(({ write }) => write),
      ['matches: 40'],
    );
    assert.equal(units(shop('{ query: Order, where: [name, id >], matches: 5 }')).items.mean, 5);
  });

  it('does the next step once for each item returned', () => {
    const found = units(shop('{ query: Order, where: name, then: { get: Customer } }'));
    // 20 orders of 446 B are 3 units of 4 KB; then 20 customers.
    assert.deepEqual(readsByTarget(found), { table: 1.5 + 10 });
    assert.deepEqual(wrongSteps(found.steps), []);
  });
});

describe('reads that are several queries', () => {
  const log = (where: string, extra = '') => `
version: 1
table: { name: Log, partitionKey: PK, sortKey: SK }
entities:
  Event:
    attributes:
      at: { format: date-time, span: 30 days }
      id: ulid
      body: { type: string, size: 944 B }
    keys: { PK: "\${at | date(yyyy-MM-dd)}#\${id | shard(10)}", SK: "\${id}" }
    count: 300k
accessPatterns:
  p: { query: Event, where: ${where}${extra} }
`;

  it('asks every shard, and each is rounded by itself', () => {
    const found = units(log('at | date(yyyy-MM-dd)'));
    assert.equal(found.items.mean, 10_000);
    const [read] = found.steps;
    assert.deepEqual(read?.parts.map((part) => [part.unit, part.value.mean]).at(-1), ['queries', 10]);
    assert.deepEqual(wrongSteps(found.steps), []);
  });
});

describe('reads of which nothing is known', () => {
  it('are unknown, not free', () => {
    const found = units(`
version: 1
table: { name: T, partitionKey: id }
entities:
  Item: { attributes: { id: uuid, colour: { type: string, size: 4 B } } }
accessPatterns:
  p: { query: Item, where: colour, rate: 5/s }
`);
    assert.equal(found.read.mean, undefined);
    assert.equal(found.atRate?.read.mean, undefined);
    assert.equal(found.unknown.length, 1);
  });

  it('without a size or a count, the working still says what is known', () => {
    const found = units(`
version: 1
table: { name: T, partitionKey: id, sortKey: n }
entities:
  Item:
    attributes: { id: uuid, n: { type: number, max: 99 }, body: string }
accessPatterns:
  p: { query: Item, where: id }
`);
    assert.equal(found.read.mean, undefined);
    assert.equal(found.read.min, 0.5);
    assert.deepEqual(
      found.unknown.map(({ write }) => write),
      ['count: 1M', 'size: 40 B'],
    );
  });
});
