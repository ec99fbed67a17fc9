// What is taken out of a model is never counted as nothing: figures become unknown, and say what is missing.
// Deliberately one quantity after the other out of a model that has all of them.
import assert from 'node:assert/strict';
import type { Quantity } from '../../../src/core/analysis/capacity/quantity.ts';
import type { Cost } from '../../../src/core/analysis/cost/cost.ts';
import { isPriceName, priceNames } from '../../../src/core/facts/prices/price.ts';
import { cost } from './support.ts';

const whole = `
version: 1
table:
  name: Shop
  partitionKey: PK
  sortKey: SK
  region: us-east-1
  pointInTimeRecovery: true
  stream: new-image
  consumers: [{ name: toKinesis, kind: kinesis }, { name: own, kind: application }]
indexes:
  ByStatus: { partitionKey: [store, status], sortKey: at, projection: [total] }
  ByTotal: { type: local, sortKey: total }
  Near: { type: vector, vector: meaning, dimensions: 64, distance: cosine }
entities:
  Customer:
    attributes:
      name: { type: string, size: 12 B }
      about: { type: string, size: 900 B, optional: true, present: 40% }
      meaning: { type: list, size: 2 KB, optional: true, present: 70% }
    keys: { PK: "C#\${name}", SK: "C" }
    count: 1M
  Order:
    attributes:
      name: Customer.name
      id: ksuid
      store: { type: string, size: 6 B, distinct: 400 }
      status: { enum: { OPEN: 10%, DONE: 90% } }
      at: { format: date-time, span: 1 year }
      total: { type: number, max: 9999 }
    keys: { PK: "C#\${name}", SK: "O#\${id}" }
    count: 20 per Customer
accessPatterns:
  add: { transactWrite: [{ put: Order }, { check: Customer }], fails: 5%, rate: 30/s }
  customer: { get: Customer, rate: 80/s, cache: { with: dax, hits: 80% } }
  open: { query: Order, where: [store, status = OPEN], select: [total], rate: 2/s }
  since: { query: Order, where: [name, id >], matches: 7, rate: 5/s }
  finish: { update: Order, set: status = DONE, rate: 20/s }
  alike: { search: Customer, limit: 5, examines: 30 KB, rate: 1/s }
  describe: { update: Customer, set: about, rate: 1/s }
`;

const options = {
  dax: { nodes: 3, node: 't3.small' },
  streamPolls: 4,
  prices: { overrides: { '*': { 'vector.write': 0.5 } } },
} as const;

/** Every figure of a cost that people see, by its name. */
function figures(of: Cost): ReadonlyMap<string, Quantity> {
  return new Map([
    ['total', of.total],
    ['GB', of.gigabytes],
    ...[...of.byKind].map(([kind, value]) => [`kind ${kind}`, value] as const),
    ...[...of.patterns].flatMap(([{ name }, { usd, readUnits, writeUnits }]) => [
      [`${name} $`, usd] as const,
      [`${name} RCU`, readUnits] as const,
      [`${name} WCU`, writeUnits] as const,
    ]),
    ...[...of.indexes].flatMap(([{ name }, { keep, reads }]) => [
      [`${name} to keep`, keep] as const,
      [`${name} reads`, reads] as const,
    ]),
    ...[...of.entities].map(([{ name }, { usd }]) => [`${name} storage`, usd] as const),
  ]);
}

/** Text out of the model, and what it says of the lack: the line to write, or the assumption. */
const removals: readonly (readonly [text: string, write: RegExp, replacement?: string])[] = [
  ['size: 12 B', /size:/, 'description: a name'],
  ['size: 900 B, ', /size:/],
  ['size: 6 B, ', /size:/],
  [', present: 40%', /present:/],
  [', present: 70%', /present:/],
  ['count: 1M', /count:/, 'description: somebody'],
  ['count: 20 per Customer', /count:/, 'description: something'],
  [', max: 9999', /max:/],
  [', distinct: 400', /distinct:/],
  ['dimensions: 64, ', /dimensions:/],
  [', rate: 30/s', /rate:/],
  [', rate: 80/s', /rate:/],
  [', rate: 2/s', /rate:/],
  [', rate: 20/s', /rate:/],
  [', rate: 1/s', /rate:/],
  [', matches: 7', /matches:/],
  [', hits: 80%', /hits:/],
  [', examines: 30 KB', /examines:/],
];

