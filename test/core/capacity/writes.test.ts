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
});
