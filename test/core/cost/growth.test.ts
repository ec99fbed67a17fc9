// What grows until a limit stops it.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analysis.ts';
import { type Growth, growthOf } from '../../../src/core/analysis/cost/growth.ts';
import { near } from './support.ts';

const growth = (text: string): Growth => growthOf(analyze(text), { gigabyte: 'decimal' });

const shop = (indexes: string, patterns = '{}', table = '') => `
version: 1
table: { name: T, partitionKey: PK, sortKey: SK${table} }
${indexes}
entities:
  Customer:
    attributes: { name: { type: string, size: 8 B, maxSize: 20 B }, until: { format: epoch-seconds, optional: true, present: 0% } }
    keys: { PK: "C#\${name}", SK: "C" }
    count: 1M
  Order:
    attributes:
      name: Customer.name
      id: ksuid
      note: { type: string, size: 1000 B, maxSize: 300 KB }
      total: { type: number, max: 9999 }
    keys: { PK: "C#\${name}", SK: "O#\${id}" }
    count: { mean: 20, max: 5M, per: Customer }
accessPatterns: ${patterns}
`;
const local = 'indexes: { L: { type: local, sortKey: total, projection: [note] } }';

describe('growth', () => {
  it('sets the largest item against 400 KB, with its entry in a local index', () => {
    const largest = (text: string) =>
      growth(text).items.find(({ entity }) => entity.name === 'Order')?.bytes.max ?? Number.NaN;
    assert.ok(largest(shop('')) < 400 * 1024);
    assert.ok(largest(shop(local)) > 400 * 1024);
    const unbounded = shop('').replace(', maxSize: 300 KB', '');
    assert.equal(growth(unbounded).items.find(({ entity }) => entity.name === 'Order')?.bytes.max, undefined);
  });

  it('sets the largest collection against 10 GB, only with a local index', () => {
    assert.deepEqual(growth(shop('')).collections, []);
    const [found] = growth(shop(local)).collections;
    assert.equal(found?.partitionKey, 'C#${name}');
    assert.ok((found?.bytes.max ?? 0) > (found?.limit ?? 0));
    assert.ok((found?.bytes.mean ?? 0) > 20 * 2000 && (found?.bytes.mean ?? 0) < 20 * 2500);
  });

  it('lets a collection grow by what is put into it, and by no more keys than there will be', () => {
    const later = (patterns: string, keys = 'PK: "C#${name}", SK: "O#${id}"') => {
      const text = shop(local, patterns).replace('PK: "C#${name}", SK: "O#${id}"', keys);
      const found = growth(text).collections.find(({ layouts }) =>
        layouts.some(({ entity }) => entity === 'Order'),
      );
      return { now: found?.bytes.mean ?? Number.NaN, later: found?.afterAYear.value.mean ?? Number.NaN };
    };
    const still = later('{}');
    near(still.later, still.now);
    // 20 million orders of a million customers, and as many more in a year of some 0.634 a second.
    const year = 12 * 730 * 3600;
    const rate = `${20e6 / year}/s`;
    const orders = still.now - 100;
    const grown = later(`{ p: { put: Order, rate: ${rate} } }`);
    assert.ok(grown.later > 1.9 * orders && grown.later < 2 * still.now);
    // As many more customers, too: no collection grows.
    const both = later(`{ p: { put: Order, rate: ${rate} }, c: { put: Customer, rate: ${1e6 / year}/s } }`);
    near(both.later, both.now);
    const deleting = later(`{ d: { delete: Order, rate: ${10e6 / year}/s } }`);
    assert.ok(deleting.later < 0.6 * deleting.now);
    assert.ok(Number.isNaN(later('{ p: { put: Order } }').later));
  });

  it('fills months to come, where the partition key has the month', () => {
    const text = `
version: 1
table: { name: T, partitionKey: PK, sortKey: SK }
indexes: { L: { type: local, sortKey: value } }
entities:
  Event:
    attributes:
      at: { format: date-time, span: 3 years }
      value: { type: number, max: 99 }
    keys: { PK: "\${at | date(yyyy-MM)}", SK: "\${at}" }
    count: 36k
accessPatterns: { p: { put: Event, rate: 12k/month } }
`;
    const [found] = growth(text).collections;
    // 1,000 a month until now; in four years 36,000 + 144,000 in 48 months.
    near((found?.afterAYear.value.mean ?? 0) / (found?.bytes.mean ?? 0), 180_000 / 48 / 1000);
  });

  it('counts the pages of 1 MB that a query reads', () => {
    const pages = growth(
      shop('', '{ p: { query: Order, where: name }, q: { query: Order, where: name, limit: 9 } }'),
    ).pages;
    assert.deepEqual(
      pages.map(({ pattern, pages: { mean } }) => [pattern.name, mean]),
      [
        ['p', 1],
        ['q', 1],
      ],
    );
    const many = shop('', '{ p: { query: Order, where: name } }').replace('mean: 20', 'mean: 2000');
    assert.equal(growth(many).pages[0]?.pages.mean, 3);
    // What the first page leaves is counted, too, though nobody reads it.
    const first = many.replace('where: name }', 'where: name, pages: first }');
    assert.deepEqual(
      growth(first).pages.map(({ pages, isFollowed }) => [pages.mean, isFollowed]),
      [[3, false]],
    );
  });

  it('adds what a year puts, less what it deletes and overwrites', () => {
    const year = 12 * 730 * 3600;
    const growing = (patterns: string) => {
      const { now, afterAYear } = growth(shop('', patterns)).table;
      return (afterAYear.mean ?? Number.NaN) - (now.mean ?? Number.NaN);
    };
    assert.equal(growing('{ p: { query: Order, where: name, rate: 1/s } }'), 0);
    const one = growing('{ p: { put: Order, rate: 1/s } }');
    assert.ok(one > (1000 * year) / 1e9 && one < (1300 * year) / 1e9);
    near(growing('{ p: { put: Order, rate: 2/s, replaces: 50% } }'), one);
    near(growing('{ p: { put: Order, rate: 2/s, fails: 50%, condition: not-exists } }'), one);
    near(growing('{ p: { put: Order, rate: 2/s }, d: { delete: Order, rate: 1/s } }'), one);
    near(growing('{ p: { batchWrite: [{ put: Order, times: 4 }], rate: 0.25/s } }'), one);
    assert.ok(Number.isNaN(growing('{ p: { put: Order } }')));
  });

  it('does not know the size a year on of what expires', () => {
    const text = shop('', '{ p: { put: Customer, rate: 1/s } }', ', timeToLive: until');
    const { afterAYear } = growth(text).table;
    assert.equal(afterAYear.mean, undefined);
    assert.ok(afterAYear.missing.some(({ what }) => what.includes('until')));
  });

  it('never leaves fewer than no items', () => {
    const { afterAYear, now } = growth(shop('', '{ d: { delete: Order, rate: 1k/s } }')).table;
    assert.ok((afterAYear.mean ?? -1) > 0 && (afterAYear.mean ?? 0) < (now.mean ?? 0));
  });
});
