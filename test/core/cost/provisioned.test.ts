// Money for provisioned capacity, and the comparison of ways to pay.
import assert from 'node:assert/strict';
import { wrongSteps } from '../capacity/numbers.ts';
import { cost, named, near, plain } from './support.ts';

const load = '{ r: { get: Item, consistency: strong, rate: 80/s }, w: { put: Item, rate: 50/s } }';
const hour = 730;

describe('provisioned capacity', () => {
  it('80 strong reads of 3 KB and 50 writes of 2 KB a second use 80 RCU and 100 WCU', () => {
    const reads = cost(plain(3072, load, 'capacity: { read: 80, write: 100 }')).capacity;
    assert.equal(reads.find(({ side }) => side === 'read')?.use.value.mean, 80);
    const writes = cost(plain(2048, load, 'capacity: { read: 80, write: 100 }')).capacity;
    assert.equal(writes.find(({ side }) => side === 'write')?.use.value.mean, 100);
  });

  it('costs what is provisioned, whatever is used', () => {
    const found = cost(plain(2048, '{ r: { get: Item } }', 'capacity: { read: 80, write: 100 }'));
    assert.equal(found.billing, 'provisioned');
    near(found.byKind.get('reads')?.mean, hour * 80 * 0.00013);
    near(found.byKind.get('writes')?.mean, hour * 100 * 0.00065);
    assert.notEqual(found.total.mean, undefined);
    assert.equal(named(found.patterns, 'r').usd.mean, undefined);
  });

  it('is what the patterns use and what is left', () => {
    const found = cost(plain(2048, load, 'capacity: { read: 200, write: 100 }'));
    near(named(found.patterns, 'r').usd.mean, hour * 80 * 0.00013);
    near(found.unused.mean, hour * 120 * 0.00013);
    assert.deepEqual(wrongSteps([found.working]), []);
  });

  it('is shared by patterns that want more than there is', () => {
    const found = cost(plain(2048, load, 'capacity: { read: 20, write: 100 }'));
    // Items of 2 KB: 80 RCU are asked of 20.
    near(named(found.patterns, 'r').usd.mean, hour * 20 * 0.00013);
    near(named(found.patterns, 'w').usd.mean, hour * 100 * 0.00065);
    assert.equal(found.unused.mean, 0);
    assert.deepEqual(wrongSteps(named(found.patterns, 'r').steps), []);
  });

  it('follows the use at a target, within its bounds', () => {
    const scaled = (max: number) =>
      cost(
        plain(
          2048,
          load,
          `capacity: { read: 5, write: 5, autoscaling: { target: 50%, max: { read: ${max}, write: ${max} } } }`,
        ),
      ).capacity.map(({ paid }) => paid.value.mean);
    assert.deepEqual(scaled(1000), [160, 200]);
    assert.deepEqual(scaled(150), [150, 150]);
  });

  it('gives an index as much as the table where it has none of its own, and counts local ones with the table', () => {
    const text = `
version: 1
table: { name: T, partitionKey: id, sortKey: n, region: us-east-1, capacity: { read: 10, write: 20 } }
indexes:
  G: { partitionKey: a }
  H: { partitionKey: b, capacity: { read: 1, write: 2 } }
  L: { type: local, sortKey: c }
entities:
  Item:
    attributes: { id: uuid, n: { type: number, max: 9 }, a: uuid, b: uuid, c: uuid }
    count: 1k
accessPatterns: { w: { put: Item, rate: 1/s } }
`;
    const { capacity } = cost(text);
    const writes = capacity.filter(({ side }) => side === 'write');
    assert.deepEqual(
      writes.map(({ target, use, paid }) => [target.name, use.value.mean, paid.value.mean]),
      [
        ['table', 2, 20],
        ['G', 1, 20],
        ['H', 1, 2],
      ],
    );
  });

  it('has 25 units free, if wanted', () => {
    const text = plain(2048, load, 'capacity: { read: 25, write: 100 }');
    const found = cost(text, { freeTier: true });
    assert.equal(found.byKind.get('reads')?.mean, 0);
    near(found.byKind.get('writes')?.mean, hour * 75 * 0.00065);
  });
});

describe('ways to pay', () => {
  const { comparison } = cost(
    plain(1024, '{ w: { put: Item, rate: 70/s, peak: 400/s }, r: { get: Item, rate: 140/s } }'),
  );
  const of = (billing: string, tableClass = 'standard') =>
    comparison.alternatives.find((each) => each.billing === billing && each.tableClass === tableClass);
  const storage = ((1e6 * 1124) / 1024 ** 3) * 0.25;

  it('have the same traffic under each', () => {
    near(of('on-demand')?.usd.mean, 70 * 2.628 * 0.625 + 70 * 2.628 * 0.125 + storage);
    near(of('provisioned')?.usd.mean, hour * (100 * 0.00065 + 100 * 0.00013) + storage);
    near(of('provisioned-for-peaks')?.usd.mean, hour * (400 * 0.00065 + 70 * 0.00013) + storage);
  });

  it('reserve in blocks of 100, with what is paid at once spread over the term', () => {
    const month = (upfront: number, each: number, months: number) => upfront / months + each * hour;
    near(of('reserved-1y')?.usd.mean, month(150, 0.0128, 12) + month(30, 0.0025, 12) + storage);
    near(of('reserved-3y')?.usd.mean, month(180, 0.0081, 36) + month(36, 0.0016, 36) + storage);
  });

  it('do not know what provisioned capacity costs in Standard-IA', () => {
    assert.equal(of('provisioned', 'standard-infrequent-access')?.usd.mean, undefined);
  });

  it('break even where 28.9 % of the provisioned units are used', () => {
    assert.equal(comparison.breakEven.write.value.mean?.toFixed(3), '0.289');
    assert.equal(comparison.breakEven.read.value.mean?.toFixed(3), '0.289');
    const old = cost(plain(1024, '{}'), { prices: { list: 'before-2024-11-01' } }).comparison;
    assert.equal(old.breakEven.write.value.mean?.toFixed(3), '0.144');
    assert.equal(comparison.utilisation.write?.mean, 0.175);
  });

  it('favour Standard-IA from the ratio of storage to requests on at which it costs less', () => {
    const { breakEven } = comparison.storageRatio;
    assert.equal(breakEven.mean?.toFixed(2), '0.41');
    const dear = cost(
      plain(1024, '{ w: { put: Item, rate: 1/s } }').replace('count: 1M', 'count: 100M'),
    ).comparison;
    assert.ok((dear.storageRatio.own.mean ?? 0) > (dear.storageRatio.breakEven.mean ?? 1));
    const [standard, infrequent] = dear.alternatives.filter(({ billing }) => billing === 'on-demand');
    assert.ok((infrequent?.usd.mean ?? 0) < (standard?.usd.mean ?? 0));
  });

  it('do not reserve for global tables', () => {
    const global = cost(plain(1024, '{}', 'replicas: [eu-west-1]')).comparison.alternatives;
    assert.ok(global.every(({ billing }) => !billing.startsWith('reserved')));
  });
});
