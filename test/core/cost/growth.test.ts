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
