// Money on-demand: requests, storage, replicas, streams, backups; what is unknown stays unknown.
import assert from 'node:assert/strict';
import { printSteps } from '../../../src/core/analysis/capacity/print-steps.ts';
import { wrongSteps } from '../capacity/numbers.ts';
import { cost, named, near, plain, usd } from './support.ts';

const perMonth = (times: number) => `${times}M/month`;

describe('the cost of requests', () => {
  it('is $0.625 for a million writes and $0.125 for a million reads of up to 4 KB, strong', () => {
    const patterns = `{ w: { put: Item, rate: ${perMonth(1)} }, r: { get: Item, consistency: strong, rate: ${perMonth(1)} } }`;
    const found = cost(plain(512, patterns));
    assert.equal(usd(named(found.patterns, 'w').usd), 0.625);
    assert.equal(usd(named(found.patterns, 'r').usd), 0.125);
  });

  it('was $1.25 and $0.25 before November 2024, half of it for an eventual read', () => {
    const patterns = `{ w: { put: Item, rate: ${perMonth(1)} }, r: { get: Item, rate: ${perMonth(1)} } }`;
    const found = cost(plain(512, patterns), { prices: { list: 'before-2024-11-01' } });
    assert.equal(usd(named(found.patterns, 'w').usd), 1.25);
    assert.equal(usd(named(found.patterns, 'r').usd), 0.125);
  });

  it('is that of an own price', () => {
    const overrides = { 'us-east-1': { 'on-demand.write': 2 } };
    const found = cost(plain(512, `{ w: { put: Item, rate: ${perMonth(1)} } }`), { prices: { overrides } });
    assert.equal(usd(named(found.patterns, 'w').usd), 2);
  });

  it('is shown with its working: units, rate, seconds, price', () => {
    const found = named(cost(plain(512, '{ w: { put: Item, rate: 30/s } }')).patterns, 'w');
    assert.deepEqual(printSteps(found.steps), [
      '$49.275/month  writes to the table',
      '  78.84 M WCU/month  units a month',
      '    30 WCU/s  writes of w',
      '      1 WCU  a call',
      '      30 calls/s  calls',
      '    × 2.628  million seconds, in a month of 730 h',
      '  $0.625  for a million write request units in us-east-1 (AWS price list, 2026-09-06)',
    ]);
    assert.equal(found.writeUnits.mean, 78.84);
  });

  it('is unknown without a rate, which says what to write', () => {
    const found = cost(plain(512, '{ w: { put: Item } }'));
    assert.equal(found.total.mean, undefined);
    assert.equal(named(found.patterns, 'w').usd.mean, undefined);
    assert.deepEqual(
      found.unknown.map(({ missing }) => missing.write),
      ['rate: 20/s'],
    );
  });

  it('is unknown without a price, and no other Region’s is taken', () => {
    const text = plain(512, '{ w: { put: Item, rate: 1/s } }').replace('us-east-1', 'us-west-2');
    const found = cost(text);
    assert.equal(found.total.mean, undefined);
    assert.ok(
      found.unknown.some(
        ({ missing }) => missing.what === 'the price of a million write request units in us-west-2',
      ),
    );
    assert.notEqual(cost(text, { prices: { estimates: true } }).total.mean, undefined);
  });

  it('of a question that no key answers is unknown, not nothing', () => {
    assert.equal(cost(plain(512, '{ q: { analyze: Item, needs: aggregate } }')).total.mean, undefined);
  });

  it('leaves out what a cache answers, and says what that saves', () => {
    const found = cost(
      plain(512, `{ r: { get: Item, rate: ${perMonth(2)}, cache: { with: dax, hits: 90% } } }`),
    );
    const pattern = named(found.patterns, 'r');
    assert.equal(usd(pattern.usd), 0.0125);
    assert.equal(pattern.saved && usd(pattern.saved.value), 0.1125);
    // The nodes are not free, and nothing tells how many there are.
    assert.equal(found.total.mean, undefined);
    const known = cost(plain(512, `{ r: { get: Item, rate: 1/s, cache: { with: dax, hits: 90% } } }`), {
      dax: { nodes: 3, node: 't3.small' },
    });
    assert.equal(known.byKind.get('cache')?.mean, 87.6);
  });

  it('does not know what a cache answers until the pattern or an option says it', () => {
    const text = (hits: string) =>
      plain(512, `{ r: { get: Item, rate: ${perMonth(2)}, cache: { with: application${hits} } } }`);
    const open = cost(text(''));
    const { usd: read, saved } = named(open.patterns, 'r');
    assert.deepEqual([read.min, read.mean, saved?.value.mean], [0, undefined, undefined]);
    assert.deepEqual(
      open.unknown.map(({ missing }) => missing.write),
      ['hits: 90%'],
    );
    assert.equal(usd(named(cost(text(''), { cacheHits: 0.8 }).patterns, 'r').usd), 0.025);
    assert.equal(usd(named(cost(text(', hits: 0%'), { cacheHits: 0.8 }).patterns, 'r').usd), 0.125);
    const uncached = cost(plain(512, `{ r: { get: Item, rate: ${perMonth(2)} } }`), { cacheHits: 0.8 });
    assert.equal(usd(named(uncached.patterns, 'r').usd), 0.125);
  });

  it('has DAX pass strongly consistent reads on, so that they cost in full', () => {
    const text = (cache: string) =>
      plain(
        512,
        `{ r: { get: Item, consistency: strong, rate: ${perMonth(1)}, cache: { with: ${cache}, hits: 90% } } }`,
      );
    assert.equal(usd(named(cost(text('dax')).patterns, 'r').usd), 0.125);
    assert.equal(usd(named(cost(text('application')).patterns, 'r').usd), 0.0125);
  });

  it('has a price for any DAX node that one gives', () => {
    const text = plain(512, '{ r: { get: Item, rate: 1/s, cache: { with: dax, hits: 90% } } }');
    const dax = { nodes: 2, node: 'r5.large' };
    const open = cost(text, { dax });
    assert.equal(open.byKind.get('cache')?.mean, undefined);
    assert.ok(
      open.unknown.some(
        ({ missing }) => missing.what === 'the price of an hour of a DAX node dax.r5.large in us-east-1',
      ),
    );
    const overrides = { '*': { 'dax.r5.large': 0.25 } };
    assert.equal(cost(text, { dax, prices: { overrides } }).byKind.get('cache')?.mean, 365);
  });

  it('says which Region it takes where none is written', () => {
    const found = cost(plain(512, '{ w: { put: Item, rate: 1/s } }').replace(', region: us-east-1', ''));
    assert.equal(found.region, 'us-east-1');
    assert.deepEqual(
      found.assumed.map(({ write, assumed }) => [write, assumed]),
      [['region: eu-west-1', 'us-east-1']],
    );
    const other = cost(plain(512, '{}').replace(', region: us-east-1', ''), { region: 'eu-west-1' });
    assert.deepEqual([other.region, other.assumed], ['eu-west-1', []]);
  });
});

