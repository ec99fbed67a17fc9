// What each projection of an index would cost, beside the one that it has.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analysis/analysis.ts';
import { exactly } from '../capacity/cases/case.ts';
import { cost, named, near } from './support.ts';

const model = (projection: string, kind = '') => `
version: 1
table: { name: T, partitionKey: id, sortKey: n, region: us-east-1 }
indexes:
  ByOwner: { ${kind}${projection} }
entities:
  Item:
    attributes:
      id: ${exactly(2)}
      n: ${exactly(2)}
      owner: ${exactly(5)}
      title: ${exactly(95)}
      body: ${exactly(1900)}
    count: 1M
accessPatterns:
  add: { put: Item, rate: 1M/month }
  rename: { update: Item, set: title, rate: 1M/month }
  write: { update: Item, set: body, rate: 1M/month }
  titles: { query: Item, where: ${kind.includes('local') ? 'id' : 'owner'}, index: ByOwner, select: title, limit: 5, rate: 1/s }
`;
const global = 'partitionKey: owner, ';
const local = 'type: local, sortKey: owner, ';

const projectionsOf = (text: string) => {
  const analysis = analyze(text);
  const index = analysis.design.targets.find(({ name }) => name === 'ByOwner');
  assert.ok(index);
  return analysis.projections(index).map(({ projection, isCurrent, entries, keep, lacking }) => ({
    projection,
    isCurrent,
    bytes: entries.map(({ bytes }) => bytes.mean),
    keep: keep.mean,
    lacking: lacking.map(({ name }) => name),
  }));
};

describe('the projections of an index', () => {
  const found = projectionsOf(model('', global));

  it('are the keys alone, what its patterns read, and all; each says for whom it is too little', () => {
    assert.deepEqual(
      found.map(({ projection, isCurrent, bytes, lacking }) => [projection, isCurrent, bytes, lacking]),
      [
        ['keys-only', false, [4 + 3 + 10], ['titles']],
        [['title'], false, [117], []],
        ['all', true, [2021], []],
      ],
    );
  });

  it('cost what the index costs with that projection in the model', () => {
    // Entries put, renamed and written: of keys only the first; with titles two; with all of it three, of 2 units each.
    const storage = (bytes: number) => (((bytes + 100) * 1e6) / 1024 ** 3) * 0.25;
    const [keys, needed, all] = found.map(({ keep }) => keep);
    near(keys, 0.625 + storage(17));
    near(needed, 2 * 0.625 + storage(117));
    near(all, 6 * 0.625 + storage(2021));
    for (const [text, keep] of [
      ['projection: keys-only', keys],
      ['projection: [title]', needed],
      ['projection: all', all],
    ] as const) {
      near(named(cost(model(text, global)).indexes, 'ByOwner').keep.mean, keep);
    }
  });

  it('have the one that is written among them', () => {
    assert.deepEqual(
      projectionsOf(model('projection: [title, body]', global)).map(({ projection, isCurrent }) => [
        projection,
        isCurrent,
      ]),
      [
        ['keys-only', false],
        [['title'], false],
        [['title', 'body'], true],
        ['all', false],
      ],
    );
  });

  it('of a local index are too little where it would fetch from the table', () => {
    assert.deepEqual(
      projectionsOf(model('projection: [title]', local)).map(({ isCurrent, lacking }) => [
        isCurrent,
        lacking,
      ]),
      [
        [false, ['titles']],
        [true, []],
        [false, []],
      ],
    );
  });

  it('are none for the table', () => {
    const analysis = analyze(model('', global));
    const [table] = analysis.design.targets;
    assert.ok(table);
    assert.deepEqual(analysis.projections(table), []);
  });
});
