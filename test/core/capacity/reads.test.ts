// Units of reads beyond the single cases of cases.test.ts: rates, pages, several entities, several queries.
import assert from 'node:assert/strict';
import { readPages } from '../../../src/core/analysis/capacity/metering.ts';
import { readsByTarget, units, wrongSteps } from './numbers.ts';

/** Items of exactly so many bytes, nine of them for each partition key: pk and sk are 2 + 2 B each, `data` the rest. */
const model = (bytes: number, pattern: string, perKey = 9) => `
version: 1
table: { name: T, partitionKey: pk, sortKey: sk }
entities:
  Item:
    attributes:
      pk: { type: string, size: 2 B, distinct: 100 }
      sk: { type: string, size: 2 B }
      data: { type: string, size: ${bytes - 12} B }
    count: ${100 * perKey}
accessPatterns:
  p: ${pattern}
`;

const kilobytes = (n: number) => n * 1024;

describe('read units', () => {
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

describe('times', () => {
  it('counts on a leg, on the batch, and on both', () => {
    const rcu = (pattern: string) => units(model(100, pattern)).read.mean;
    assert.equal(rcu('{ batchGet: Item, times: 10 }'), 5);
    assert.equal(rcu('{ batchGet: [{ get: Item }], times: 10 }'), 5);
    assert.equal(rcu('{ batchGet: [{ get: Item, times: 2 }, Item], times: 10 }'), 15);
    assert.equal(rcu('{ transactGet: [{ get: Item, times: 2 }], times: 10 }'), 40);
    assert.equal(rcu('{ query: Item, where: pk, limit: 1, then: { batchGet: Item, times: 3 } }'), 2);
    const wcu = (pattern: string) => units(model(100, pattern)).write.mean;
    assert.equal(wcu('{ batchWrite: [{ put: Item, times: 2 }], times: 10 }'), 20);
    assert.equal(wcu('{ put: Item, times: 3 }'), 3);
  });
});

describe('pages', () => {
  it('end with the item that reaches 1 MB, and are rounded up one by one', () => {
    const { units: ofAll } = readPages(30, 30 * 40 * 1024, false);
    assert.equal(ofAll, 260 + 40);
  });

  it('are in the working where there is more than one', () => {
    const pagesIn = (text: string) =>
      units(text)
        .steps.flatMap(({ parts }) => parts.flatMap((part) => part.parts))
        .filter(({ unit }) => unit === 'pages')
        .map(({ value, note }) => [value.mean, note]);
    const text = (more: string) => model(kilobytes(40), `{ query: Item, where: pk${more} }`, 30);
    assert.deepEqual(pagesIn(text('')), [[2, undefined]]);
    assert.deepEqual(pagesIn(text(', pages: first')), [[2, 'of which the first is read']]);
    assert.deepEqual(pagesIn(text(', limit: 26')), []);
    assert.equal(units(text('')).read.mean, 150);
    assert.equal(units(text(', pages: first')).read.mean, 130);
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

describe('what shares keys without a prefix', () => {
  const keys = (prefix: string, guest: string, pattern: string) => `
version: 1
table: { name: T, partitionKey: PK, sortKey: SK }
entities:
  Hotel:
    attributes: { hotelId: { type: string, size: 4 B, distinct: 10 }, day: { type: string, size: 10 B } }
    keys: { PK: "${prefix}\${hotelId}", SK: "\${day}" }
    count: { mean: 1000, max: 3000, per: hotelId }
  Guest:
    attributes: { ${guest}: { type: string, size: 4 B, distinct: 10 }, from: { type: string, size: 10 B } }
    keys: { PK: "${prefix}\${${guest}}", SK: "\${from}" }
    count: { mean: 5, max: 9, per: ${guest} }
accessPatterns:
  p: { query: Guest, where: ${pattern} }
`;
  const items = (prefix: string, guest: string, pattern = guest) => units(keys(prefix, guest, pattern)).items;

  it('reads a stranger of the same id at worst, and not on average', () => {
    const found = items('', 'guestId');
    assert.deepEqual([found.mean, found.max], [5, 3009]);
  });

  it('reads it always where ids have one name, or keys one prefix', () => {
    assert.equal(items('', 'hotelId').mean, 1005);
    assert.equal(items('ID#', 'guestId').mean, 1005);
  });

  it('takes what a range holds for what was asked for, where neighbours may lie in it', () => {
    const found = items('ID#', 'guestId', '[guestId, from between], matches: 2');
    assert.equal(found.mean, 2);
    assert.equal(found.max, 3009);
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

describe('reads with a limit of what lies in shards', () => {
  const log = (pattern: string) => `
version: 1
table: { name: Log, partitionKey: PK, sortKey: SK }
entities:
  Event:
    attributes:
      at: { format: date-time, span: 30 days }
      tenant: { type: string, size: 4 B, distinct: 10 }
      id: ulid
      body: { type: string, size: 944 B }
    keys: { PK: "\${tenant}#\${id | shard(8)}", SK: "\${at}" }
    count: 300k
accessPatterns:
  p: ${pattern}
`;

  it('asks each shard for as many, since the newest may all lie in one', () => {
    const found = units(log('{ query: Event, where: tenant, order: descending, limit: 4 }'));
    // 4 items of 1,026 B are 2 units of 4 KB, half of that, eight times.
    assert.deepEqual([found.items.mean, found.read.mean], [32, 8]);
    assert.deepEqual(wrongSteps(found.steps), []);
  });

  it('asks for every day of the span where a range of days is the partition key', () => {
    const days = log('{ query: Event, where: at between, matches: 60 }').replace(
      '"${tenant}#${id | shard(8)}"',
      '"${at | date(yyyy-MM-dd)}"',
    );
    const found = units(days);
    // 30 queries of 2 items each.
    assert.deepEqual([found.items.mean, found.read.mean], [60, 15]);
    const queries = found.steps[0]?.parts.find(({ unit }) => unit === 'queries');
    assert.equal(queries?.value.mean, 30);
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
