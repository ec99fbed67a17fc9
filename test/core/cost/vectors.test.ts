// Vector indexes: bytes as others have measured them on DynamoDB, and their money.
import assert from 'node:assert/strict';
import path from 'node:path';
import { hoverAt } from '../../../src/core/ide/hover.ts';
import { codeLenses } from '../../../src/core/ide/lenses.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { expectGolden, root } from '../../support/golden.ts';
import { exactly, provenancesIn } from '../capacity/cases/case.ts';
import { units, wrongSteps } from '../capacity/numbers.ts';
import { cost, named, near } from './support.ts';

interface Shape {
  readonly pattern: string;
  readonly dimensions?: number;
  /** Bytes of an attribute that is neither key, filter nor vector. */
  readonly blob?: number;
  readonly pk?: number;
  readonly index?: string;
  readonly tenant?: string;
  readonly vector?: string;
  readonly table?: string;
}

/** The items that were measured: a partition key, a tenant by which the index is divided, a vector, perhaps a blob. */
const model = ({
  pattern,
  dimensions = 1024,
  blob,
  pk = 2,
  index = '',
  tenant = '',
  vector = '',
  table = '',
}: Shape) => `
version: 1
table: { name: T, partitionKey: pk, region: us-east-1${table} }
indexes:
  Near: { type: vector, vector: emb, dimensions: ${dimensions}, distance: cosine, partitionKey: tenant${index} }
entities:
  Item:
    attributes:
      pk: ${exactly(pk)}
      tenant: ${exactly(2).replace(' }', `${tenant} }`)}
      emb: { type: list, size: 5 KB${vector} }
      ${blob === undefined ? '' : `blob: ${exactly(blob)}`}
    count: 1M
accessPatterns:
  p: ${pattern}
`;

const written = (shape: Omit<Shape, 'pattern'> & { readonly pattern?: string }) =>
  units(model({ pattern: '{ put: Item }', ...shape })).vectors.map((each) => each.written.mean);

describe('bytes written to a vector index', () => {
  const measured: readonly (readonly [
    what: string,
    bytes: number | undefined,
    shape: Omit<Shape, 'pattern'> & { readonly pattern?: string },
  ])[] = [
    ['8 dimensions, at the least', 1024, { dimensions: 8 }],
    ['8 dimensions and 2,000 B more', 2051, { dimensions: 8, blob: 2000 }],
    ['1,024 dimensions', 4111, {}],
    ['2,048 dimensions', 8207, { dimensions: 2048 }],
    ['1,024 dimensions and 2,000 B more', 6115, { blob: 2000 }],
    ['2,048 dimensions and 2,000 B more', 10_211, { dimensions: 2048, blob: 2000 }],
    ['a delete', 4113, { pk: 4, pattern: '{ delete: Item }' }],
    ['what is not projected', 4111, { blob: 2000, index: ', projection: keys-only' }],
    ['a new partition key: deleted and put', 8224, { pk: 3, pattern: '{ update: Item, set: tenant }' }],
    ['a change of what is projected', 6115, { blob: 2000, pattern: '{ update: Item, set: blob }' }],
    [
      'a change of what is not',
      undefined,
      { blob: 2000, index: ', projection: keys-only', pattern: '{ update: Item, set: blob }' },
    ],
    ['a new vector', 4111, { pattern: '{ update: Item, set: emb }' }],
    [
      'a vector taken away',
      4111,
      { vector: ', optional: true, present: 10%', pattern: '{ update: Item, remove: emb }' },
    ],
    ['an item without a vector', 411.1, { vector: ', optional: true, present: 10%' }],
    ['an item without the partition key', 2055.5, { tenant: ', optional: true, present: 50%' }],
    [
      'the same item again',
      0,
      {
        tenant: ', immutable: true',
        vector: ', immutable: true',
        pattern: '{ put: Item, condition: exists }',
      },
    ],
    ['a filter, which is always kept', 6115, { blob: 2000, index: ', projection: keys-only, filters: blob' }],
    ['a check, which writes nothing', undefined, { pattern: '{ transactWrite: [{ check: Item }] }' }],
    ['half of the calls', 2055.5, { pattern: '{ put: Item, condition: not-exists, fails: 50% }' }],
    ['three of a batch', 3 * 4111, { pattern: '{ batchWrite: [{ put: Item, times: 3 }] }' }],
  ];
  for (const [what, bytes, shape] of measured) {
    it(`${what}: ${bytes === undefined ? 'nothing' : `${bytes} B`}`, () => {
      assert.deepEqual(written(shape), bytes === undefined ? [] : [bytes]);
    });
  }

  it('say that others have measured them, and that of transactions nobody has', () => {
    const found = units(model({ pattern: '{ put: Item }' }));
    assert.ok(provenancesIn(found.steps).has('measured by others'));
    assert.ok(!provenancesIn(found.steps).has('assumed'));
    assert.deepEqual(wrongSteps(found.steps), []);
    const inTransaction = units(model({ pattern: '{ transactWrite: [{ put: Item }] }' }));
    assert.ok(provenancesIn(inTransaction.steps).has('assumed'));
    assert.equal(inTransaction.vectors[0]?.written.mean, 4111);
  });

  it('cost no write units, and the item costs as many as ever', () => {
    const found = units(model({ pattern: '{ put: Item }' }));
    assert.equal(found.write.mean, 6);
    assert.deepEqual(
      found.byTarget.map(({ target }) => target.name),
      ['table'],
    );
  });

  it('are unknown without dimensions', () => {
    const found = units(model({ pattern: '{ put: Item }' }).replace('dimensions: 1024, ', ''));
    assert.equal(found.vectors[0]?.written.mean, undefined);
    assert.deepEqual(
      found.unknown.map(({ write }) => write),
      ['dimensions: 1024'],
    );
  });
});