describe('the cost of storage', () => {
  it('counts 100 B more for each item, in a GB of 2³⁰ B or of 10⁹ B', () => {
    const binary = cost(plain(900, '{}'));
    assert.equal(usd(binary.total), Number(((1e9 / 1024 ** 3) * 0.25).toFixed(5)));
    const decimal = cost(plain(900, '{}'), { gigabyte: 'decimal' });
    assert.equal(usd(decimal.total), 0.25);
    assert.equal(decimal.gigabytes.mean, 1);
    assert.ok(printSteps([decimal.working]).some((line) => line.includes('÷ 1,000,000,000  bytes in a GB')));
  });

  it('has its own price for infrequent access, and a free tier for Standard', () => {
    const option = { gigabyte: 'decimal' } as const;
    assert.equal(usd(cost(plain(900, '{}', 'class: standard-infrequent-access'), option).total), 0.1);
    const many = plain(900, '{}').replace('count: 1M', 'count: 100M');
    assert.equal(usd(cost(many, option).total), 25);
    assert.equal(usd(cost(many, { ...option, freeTier: true }).total), 18.75);
    assert.equal(usd(cost(plain(900, '{}'), { ...option, freeTier: true }).total), 0);
  });

  it('is unknown without a count', () => {
    const found = cost(plain(900, '{}').replace('count: 1M', ''));
    assert.deepEqual([found.total.mean, found.total.max], [undefined, undefined]);
    assert.deepEqual(
      found.unknown.map(({ missing }) => missing.write),
      ['count: 1M'],
    );
  });
});

