// Traffic against partitions: which key is busiest, what bounds it, how many shards would do.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analysis.ts';
import { type CollectionHeat, heatOf } from '../../../src/core/analysis/cost/heat/heat.ts';
import { wrongSteps } from '../capacity/numbers.ts';
import { near } from './support.ts';

const heat = (text: string): readonly CollectionHeat[] => heatOf(analyze(text)).collections;

const only = (text: string, partitionKey: string): CollectionHeat => {
  const found = heat(text).filter((each) => each.partitionKey === partitionKey);
  assert.equal(
    found.length,
    1,
    heat(text)
      .map((each) => each.partitionKey)
      .join(', '),
  );
  const [first] = found;
  assert.ok(first);
  return first;
};

const events = (patterns: string, keys = 'PK: "D#${device}", SK: "${at}"', more = '') => `
version: 1
table: { name: T, partitionKey: PK, sortKey: SK }
${more}
entities:
  Event:
    attributes:
      device: { type: string, size: 8 B, distinct: 1000 }
      at: { format: date-time, span: 30 days }
      body: { type: string, size: 1800 B }
      colour: { enum: [RED, BLUE] }
    keys: { ${keys} }
    count: 1M
accessPatterns: ${patterns}
`;

describe('the busiest partition key', () => {
  it('gets its part of the peak, all keys in equal use', () => {
    const found = only(events('{ p: { put: Event, rate: 5k/s, peak: 20k/s } }'), 'D#${device}');
    // Two units for 1.8 KB.
    assert.equal(found.write.mean, 40);
    assert.equal(found.verdict, 'within');
    assert.equal(found.shards, 1);
    assert.deepEqual(wrongSteps(found.steps), []);
  });

  it('gets what `hottest` says', () => {
    const found = only(events('{ p: { put: Event, rate: 20k/s, hottest: 5% } }'), 'D#${device}');
    assert.equal(found.write.mean, 2000);
    assert.equal(found.verdict, 'exceeds');
    assert.equal(found.shards, 2);
  });

  it('is unknown where nothing tells how many keys there are, and fine where all of it fits', () => {
    const text = events('{ p: { put: Event, rate: 600/s } }').replace(', distinct: 1000', '');
    assert.equal(only(text, 'D#${device}').verdict, 'unknown');
    assert.deepEqual(
      only(text, 'D#${device}').write.missing.map(({ what }) => what),
      ['how many different values device of Event has'],
    );
    const few = events('{ p: { put: Event, rate: 400/s } }').replace(', distinct: 1000', '');
    assert.equal(only(few, 'D#${device}').verdict, 'within');
  });

  it('is unknown without a rate', () => {
    assert.equal(only(events('{ p: { put: Event } }'), 'D#${device}').verdict, 'unknown');
  });

  it('of a day is the one of today for puts', () => {
    const keys = 'PK: "${at | date(yyyy-MM-dd)}", SK: "${at}#${device}"';
    const found = only(events('{ p: { put: Event, rate: 2k/s } }', keys), '${at | date(yyyy-MM-dd)}');
    assert.equal(found.write.mean, 4000);
    assert.equal(found.bound, 'rising-sort-key');
    assert.equal(found.shards, 4);
  });

  it('is divided by the shards that it has already', () => {
    const keys = 'PK: "${at | date(yyyy-MM-dd)}#${device | shard(4)}", SK: "${at}#${device}"';
    const found = only(
      events('{ p: { put: Event, rate: 2k/s } }', keys),
      '${at | date(yyyy-MM-dd)}#${device | shard(4)}',
    );
    assert.equal(found.write.mean, 1000);
    assert.equal(found.verdict, 'within');
  });

  it('gets everything that asks for a constant', () => {
    const text = events(
      '{ p: { query: Event, where: colour = RED, limit: 2, rate: 4k/s } }',
      'PK: "D#${device}#${at}", SK: "E", GPK: "${colour}", GSK: "${at}"',
      'indexes: { ByColour: { partitionKey: GPK, sortKey: GSK } }',
    );
    const found = only(text, '${colour}');
    assert.equal(found.target.name, 'ByColour');
    near(found.read.mean, 2000);
  });
});

describe('what bounds the traffic of a key', () => {
  const put = '{ p: { put: Event, rate: 20k/s, hottest: 20% } }';
  const bound = (keys?: string, more?: string, key = 'D#${device}') =>
    only(events(put, keys, more), key).bound;

  it('is an ever-rising sort key', () => {
    assert.equal(bound(), 'rising-sort-key');
  });

  it('is nothing lasting where the sort key spreads: DynamoDB may divide the collection', () => {
    assert.equal(bound('PK: "D#${device}", SK: "${body}#${at}"'), 'may-be-divided');
  });

  it('is a local index', () => {
    assert.equal(
      bound('PK: "D#${device}", SK: "${body}#${at}"', 'indexes: { L: { type: local, sortKey: colour } }'),
      'local-index',
    );
  });

  it('is the item where the key holds one', () => {
    const text = events(
      '{ p: { update: Event, add: colour, rate: 20k/s, hottest: 20% } }',
      'PK: "D#${device}", SK: "ONE"',
    );
    const found = only(text, 'D#${device}');
    assert.equal(found.bound, 'one-item');
    assert.equal(found.item?.write.mean, 8000);
    assert.equal(found.item?.verdict, 'exceeds');
  });

  it('is the item for a single item such as a front page', () => {
    const text = `
version: 1
table: { name: T, partitionKey: PK }
entities:
  FrontPage: { attributes: { text: { type: string, size: 3000 B } }, keys: { PK: FRONTPAGE } }
accessPatterns: { p: { get: FrontPage, rate: 10k/s } }
`;
    const found = only(text, 'FRONTPAGE');
    assert.equal(found.read.mean, 5000);
    assert.deepEqual([found.bound, found.verdict], ['one-item', 'exceeds']);
  });

  it('is kept apart for the table and each index', () => {
    const text = events(
      put,
      'PK: "D#${device}", SK: "${at}", GPK: "ALL", GSK: "${at}"',
      'indexes: { All: { partitionKey: GPK, sortKey: GSK, projection: keys-only } }',
    );
    assert.deepEqual(
      heat(text).map(({ target, write, verdict }) => [target.name, write.mean, verdict]),
      [
        ['table', 8000, 'exceeds'],
        ['All', 4000, 'exceeds'],
      ],
    );
  });

  it('says what reading costs when the key is divided', () => {
    const text = events(`{
  p: { put: Event, rate: 20k/s, hottest: 5% },
  all: { query: Event, where: device, matches: 1, rate: 1/s },
  newest: { query: Event, where: device, order: descending, limit: 2, rate: 1/s } }`);
    const found = only(text, 'D#${device}');
    assert.equal(found.shards, 2);
    assert.deepEqual(
      found.reads.map(({ pattern, before, after }) => [pattern.name, before.mean, after.mean]),
      [
        ['all', 0.5, 1],
        ['newest', 0.5, 1],
      ],
    );
  });
});
