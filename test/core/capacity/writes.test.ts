// Units of writes beyond the single cases of cases.test.ts: overwrites, shares, failures, membership.
import assert from 'node:assert/strict';
import type { Step } from '../../../src/core/analysis/capacity/step.ts';
import { exactly } from './cases/case.ts';
import { bounds, units, writesByTarget } from './numbers.ts';

/** Items of exactly so many bytes; `id` is 2 + 2 B, `data` the rest. No index. */
const plain = (bytes: number, pattern: string) => `
version: 1
table: { name: T, partitionKey: id }
entities:
  Item: { attributes: { id: ${exactly(2)}, data: ${exactly(bytes - 8)} } }
accessPatterns:
  p: ${pattern}
`;

/** Items in gAll and gKeys, if they have the key attributes. */
const indexed = (attributes: string, pattern: string) => `
version: 1
table: { name: T, partitionKey: id, sortKey: n }
indexes:
  gAll: { partitionKey: gp, sortKey: gs }
  gKeys: { partitionKey: kp, projection: keys-only }
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

describe('write units on the table', () => {
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

  it('an update costs the larger of before and after', () => {
    const text = (pattern: string) => `
version: 1
table: { name: T, partitionKey: id }
entities:
  Item:
    attributes:
      id: ${exactly(2)}
      a: { type: string, size: 2000 B, maxSize: 2000 B, optional: true, present: 50% }
      b: { type: string, size: 4000 B, maxSize: 4000 B, optional: true, present: 50% }
accessPatterns: { p: { update: Item, ${pattern} } }
`;
    const wcu = (pattern: string) => units(text(pattern)).write.mean;
    // With a and b 6 units, with b alone 4, with a alone 2, with neither 1.
    assert.equal(wcu('remove: b, when: a not-exists'), 4);
    assert.equal(wcu('remove: b, when: a exists'), 6);
    assert.equal(wcu('set: a, when: b not-exists'), 2);
    assert.equal(wcu('set: a'), (6 + 2) / 2);
    assert.equal(wcu('remove: b'), (6 + 4) / 2);
    // Before: b and no a; after: a and no b.
    assert.equal(wcu('remove: b, set: a, when: a not-exists'), 4);
    assert.equal(wcu('set: b, remove: a, when: b not-exists'), 4);
  });

  it('has the entries of an update with their bytes in the working', () => {
    const [, onIndex] = units(indexed(`${gKeys}data: ${exactly(500)}`, '{ update: Item, set: kp }')).steps;
    const [moved] = onIndex?.parts ?? [];
    assert.deepEqual(
      [moved?.value.mean, moved?.parts.map(({ label, value }) => [label, value.mean])],
      [2, [['entry of Item', 2 + 2 + 1 + 2 + 2 + 2]]],
    );
  });

  it('says in which other Regions a write is made, too', () => {
    const text = plain(512, '{ put: Item }').replace(
      'partitionKey: id',
      'partitionKey: id, replicas: [eu-west-1, eu-west-2]',
    );
    const found = units(text);
    assert.equal(found.write.mean, 1);
    assert.equal(found.steps[0]?.note, 'and as much in eu-west-1 and eu-west-2');
  });

  it('knows nothing, and makes nothing up, of keys that depend on too much', () => {
    const letters = '[A, B, C, D, E, F, G, H, I, J, K, L]';
    const text = (pattern: string) => `
version: 1
table: { name: T, partitionKey: PK }
indexes: { G: { partitionKey: GPK } }
entities:
  Item:
    attributes:
      id: uuid
${['a', 'b', 'c', 'd', 'e'].map((name) => `      ${name}: { enum: ${letters} }`).join('\n')}
    keys:
      PK: "\${id}"
      G: { when: [${['a', 'b', 'c', 'd', 'e'].map((name, i) => `${name} = ${'ABCDE'[i]}`).join(', ')}], GPK: "X#\${id}" }
accessPatterns: { p: ${pattern} }
`;
    for (const pattern of ['{ put: Item }', '{ update: Item, set: a = B }', '{ delete: Item }']) {
      const { write, unknown } = units(text(pattern));
      assert.ok(write.min === 1 && write.mean === undefined && write.max !== undefined, pattern);
      assert.ok(write.max >= 2 && write.max <= 3, `${pattern}: ${write.max}`);
      assert.ok(
        unknown.some(({ what }) => what.includes('too many conditions')),
        pattern,
      );
    }
  });

  it('a transaction that fails costs in all its legs, twice on the table and nothing in indexes', () => {
    const text = indexed(
      `${gAll}data: ${exactly(1500)}`,
      '{ transactWrite: [{ put: Item }, { check: Item }], fails: 100% }',
    );
    const found = units(text);
    assert.deepEqual(writesByTarget(found), { table: 8 });
    assert.deepEqual(bounds(found.write), { min: 4, mean: 8, max: 8 });
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

  it('a comparison that no missing item meets makes a put an overwrite, whose entries may stay as they are', () => {
    const found = units(`
version: 1
table: { name: T, partitionKey: id }
indexes: { ByStatus: { partitionKey: status } }
entities:
  Item:
    attributes: { id: uuid, status: { enum: [OPEN, DONE] }, version: { type: number, max: 9 } }
accessPatterns: { p: { put: Item, condition: version = :seen } }
`);
    assert.deepEqual(bounds(found.write), { min: 1, mean: 3, max: 3 });
  });
});