const indexed = (table = '') => `
version: 1
table: { name: T, partitionKey: id, region: us-east-1${table} }
indexes:
  ByOwner: { partitionKey: owner, projection: keys-only }
entities:
  Item:
    attributes:
      id: { type: string, size: 2 B }
      owner: { type: string, size: 5 B, optional: true, present: 50%, distinct: 100 }
      data: { type: string, size: 2000 B }
    identity: id
    count: 1M
accessPatterns:
  add: { put: Item, rate: 10/s }
  of: { query: Item, where: owner, select: id, limit: 10, rate: 1/s }
`;

describe('the cost of an index', () => {
  it('is its writes and its storage, whoever reads it', () => {
    const found = cost(indexed(), { gigabyte: 'decimal' });
    const index = named(found.indexes, 'ByOwner');
    assert.equal(usd(index.writes), 8.2125);
    // Half of the items, 14 B of keys and 100 B.
    assert.equal(usd(index.storage), Number(((0.5e6 * 114 * 0.25) / 1e9).toFixed(5)));
    near(index.keep.mean, (index.writes.mean ?? 0) + (index.storage.mean ?? 0));
    assert.equal(usd(index.reads), Number((0.5 * 2.628 * 0.125).toFixed(5)));
  });
});

describe('the cost of replicas', () => {
  const found = cost(indexed(', replicas: [eu-west-1]'), { gigabyte: 'decimal' });

  it('is every write in every Region, and every item with 48 B more', () => {
    const add = named(found.patterns, 'add');
    // 2 KB on the table, half an entry in the index, 10 times a second.
    near(add.usd.mean, (20 + 5) * 2.628 * (0.625 + 0.705));
    const item = named(found.entities, 'Item');
    const bytes = 2 + 2 + 4 + 2000 + 0.5 * (5 + 5) + 148;
    near(item.gigabytes.mean, (bytes * 1e6 + 0.5e6 * 114) / 1e9);
  });

  it('is a replicated write for every item that expires, in each Region but the one that deletes it', () => {
    const text = (more: string) => `
version: 1
table: { name: T, partitionKey: id, region: us-east-1, timeToLive: until${more} }
entities:
  Item:
    attributes:
      id: { type: string, size: 2 B }
      data: { type: string, size: 1500 B }
      until: { format: epoch-seconds, optional: true, present: 50% }
    count: 1M
  Kept: { attributes: { id: uuid }, count: 1k }
accessPatterns:
  add: { put: Item, replaces: 20%, rate: 1M/month }
  keep: { put: Kept, rate: 1M/month }
`;
    const expired = (more: string) =>
      cost(text(more)).charges.filter(({ step }) => step.label.startsWith('deletes of what expires'));
    assert.deepEqual(expired(''), []);
    const [only, ...others] = expired(', replicas: [eu-west-1]');
    assert.deepEqual([others, only?.kind, only?.region], [[], 'replicas', 'eu-west-1']);
    // Two units; four in five are new, half of them expire.
    near(only?.step.value.mean, 2 * 0.8 * 0.5 * 0.705);
    assert.equal(expired(', replicas: [eu-west-1, ap-south-1]').length, 2);
    assert.deepEqual(expired(', replicas: [eu-west-1], capacity: { read: 5, write: 5 }'), []);
  });

  it('is traffic between Regions', () => {
    const traffic = found.charges.find(({ step }) => step.label === 'traffic to eu-west-1');
    assert.equal(traffic?.kind, 'replicas');
    near(traffic?.step.value.mean, ((2013 * 10 * 2.628e6) / 1e9) * 0.02);
  });

  it('has a working that adds up', () => {
    assert.deepEqual(wrongSteps([found.working]), []);
  });
});

