// The size of an entity's items, as far as the model tells it.
import assert from 'node:assert/strict';
import { expected } from '../../../src/core/analysis/capacity/item-size.ts';
import { writeUnits } from '../../../src/core/analysis/capacity/metering.ts';
import { bounds, entityOf, sizesOf } from './numbers.ts';

const sizeOf = (text: string, entity = 'Item') => {
  const sizes = sizesOf(text);
  return sizes.item(entityOf(sizes, entity));
};

/** One entity whose key `pk` is 2 + 2 B, with these attributes. */
const item = (attributes: string, table = 'partitionKey: pk') => `
version: 1
table: { name: T, ${table} }
entities:
  Item:
    attributes:
      pk: { type: string, size: 2 B, minSize: 2 B, maxSize: 2 B }
      ${attributes.trim().replaceAll('\n', '\n      ')}
`;

describe('item size of an entity', () => {
  it('counts names and values', () => {
    assert.deepEqual(bounds(sizeOf(item('name: { type: string, size: 10 B, maxSize: 20 B }')).total), {
      min: 8,
      mean: 18,
      max: 28,
    });
  });

  for (const [declaration, bytes] of [
    ['a: boolean', 1],
    ['a: "null"', 1],
    ['a: uuid', 36],
    ['a: date-time', 24],
    ['a: { const: hello }', 5],
    ['a: { enum: [ON, OFF] }', 2.5],
    ['a: { enum: { OPEN: 25%, CLOSED: 75% } }', 5.5],
    ['a: { type: number, max: 9999 }', 3],
    ['a: { const: 12345 }', 4],
    ['a: epoch-seconds', 6],
    ['a: epoch-milliseconds', 8],
    ['a: { type: map, size: 300 B }', 300],
    ["a: { type: string, pattern: '^[A-Z]{3}-[0-9]{4}$' }", 8],
  ] as const) {
    it(`${declaration}: ${bytes} B`, () => assert.equal(sizeOf(item(declaration)).total.mean, 4 + 1 + bytes));
  }

  it('takes sizes from what is referenced', () => {
    const text = `
version: 1
table: { name: T, partitionKey: PK }
entities:
  User:
    attributes: { name: { type: string, size: 12 B, maxSize: 39 B } }
    keys: { PK: "U#\${name}" }
  Post:
    attributes: { author: User.name, id: ulid }
    keys: { PK: "P#\${id}" }
`;
    assert.deepEqual(bounds(sizeOf(text, 'Post').total), {
      min: 2 + 28 + 6 + 0 + 2 + 26,
      mean: 2 + 28 + 6 + 12 + 2 + 26,
      max: 2 + 28 + 6 + 39 + 2 + 26,
    });
  });

  it('counts keys with their templates, the type attribute, and no attribute that is not stored', () => {
    const text = `
version: 1
table: { name: T, partitionKey: PK, sortKey: SK, typeAttribute: type }
indexes:
  GSI1: { partitionKey: GSI1PK }
entities:
  Order:
    attributes:
      id: ksuid
      number: { type: number, max: 9999, stored: false }
    keys:
      PK: "ORDER#\${id}"
      SK: "\${number | pad(6)}"
      GSI1PK: "\${PK}"
`;
    const size = sizeOf(text, 'Order');
    assert.deepEqual(
      size.rows.map((row) => [row.name, row.role, row.total.mean]),
      [
        ['PK', 'key', 2 + 33],
        ['SK', 'key', 2 + 6],
        ['GSI1PK', 'key', 6 + 33],
        ['type', 'type', 4 + 5],
        ['id', 'attribute', 2 + 27],
      ],
    );
    assert.deepEqual(bounds(size.total), { min: 120, mean: 120, max: 120 });
  });

  it('prints a number inside a key as digits, and stores it alone as a number', () => {
    const text = `
version: 1
table: { name: T, partitionKey: PK, sortKey: SK }
entities:
  Item:
    attributes:
      n: { type: number, min: 1000, max: 9999, stored: false }
      SK: { type: number, min: 1000, max: 9999 }
    keys: { PK: "N#\${n}" }
`;
    assert.deepEqual(
      sizeOf(text).rows.map((row) => [row.name, row.valueBytes.mean]),
      [
        ['PK', 6],
        ['SK', 3],
      ],
    );
  });

  it('weighs optional attributes by present, and rounds before it averages', () => {
    const size = sizeOf(
      item(`
data: { type: string, size: 892 B, minSize: 892 B, maxSize: 892 B }
more: { type: string, size: 296 B, minSize: 296 B, maxSize: 296 B, optional: true, present: 60% }`),
    );
    assert.deepEqual(bounds(size.total), { min: 900, mean: 1080, max: 1200 });
    assert.deepEqual(bounds(expected(size, writeUnits)), { min: 1, mean: 1.6, max: 2 });
  });

  it('counts alternatives of keys by their shares, and never two of them at once', () => {
    const text = `
version: 1
table: { name: T, partitionKey: id }
indexes:
  GSI1: { partitionKey: GSI1PK }
entities:
  Item:
    attributes:
      id: { type: string, size: 4 B, minSize: 4 B, maxSize: 4 B }
      source: { type: string, size: 4 B, minSize: 4 B, maxSize: 4 B, optional: true, present: 25% }
    keys:
      GSI1:
        - { when: source not-exists, GSI1PK: "ORIGINAL" }
        - { when: source exists, GSI1PK: "COPY#\${source}" }
`;
    const original = 2 + 4 + 6 + 8;
    const copy = 2 + 4 + 6 + 4 + 6 + 9;
    assert.deepEqual(bounds(sizeOf(text).total), {
      min: original,
      mean: 0.75 * original + 0.25 * copy,
      max: copy,
    });
  });

  it('says what is missing, and what is known all the same', () => {
    const text = item('Detail: map\nname: { type: string, size: 10 B }');
    const { total } = sizeOf(text);
    assert.equal(total.mean, undefined);
    assert.equal(total.max, undefined);
    assert.equal(total.atLeast, 4 + 6 + 3 + 4 + 10);
    assert.deepEqual(
      total.missing.map(({ what, write, span }) => [what, write, text.slice(span.start, span.end)]),
      [['how large Detail of Item is', 'size: 40 B', 'Detail']],
    );
  });

  it('says that the share of an optional attribute is missing', () => {
    const { total } = sizeOf(item('note: { type: string, size: 10 B, optional: true }'));
    assert.equal(total.mean, undefined);
    assert.deepEqual(
      total.missing.map(({ write }) => write),
      ['present: 60%'],
    );
  });

  it('assumes a size for a number that nothing bounds, and says so', () => {
    const { total } = sizeOf(item('total: number'));
    assert.deepEqual(bounds(total), { min: 4 + 5 + 1, mean: 4 + 5 + 5, max: 4 + 5 + 21 });
    assert.deepEqual(
      total.missing.map(({ assumed }) => assumed),
      ['5 B'],
    );
  });

  it('knows units even where sizes are unknown, if every size gives the same', () => {
    const size = sizeOf(item('a: { type: string, minSize: 10 B, maxSize: 400 B }'));
    assert.equal(size.total.mean, undefined);
    assert.deepEqual(expected(size, writeUnits).mean, 1);
  });
});

