// How many items, how many different values, how many of them a query reads.
import assert from 'node:assert/strict';
import { entityOf, sizesOf, units } from '../capacity/numbers.ts';

const github = (entity: string, pattern = '{ get: User }') => `
version: 1
table: { name: T, partitionKey: PK, sortKey: SK }
entities:
  User:
    attributes: { user: { type: string, size: 8 B } }
    keys: { PK: "A#\${user}", SK: "A#\${user}" }
    count: 900k
  Organization:
    attributes: { org: { type: string, size: 8 B } }
    keys: { PK: "A#\${org}", SK: "A#\${org}" }
    count: 100k
  Repository:
    attributes:
      owner: { references: [User.user, Organization.org] }
      repo: { type: string, size: 8 B }
    keys: { PK: "R#\${owner}#\${repo}", SK: "R#\${owner}#\${repo}" }
    count: 3 per owner
  Issue:
    attributes:
      owner: Repository.owner
      repo: Repository.repo
      number: { type: number, max: 99999 }
      status: { enum: { Open: 20%, Closed: 80% } }
      creator: User.user
    keys: { PK: "R#\${owner}#\${repo}", SK: "I#\${status}#\${number | pad(5)}" }
    identity: [owner, repo, number]
    count: { mean: 20, max: 200k, per: Repository }
  Comment:
    attributes:
      owner: Repository.owner
      repo: Repository.repo
      number: Issue.number
      id: ksuid
    keys: { PK: "C#\${owner}#\${repo}#\${number}", SK: "\${id}" }
    count: 4 per Issue
  Follow:
    attributes: { follower: User.user, followed: User.user }
    keys: { PK: "F#\${follower}", SK: "F#\${followed}" }
    count: { mean: 150, max: 5M, per: follower }
  ${entity.trim().replaceAll('\n', '\n  ')}
accessPatterns:
  p: ${pattern}
`;

const count = (entity: string, text = github('')) => {
  const sizes = sizesOf(text);
  return sizes.counts.items(entityOf(sizes, entity));
};
const distinct = (entity: string, names: readonly string[], text = github('')) => {
  const sizes = sizesOf(text);
  return sizes.counts.distinct(entityOf(sizes, entity), names);
};
const read = (pattern: string, entity = '') => units(github(entity, pattern)).items;

describe('the count of an entity', () => {
  for (const [entity, expected, why] of [
    ['User', 900_000, 'as written'],
    ['Repository', 3_000_000, 'per an attribute that references two entities: 3 for each of either'],
    ['Issue', 60_000_000, 'per an entity'],
    ['Comment', 240_000_000, 'per an entity that is counted per another'],
    ['Follow', 135_000_000, 'per one of two references to the same entity'],
  ] as const) {
    it(`${entity}: ${why}`, () => assert.equal(count(entity).mean, expected));
  }

  it('is 1 for an entity without an attribute in its key', () => {
    assert.equal(count('FrontPage', github('FrontPage: { keys: { PK: FRONT, SK: FRONT } }')).mean, 1);
  });

  it('is unknown where nothing is written, and says where to write it', () => {
    const text = github('Note: { attributes: { id: ulid }, keys: { PK: "${id}", SK: N } }');
    const found = count('Note', text);
    assert.equal(found.mean, undefined);
    assert.deepEqual(
      found.missing.map(({ write, span }) => [write, text.slice(span.start, span.end)]),
      [['count: 1M', 'Note']],
    );
  });

  it('is unknown, not endless, where two counts are per each other', () => {
    const text = github(`
Hen: { attributes: { h: ulid }, keys: { PK: "\${h}", SK: H }, count: 2 per Egg }
Egg: { attributes: { e: ulid }, keys: { PK: "\${e}", SK: E }, count: 3 per Hen }`);
    assert.equal(count('Hen', text).mean, undefined);
  });
});

describe('distinct values', () => {
  it('of a whole identity: one for each item', () => {
    assert.equal(distinct('Issue', ['owner', 'repo', 'number']).mean, 60_000_000);
  });
  it('of a group that names one item of another entity: one for each of those', () => {
    assert.equal(distinct('Comment', ['owner', 'repo']).mean, 3_000_000);
    assert.equal(distinct('Comment', ['owner', 'repo', 'number']).mean, 60_000_000);
  });
  it('of a reference to several entities: the sum', () => {
    assert.equal(distinct('Issue', ['owner']).mean, 1_000_000);
  });
  it('of two references to one entity: two groups, never more than items', () => {
    assert.equal(distinct('Follow', ['follower']).mean, 900_000);
    assert.equal(distinct('Follow', ['follower', 'followed']).mean, 135_000_000);
  });
  it('of a ksuid that references nothing: one for each item', () => {
    assert.equal(distinct('Comment', ['id']).mean, 240_000_000);
  });
  it('of an enum: its values', () => assert.equal(distinct('Issue', ['status']).mean, 2));
  it('of a string: unknown without distinct', () => {
    assert.equal(distinct('Repository', ['repo']).mean, undefined);
  });
});

describe('items that a query reads', () => {
  it('are those of the group that the count is per', () => {
    assert.deepEqual(
      [
        read('{ query: Issue, where: [owner, repo] }').mean,
        read('{ query: Comment, where: [owner, repo, number] }').mean,
      ],
      [20, 4],
    );
  });
  it('are at most as many as the largest group', () => {
    assert.equal(read('{ query: Issue, where: [owner, repo] }').max, 200_000);
  });
  it('are the share of a constant', () => {
    assert.equal(read('{ query: Issue, where: [owner, repo, status = Open] }').mean, 4);
  });
  it('are an equal part for a parameter', () => {
    assert.equal(read('{ query: Issue, where: [owner, repo, status] }').mean, 10);
  });
  it('are the shares of all constants, one query for each', () => {
    assert.equal(read('{ query: Issue, where: [owner, repo, status = Open or Closed] }').mean, 20);
  });
  it('are one where the identity is given', () => {
    assert.deepEqual(
      [
        read('{ query: Follow, where: [follower, followed] }').mean,
        read('{ query: Follow, where: [follower, followed] }').max,
      ],
      [1, 1],
    );
  });
  it('are capped by the limit, also at their most', () => {
    const found = read('{ query: Issue, where: [owner, repo], limit: 5 }');
    assert.deepEqual([found.mean, found.max], [5, 5]);
  });
  it('include what else lies in the range', () => {
    assert.equal(read('{ query: [Repository, Issue], where: [owner, repo] }').mean, 21);
  });
});