describe('a vector search', () => {
  const search = (more = '') =>
    model({ pattern: `{ search: Item, where: tenant, limit: 10${more}, rate: 1M/month }` });

  it('examines what the model says, 1 KB at the least', () => {
    const bytes = (more: string) => units(search(more)).vectors[0]?.searched;
    assert.equal(bytes(', examines: 41714 B')?.mean, 41_714);
    assert.equal(bytes(', examines: 10 B')?.mean, 1024);
  });

  it('is unknown where the model does not say it, and no less than the vectors that it returns', () => {
    const found = units(search());
    const [{ searched } = { searched: undefined }] = found.vectors;
    assert.deepEqual([searched?.min, searched?.mean, searched?.atLeast], [1024, undefined, 40_960]);
    assert.deepEqual(
      found.unknown.map(({ write }) => write),
      ['examines: 40 KB'],
    );
    assert.equal(found.read.max, 0);
    assert.equal(named(cost(search()).patterns, 'p').usd.mean, undefined);
  });

  it('costs $0.002 for a GB', () => {
    const found = cost(search(', examines: 40 KB'), { gigabyte: 'decimal' });
    near(named(found.patterns, 'p').usd.mean, ((40 * 1024 * 1e6) / 1e9) * 0.002);
    assert.equal(named(found.patterns, 'p').readUnits.mean, 0);
    near(named(found.indexes, 'Near').reads.mean, found.byKind.get('vector-searches')?.mean);
    const other = model({ pattern: '{ search: Item, index: Far, rate: 1/s }' });
    assert.equal(cost(other).total.mean, undefined);
  });
});

describe('the cost of a vector index', () => {
  const put = '{ put: Item, rate: 1M/month }';
  const option = { gigabyte: 'decimal' } as const;

  it('is $0.52 for a GB written, and its storage at the price of the table’s', () => {
    const found = cost(model({ pattern: put }), option);
    near(found.byKind.get('vector-writes')?.mean, 4.111 * 0.52);
    const index = named(found.indexes, 'Near');
    near(index.writes.mean, 4.111 * 0.52);
    near(index.storage.mean, ((4111 + 100) / 1000) * 0.25);
    near(named(found.storage, 'Near').gigabytes.mean, 4.211);
    // Six write units on the table, and the index.
    near(named(found.patterns, 'p').usd.mean, 6 * 0.625 + 4.111 * 0.52);
    assert.deepEqual(wrongSteps([found.working]), []);
  });

  it('is that of every Region, and of the table’s class', () => {
    const prices = { overrides: { 'eu-west-1': { 'vector.write': 0.6 } } };
    const found = cost(model({ pattern: put, table: ', replicas: [eu-west-1]' }), { ...option, prices });
    const abroad = found.charges.find(({ step }) => step.label === 'writes to Near in eu-west-1');
    assert.equal(abroad?.kind, 'replicas');
    near(abroad?.step.value.mean, 4.111 * 0.6);
    const infrequent = model({ pattern: put, table: ', class: standard-infrequent-access' });
    near(cost(infrequent, option).byKind.get('vector-writes')?.mean, 4.111 * 0.65);
  });

  it('is the same under other ways of paying for the same, but for the class', () => {
    const { alternatives } = cost(model({ pattern: put }), option).comparison;
    const part = (billing: string, tableClass: string) =>
      alternatives
        .find((each) => each.billing === billing && each.tableClass === tableClass)
        ?.step.parts.find(({ label }) => label === 'vector indexes')?.value.mean;
    near(part('on-demand', 'standard'), 4.111 * 0.52);
    near(part('on-demand', 'standard-infrequent-access'), 4.111 * 0.65);
  });

  it('is not backed up', () => {
    const found = cost(model({ pattern: put, table: ', pointInTimeRecovery: true' }), option);
    near(found.byKind.get('point-in-time-recovery')?.mean, ((2 + 2 + 6 + 2 + 3 + 5120 + 100) / 1000) * 0.2);
  });
});

describe('vector indexes for people', () => {
  const text = `version: 1
table: { name: Products, partitionKey: id, region: us-east-1 }
indexes:
  ByMeaning: { type: vector, vector: embedding, dimensions: 1024, distance: cosine, projection: [title] }
entities:
  Product:
    attributes:
      id: uuid
      title: { type: string, size: 40 B }
      embedding: { type: list, size: 9 KB }
    count: 1M
accessPatterns:
  addProduct: { put: Product, condition: not-exists, rate: 1/min }
  similar: { search: Product, limit: 10, examines: 60 KB, select: title, rate: 20/s }
`;
  const hover = (word: string) => hoverAt(createSnapshot(text), text.indexOf(word) + 1)?.markdown ?? '';

  for (const [name, word] of [
    ['vector-put', 'addProduct'],
    ['vector-search', 'similar'],
    ['vector-index', 'ByMeaning'],
  ] as const) {
    it(`have a hover: ${name}`, () => {
      expectGolden(path.join(root, `test/fixtures/hover/${name}.md`), `${hover(word)}\n`);
    });
  }

  it('have lenses on the patterns that use them', () => {
    assert.deepEqual(
      codeLenses(createSnapshot(text))
        .filter(({ command }) => command?.kind === 'preview')
        .map(({ title }) => title),
      [
        'PutItem · 10 WCU + 4,188 B to ByMeaning a call · $0.36/month',
        'SearchVectors ByMeaning · 60 KB of ByMeaning a call · $6.02/month',
      ],
    );
  });
});