describe('entry of an index', () => {
  const text = (projection: string) => `
version: 1
table: { name: T, partitionKey: PK, sortKey: SK }
indexes:
  I: { partitionKey: status, sortKey: placed, projection: ${projection} }
entities:
  Order:
    attributes:
      id: ksuid
      status: { enum: [OPEN, SENT] }
      placed: { format: date, optional: true, present: 10% }
      total: { type: number, max: 9999 }
    keys: { PK: "O#\${id}", SK: "O#\${id}" }
`;
  const keys = 2 + 29 + 2 + 29;
  for (const [projection, bytes] of [
    ['keys-only', keys + 6 + 4 + 6 + 10],
    ['[total]', keys + 6 + 4 + 6 + 10 + 5 + 3],
    ['all', keys + 6 + 4 + 6 + 10 + 5 + 3 + 2 + 27],
  ] as const) {
    it(`of projection ${projection} is ${bytes} B, with the table's keys, and every one has the sparse attribute`, () => {
      const sizes = sizesOf(text(projection));
      const order = entityOf(sizes, 'Order');
      const layout = order.layouts.find((each) => each.target.name === 'I');
      assert.ok(layout);
      assert.equal(sizes.entry(order, layout).total.mean, bytes);
      assert.equal(sizes.share(order, layout).mean, 0.1);
    });
  }
});
