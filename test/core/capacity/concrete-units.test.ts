// Units of items that are there, by the cases of what DynamoDB meters; the same numbers as those in cases/.
// Deliberately few: engines are asked for the rest under test/verify.
import assert from 'node:assert/strict';
import { canonicalItem } from '../../../src/core/analysis/capacity/canonical.ts';
import {
  changeUnits,
  entryIn,
  getUnits,
  rangeUnits,
} from '../../../src/core/analysis/capacity/concrete-units.ts';
import type { DynamoItem, DynamoValue } from '../../../src/core/analysis/capacity/item.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';

const { design } = createSnapshot(`
version: 1
table: { name: T, partitionKey: pk }
indexes:
  gAll: { partitionKey: gp, sortKey: gs }
  gKeys: { partitionKey: kp, projection: keys-only }
  gInc: { partitionKey: ip, projection: [inc] }
entities:
  Item: { attributes: { pk: string } }
`);

const text = (value: string): DynamoValue => ({ type: 'string', value });

/** An item with these attributes that has `bytes` in all. */
function itemOf(bytes: number, attributes: Readonly<Record<string, string>> = {}): DynamoItem {
  const own = { pk: '1', ...attributes };
  const used = Object.entries(own).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  const all = { ...own, data: 'x'.repeat(bytes - used - 'data'.length) };
  return new Map(Object.entries(all).map(([name, value]) => [name, text(value)]));
}

const byName = (before: DynamoItem | undefined, after: DynamoItem | undefined, isTransaction = false) =>
  Object.fromEntries(
    [...changeUnits(design, { before, after }, isTransaction)].map(([target, units]) => [target.name, units]),
  );

describe('units of concrete items', () => {
  it('of a get are rounded up to 4 KB, and nothing found is one unit', () => {
    assert.equal(getUnits(itemOf(4096), 0.5), 0.5);
    assert.equal(getUnits(itemOf(4097), 1), 2);
    assert.equal(getUnits(undefined, 2), 2);
  });

  it('of a range are the sum rounded up, page by page', () => {
    const items = (count: number, bytes: number) => Array.from({ length: count }, () => itemOf(bytes));
    assert.equal(rangeUnits(items(9, 1024), 0.5), 1.5);
    assert.equal(rangeUnits([], 1), 1);
    assert.equal(rangeUnits(items(26, 40 * 1024), 0.5), 130);
    assert.equal(rangeUnits(items(30, 40 * 1024), 0.5), 130 + 20);
  });

  it('of a write are the larger of old and new on the table', () => {
    assert.deepEqual(byName(itemOf(10_240), itemOf(100)), { table: 10 });
    assert.deepEqual(byName(undefined, itemOf(1025)), { table: 2 });
    assert.deepEqual(byName(itemOf(3072), undefined), { table: 3 });
    assert.deepEqual(byName(undefined, undefined), { table: 1 });
  });

  it('on an index are those of an entry that enters, leaves, changes, moves, or stays as it is', () => {
    const keys = { gp: 'a', gs: 'b' };
    assert.deepEqual(byName(undefined, itemOf(3000, keys)), { table: 3, gAll: 3 });
    assert.deepEqual(byName(itemOf(3000, { gp: 'a' }), itemOf(3000, keys)), { table: 3, gAll: 3 });
    assert.deepEqual(byName(itemOf(1536, keys), itemOf(1536, { gp: 'c', gs: 'b' })), { table: 2, gAll: 4 });
    assert.deepEqual(byName(itemOf(900, keys), itemOf(900, keys)), { table: 1 });
    assert.deepEqual(byName(undefined, itemOf(3000, { kp: 'k' })), { table: 3, gKeys: 1 });
    const included = (inc: string) => itemOf(4096, { ip: 'i', inc });
    assert.deepEqual(byName(included('x'.repeat(3000)), included('x')), { table: 4, gInc: 3 });
  });

  it('in a transaction are twice on the table and once on an index', () => {
    assert.deepEqual(byName(undefined, itemOf(600, { gp: 'a', gs: 'b' }), true), { table: 2, gAll: 1 });
  });

  it('entries hold what the index projects, and the keys of the table', () => {
    const [, , gKeys] = design.targets;
    assert.ok(gKeys);
    assert.deepEqual([...(entryIn(design, gKeys, itemOf(300, { kp: 'k' })) ?? []).keys()], ['pk', 'kp']);
    assert.equal(entryIn(design, gKeys, itemOf(300)), undefined);
  });

  it('items are the same whatever the order of attributes, sets and zeros', () => {
    const one: DynamoItem = new Map<string, DynamoValue>([
      ['a', { type: 'number', value: '1.50' }],
      ['b', { type: 'string-set', value: ['x', 'y'] }],
    ]);
    const other: DynamoItem = new Map<string, DynamoValue>([
      ['b', { type: 'string-set', value: ['y', 'x'] }],
      ['a', { type: 'number', value: '1.5' }],
    ]);
    assert.equal(canonicalItem(one), canonicalItem(other));
    assert.notEqual(canonicalItem(one), canonicalItem(new Map([['a', text('1.5')]])));
  });
});
