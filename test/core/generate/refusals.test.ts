// Models from which DynamoDB would make no table: each is refused with a reason at its place.
// Deliberately one model for each reason, as small as it can be.
import assert from 'node:assert/strict';
import { decisiveRules } from '../../../src/core/generate/refusals.ts';
import { targets } from '../../../src/core/generate/targets.ts';
import { catalogue } from '../../../src/core/rules/catalogue.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';

/** The text at each reason and its first words. */
function refused(text: string): readonly string[] {
  const all = targets.map((target) => target.generate(createSnapshot(text)));
  const [first] = all;
  assert.ok(first);
  for (const each of all) assert.deepEqual(each, first);
  assert.equal(first.kind, 'refused');
  return first.kind === 'refused'
    ? first.reasons.map(
        ({ span, message }) => `${text.slice(span.start, span.end)}: ${message.split('.')[0]}`,
      )
    : [];
}

const model = (table: string, indexes = '', entities = ''): string =>
  `version: 1\ntable: { name: Shop, partitionKey: PK, ${table} }\nindexes: { ${indexes} }\nentities: { ${entities} }\n`;

const cases: readonly (readonly [title: string, text: string, reasons: readonly string[]])[] = [
  ['no table', 'version: 1\n', [': The model has no table']],
  [
    'no keys',
    'version: 1\ntable: { name: Shop }\n',
    ['table: { name: Shop }: The table has no partition key, and DynamoDB makes no table without one'],
  ],
  [
    'text that is not YAML',
    'version: 1\ntable: { name: Shop, partitionKey: PK\nentities:\n',
    ['{: A { or [ is not closed'],
  ],
  [
    'a misspelt section',
    'version: 1\ntable: { name: Shop, partitionKey: PK }\nindices: {}\n',
    ['indices: indices is not a property of a DynamoDB model'],
  ],
  [
    'a name that is too short',
    model('').replace('Shop', 'S'),
    ['S: The name of a table needs at least 3 characters, and S has 1'],
  ],
  [
    'an LSI of a table without a sort key',
    model('', 'ByTotal: { type: local, sortKey: total }'),
    ['ByTotal: ByTotal is a local index, and a table without a sort key can have none'],
  ],
  [
    'a global index without a partition key',
    model('', 'ByTotal: { sortKey: total }'),
    ['ByTotal: ByTotal is a global index without a partition key'],
  ],
  ['one attribute twice in a key', model('sortKey: PK'), ['PK: PK stands twice in the key of the table']],
  [
    'one attribute with two types',
    model('', 'ByPK: { partitionKey: { name: PK, type: number } }'),
    ['PK: PK is a string in one key and a number in this one'],
  ],
  [
    'a key whose type nobody knows',
    model('', 'ByDay: { partitionKey: day }', 'Order: { attributes: { day: dayte } }'),
    ['day: The type of day is unknown, and a key needs one'],
  ],
  [
    'half a unit',
    model('capacity: { read: 0.5, write: 1 }'),
    ['capacity: { read: 0.5, write: 1 }: The table needs a whole number of read units, at least 1, not 0'],
  ],
  [
    'a provisioned index of an on-demand table',
    model('', 'ByDay: { partitionKey: day, capacity: { read: 1, write: 1 } }'),
    ['capacity: { read: 1, write: 1 }: ByDay is provisioned and the table is on-demand'],
  ],
  [
    'autoscaling to less than is provisioned',
    model('capacity: { read: 9, write: 1, autoscaling: { max: { read: 8 } } }'),
    [
      'capacity: { read: 9, write: 1, autoscaling: { max: { read: 8 } } }: The table scales from 9 to 8 read units',
    ],
  ],
  [
    'autoscaling at full use',
    model('capacity: { read: 9, write: 1, autoscaling: { target: 95%, max: { read: 80 } } }'),
    [
      'capacity: { read: 9, write: 1, autoscaling: { target: 95%, max: { read: 80 } } }: The table scales at 95% use, and AWS takes 20% to 90%',
    ],
  ],
  [
    'more projected attributes than DynamoDB allows',
    model(
      '',
      `ByDay: { partitionKey: day, projection: [${Array.from({ length: 101 }, (_, i) => `a${i}`).join(', ')}] }`,
    ),
    [
      'ByDay: With ByDay the indexes list 101 attributes in their projections, and DynamoDB allows 100 over all of them',
    ],
  ],
  [
    'a vector index of a provisioned table',
    model(
      'capacity: { read: 1, write: 1 }',
      'Near: { type: vector, vector: v, dimensions: 2, distance: cosine }',
    ),
    ['Near: Near is a vector index, and only an on-demand table can have one'],
  ],
  [
    'a vector index that says nothing of its vector',
    model('', 'Near: { type: vector, dimensions: 2 }'),
    ['Near: Near is a vector index and does not say its `vector` and `distance`'],
  ],
  [
    'a filter that is a map',
    model(
      '',
      'Near: { type: vector, vector: v, dimensions: 2, distance: cosine, filters: [tags] }',
      'Product: { attributes: { tags: map } }',
    ),
    ['tags: tags narrows a vector search, so it must be a string, a number or binary'],
  ],
];

describe('models from which no table can be made', () => {
  for (const [title, text, reasons] of cases) {
    it(title, () => assert.deepEqual(refused(text), reasons));
  }

  it('a silenced finding refuses all the same', () => {
    const text = model('', 'ByTotal: { type: local, sortKey: total }').replace(
      'indexes',
      '# singlet-ignore key/local-index: trust me\nindexes',
    );
    assert.equal(refused(text).length, 1);
  });

  it('asks rules that exist', () => {
    const ids = catalogue.map((rule) => rule.id);
    assert.deepEqual(
      decisiveRules.filter((id) => !ids.includes(id)),
      [],
    );
  });
});