describe('the cost of what stands beside a table', () => {
  it('is none for a stream that a Lambda function reads, by the change for Kinesis, unknown for others', () => {
    const text = (consumer: string) =>
      plain(
        512,
        '{ w: { put: Item, rate: 1M/month } }',
        `stream: new-image, consumers: [{ name: c, kind: ${consumer} }]`,
      );
    assert.equal(cost(text('lambda')).byKind.get('streams'), undefined);
    assert.equal(cost(text('kinesis')).byKind.get('streams')?.mean, 0.1);
    assert.equal(cost(text('application')).byKind.get('streams')?.mean, undefined);
    const polled = cost(text('application'), { streamPolls: 4 }).byKind.get('streams');
    near(polled?.mean, 4 * 26.28 * 0.02);
  });

  it('has one free tier for all that poll its stream', () => {
    const consumers = 'consumers: [{ name: c, kind: application }, { name: d, kind: application }]';
    const text = plain(512, '{ w: { put: Item, rate: 1M/month } }', `stream: new-image, ${consumers}`);
    const found = cost(text, { streamPolls: 4, freeTier: true });
    // Twice four calls a second are 21.024 million a month.
    near(found.byKind.get('streams')?.mean, ((21.024e6 - 2.5e6) / 1e5) * 0.02);
  });

  it('counts a change once for Kinesis, though a transaction writes it at twice the units', () => {
    const found = cost(
      plain(
        512,
        '{ w: { transactWrite: [{ put: Item }], rate: 1M/month } }',
        'stream: new-image, consumers: [{ name: c, kind: kinesis }]',
      ),
    );
    assert.equal(found.byKind.get('streams')?.mean, 0.1);
  });

  it('counts for Kinesis only the changes of calls that succeed', () => {
    const found = cost(
      plain(
        512,
        '{ w: { put: Item, condition: not-exists, fails: 25%, rate: 1M/month } }',
        'stream: new-image, consumers: [{ name: c, kind: kinesis }]',
      ),
    );
    assert.equal(found.byKind.get('streams')?.mean, 0.075);
  });

  it('holds the table and its local indexes in backups, and no global index', () => {
    const indexes = (type: string) => `
version: 1
table: { name: T, partitionKey: id, sortKey: n, region: us-east-1, pointInTimeRecovery: true }
indexes: { I: { ${type}sortKey: data, projection: keys-only } }
entities:
  Item:
    attributes:
      id: { type: string, size: 2 B }
      n: { type: string, size: 2 B }
      data: { type: string, size: 886 B }
    count: 1M
accessPatterns: {}
`;
    const recovery = (type: string) =>
      cost(indexes(type), { gigabyte: 'decimal' }).byKind.get('point-in-time-recovery')?.mean;
    // Items of 897 B and entries of as many, each with 100 B more.
    near(recovery('partitionKey: n, '), 0.997 * 0.2);
    near(recovery('type: local, '), 2 * 0.997 * 0.2);
  });

  it('is a price by the GB for point-in-time recovery and for backups', () => {
    const found = cost(plain(900, '{}', 'pointInTimeRecovery: true'), { gigabyte: 'decimal', backups: 3 });
    assert.equal(found.byKind.get('point-in-time-recovery')?.mean, 0.2);
    assert.equal(found.byKind.get('backups')?.mean, 0.3);
  });
});

describe('what is not known', () => {
  it('comes in the order in which it moves the total', () => {
    const found = cost(
      plain(
        512,
        '{ few: { get: Item }, many: { transactWrite: [{ put: Item, times: 10 }] }, w: { put: Item, rate: 1/s } }',
      ).replace('count: 1M', ''),
    );
    assert.deepEqual(
      found.unknown.map(({ missing }) => missing.what),
      ['how often many is called', 'how often few is called', 'how many Item items there are'],
    );
    const [first] = found.unknown;
    // Twenty units a call, one call a second.
    near(first?.trial, 20 * 2.628 * 0.625);
  });
});