describe('what a model does not say', () => {
  const known = figures(cost(whole, options));

  it('is nothing here: all figures are known', () => {
    assert.deepEqual(
      [...known].filter(([, { mean }]) => mean === undefined).map(([name]) => name),
      [],
    );
    assert.deepEqual(cost(whole, options).unknown, []);
  });

  for (const [text, write, replacement = ''] of removals) {
    it(`without ${text.replace(/^, |, $/, '')} no figure falls unheard, and what to write is said`, () => {
      assert.ok(whole.includes(text));
      const found = cost(whole.replace(text, replacement), options);
      for (const [name, { mean, atLeast, min }] of figures(found)) {
        const before = known.get(name)?.mean ?? Number.NaN;
        if (mean === undefined)
          assert.ok(atLeast <= before * (1 + 1e-9), `${name}: at least ${atLeast} of ${before}`);
        else if (mean < before * (1 - 1e-9)) {
          // Only what is taken in its place, and said to be, may make it less.
          assert.ok(
            found.unknown.some(({ missing }) => missing.assumed !== undefined),
            `${name}: ${mean} of ${before}`,
          );
        }
        assert.ok(min <= before * (1 + 1e-9), name);
      }
      assert.ok(
        found.unknown.some(({ missing }) => write.test(missing.write ?? '')),
        found.unknown.map(({ missing }) => missing.what).join(', '),
      );
      assert.ok(found.total.mean === undefined || found.unknown[0]?.missing.assumed !== undefined);
    });
  }

  it('is said of options, too', () => {
    const open = cost(whole, { prices: options.prices });
    assert.deepEqual(open.unknown.map(({ missing }) => missing.what).toSorted(), [
      'how many DAX nodes of which type there are',
      'how often own reads the stream',
    ]);
    assert.equal(open.total.mean, undefined);
    assert.ok(open.total.atLeast > 0);
  });
});

describe('an own price', () => {
  const model = (table: string) => `
version: 1
table: { name: T, partitionKey: id, region: us-east-1${table} }
indexes: { Near: { type: vector, vector: v, dimensions: 4, distance: cosine } }
entities:
  Item: { attributes: { id: uuid, v: { type: list, size: 20 B } }, count: 1M }
accessPatterns:
  put: { put: Item, rate: 900/s }
  get: { get: Item, rate: 900/s, cache: { with: dax, hits: 10% } }
  search: { search: Item, examines: 5 KB, rate: 1/s }
`;
  const tables = [
    ', stream: new-image, consumers: [{ name: a, kind: kinesis }, { name: b, kind: pipe }], pointInTimeRecovery: true',
    ', class: standard-infrequent-access',
    ', replicas: [eu-west-1]',
    ', replicas: [eu-west-1], class: standard-infrequent-access',
    ', capacity: { read: 500, write: 500 }',
    ', capacity: { read: 500, write: 500 }, replicas: [eu-west-1], class: standard-infrequent-access',
  ];
  const option = { dax: { nodes: 1, node: 'r5.large' }, streamPolls: 1, backups: 1 };
  /** All money that is shown, whatever it is for. */
  const money = (table: string, overrides: Readonly<Record<string, number>>): string => {
    const { total, comparison } = cost(model(table), {
      ...option,
      prices: { overrides: { '*': overrides } },
    });
    return JSON.stringify([
      total.mean,
      total.atLeast,
      comparison.alternatives.map(({ usd }) => [usd.mean, usd.atLeast]),
    ]);
  };

  for (const name of [...Object.keys(priceNames), 'dax.r5.large']) {
    it(`of ${name} is taken, and makes known what was not`, () => {
      assert.ok(isPriceName(name));
      const changed = tables.filter(
        (table) => money(table, { [name]: 1000 }) !== money(table, { [name]: 2000 }),
      );
      assert.ok(changed.length > 0);
    });
  }

  it('of everything leaves no price unknown', () => {
    const all = Object.fromEntries([...Object.keys(priceNames), 'dax.r5.large'].map((name) => [name, 1]));
    for (const table of tables) {
      const found = cost(model(table), { ...option, prices: { overrides: { '*': all } } });
      assert.notEqual(found.total.mean, undefined, table);
      for (const { usd, step } of found.comparison.alternatives) {
        assert.notEqual(usd.mean, undefined, `${table}: ${step.label}`);
      }
      assert.deepEqual(
        found.sources.map(({ title }) => title),
        ['your own price'],
      );
    }
  });
});
