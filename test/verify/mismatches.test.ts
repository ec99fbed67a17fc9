// What is wrong is seen: an engine that loses, adds, reorders, alters or mis-meters, and a model whose keys do not hold.
// Deliberately one fault at a time, each found by the check that is for it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createSnapshot } from '../../src/core/snapshot.ts';
import type { Aspect } from '../../src/verify/checks/check.ts';
import { checkEstimate, estimatesOf } from '../../src/verify/checks/estimate.ts';
import { openEndpoint } from '../../src/verify/engines/endpoint.ts';
import { allResults } from '../../src/verify/totals.ts';
import { root } from '../support/golden.ts';
import { plain } from '../support/marked.ts';
import { type Fault, pass, type Request, startFaulty, type Wire } from './faulty.ts';
import { embedded, mismatchesIn, never, verified } from './support.ts';

const model = `
version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
indexes: { ByStatus: { partitionKey: status, sortKey: placedAt } }
entities:
  Order:
    attributes:
      username: { type: string, distinct: 2 }
      orderId: ulid
      status: { enum: [PLACED, SENT] }
      placedAt: date-time
      total: { type: number, max: 999 }
    keys: { PK: "CUSTOMER#\${username}", SK: "ORDER#\${orderId}" }
    count: 20
accessPatterns:
  one: { get: Order }
  all: { query: Order, where: username, order: orderId descending }
  since: { query: Order, where: [status, placedAt >=] }
  dear: { query: Order, where: username, filter: total > }
  save: { put: Order, condition: not-exists }
  send: { update: Order, set: status = SENT, when: status = PLACED }
  drop: { delete: Order }
`;

/** The aspects of which each pattern has a mismatch, with an engine that has the fault. */
async function wrongWith(
  faultFor: (request: Request) => Fault,
  text = model,
): Promise<Readonly<Record<string, readonly Aspect[]>>> {
  const faulty = await startFaulty(faultFor);
  try {
    const engine = await openEndpoint(faulty.endpoint, never);
    const done = await verified(text, engine);
    await engine.close();
    assert.deepEqual(await faulty.tables(), []);
    return Object.fromEntries(
      allResults(done).flatMap(({ pattern, checks }) => {
        const wrong = checks.flatMap(({ aspect, verdict }) => (verdict.kind === 'mismatch' ? [aspect] : []));
        return wrong.length > 0 ? [[pattern, [...new Set(wrong)]]] : [];
      }),
    );
  } finally {
    await faulty.close();
  }
}

/** A fault in the answers of one operation, where its request is so. */
const changed =
  (
    operation: string,
    change: (answer: Wire) => void,
    isMeant: (input: Wire) => boolean = () => true,
  ): ((request: Request) => Fault) =>
  (request) =>
    request.operation === operation && isMeant(request.input) ? { kind: 'change', change } : pass;

const onTable = ({ IndexName }: Wire): boolean => IndexName === undefined;
const onIndex = (input: Wire): boolean => !onTable(input);

describe('a mismatch', function () {
  this.timeout(60_000);

  it('is none where nothing is wrong', async () => {
    assert.deepEqual(await wrongWith(() => pass), {});
  });

  it('is seen where an item is lost', async () => {
    const wrong = await wrongWith(changed('Query', ({ Items }) => Items?.pop(), onTable));
    assert.deepEqual(wrong.all, ['items']);
    assert.ok(wrong.dear?.includes('items'));
    assert.equal(wrong.one, undefined);
  });

  it('is seen where an item comes that nobody wrote', async () => {
    const stranger = { PK: { S: 'X' }, SK: { S: 'Y' }, status: { S: 'SENT' }, placedAt: { S: '2026' } };
    const wrong = await wrongWith(changed('Query', ({ Items }) => Items?.push(stranger), onIndex));
    assert.ok(wrong.since?.includes('items'));
    assert.equal(wrong.all, undefined);
  });

  it('is seen where an item comes that is not asked for', async () => {
    const kept: Wire = {};
    const wrong = await wrongWith(
      changed(
        'Query',
        ({ Items }) => {
          // The first answer's item stands in every later one.
          kept.Item ??= Items?.[0];
          if (kept.Item) Items?.splice(0, 1, kept.Item);
        },
        onTable,
      ),
    );
    assert.ok(wrong.all?.includes('items') || wrong.dear?.includes('items'), JSON.stringify(wrong));
  });

  it('is seen where the order is another', async () => {
    const wrong = await wrongWith(changed('Query', ({ Items }) => Items?.reverse(), onTable));
    assert.deepEqual(wrong.all, ['order']);
  });

  it('is seen where an attribute is another', async () => {
    const alter = ({ Item }: Wire): void => {
      if (Item) Item.total = { N: '12345' };
    };
    const wrong = await wrongWith(changed('GetItem', alter));
    assert.deepEqual(wrong.one, ['items']);
    assert.ok(wrong.save?.includes('effect') && wrong.send?.includes('effect'));
  });

  it('is seen where the units are others', async () => {
    const dearer = ({ ConsumedCapacity }: Wire): void => {
      if (!ConsumedCapacity) return;
      ConsumedCapacity.CapacityUnits += 1;
      delete ConsumedCapacity.Table;
      delete ConsumedCapacity.GlobalSecondaryIndexes;
    };
    const onThese = new Set(['GetItem', 'Query', 'PutItem']);
    const wrong = await wrongWith((request) =>
      onThese.has(request.operation) ? { kind: 'change', change: dearer } : pass,
    );
    for (const pattern of ['one', 'all', 'since', 'dear', 'save'])
      assert.deepEqual(wrong[pattern], ['units'], pattern);
    assert.equal(wrong.send, undefined);
  });

  it('is seen where a write does not happen', async () => {
    const wrong = await wrongWith(({ operation }) =>
      operation === 'UpdateItem' ? { kind: 'pretend' } : pass,
    );
    assert.ok(wrong.send?.includes('effect'));
  });

  it('is seen where a condition is not looked at', async () => {
    const wrong = await wrongWith(({ operation, input }) =>
      operation === 'PutItem' && input.ConditionExpression !== undefined ? { kind: 'pretend' } : pass,
    );
    assert.ok(wrong.save?.includes('condition'));
  });

  it('is seen where an index does not have what it should', async () => {
    // The entries of an index are read one by one, by their whole key.
    const isOfMeter = (input: Wire): boolean =>
      onIndex(input) && (input.KeyConditionExpression?.includes(':k0') ?? false);
    const lessTotal = ({ Items = [] }: Wire): void => {
      for (const item of Items) delete item.total;
    };
    const wrong = await wrongWith(changed('Query', lessTotal, isOfMeter));
    assert.ok(wrong.save?.includes('effect'));
  });
});

describe('a proof', function () {
  this.timeout(60_000);
  const fixture = (name: string): string =>
    plain(readFileSync(path.join(root, `test/fixtures/rules/${name}/bad.ddb.yaml`), 'utf8'));

  it('is not believed where the engine does not overwrite', async () => {
    const text = fixture('key/collision');
    assert.deepEqual((await wrongWith(() => pass, text))[''], undefined);
    const first: Wire = {};
    const keepsFirst = (request: Request): Fault => {
      if (request.operation === 'PutItem') first.Item ??= request.input.Item;
      if (request.operation !== 'GetItem') return pass;
      return { kind: 'change', change: (answer) => Object.assign(answer, first) };
    };
    assert.ok((await wrongWith(keepsFirst, text))['']?.includes('proof'));
  });

  it('is not believed where a read does not find what it should', async () => {
    const text = fixture('pattern/over-read');
    const isProbe = ({ FilterExpression }: Wire): boolean => FilterExpression === undefined;
    const nothing = changed('Query', ({ Items }) => Items?.splice(0), isProbe);
    const wrong = Object.values(await wrongWith(nothing, text));
    assert.ok(wrong.some((aspects) => aspects.includes('proof')));
    const right = Object.values(await wrongWith(() => pass, text));
    assert.ok(!right.some((aspects) => aspects.includes('proof')));
  });
});

describe('the range of the estimate', () => {
  const snapshot = createSnapshot(model);
  const verdictOf = (units: ReadonlyMap<string, number>) => {
    const resolved = snapshot.design.patterns.find(({ name }) => name === 'one')?.actions[0];
    assert.ok(resolved);
    return checkEstimate(estimatesOf(snapshot), resolved, units, '')[0]?.verdict;
  };

  it('holds what a call costs', () => {
    assert.equal(verdictOf(new Map([['table', 0.5]]))?.kind, 'confirmed');
  });

  it('is left by units below it, and by units where there should be none', () => {
    assert.equal(verdictOf(new Map())?.kind, 'mismatch');
    const elsewhere = new Map([
      ['table', 0.5],
      ['ByStatus', 1],
    ]);
    assert.equal(verdictOf(elsewhere)?.kind, 'mismatch');
  });
});

describe('a model whose keys do not hold', function () {
  this.timeout(60_000);

  const twoParts = (domain: string) => `
version: 1
table: { name: Pages, partitionKey: PK, sortKey: SK }
entities:
  Page:
    attributes: { site: ${domain}, path: ${domain} }
    keys: { PK: "PAGE#\${site}#\${path}", SK: PAGE }
    count: 40
accessPatterns: { page: { get: Page } }
`;

  it('is told by hostile samples: two pages of one key', async () => {
    const engine = await embedded();
    try {
      const found = mismatchesIn(await verified(twoParts('string'), engine, { hostile: true }));
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', /A Page and a Page that differ have one primary key/);
      assert.deepEqual(mismatchesIn(await verified(twoParts('string'), engine)), []);
      const safe = twoParts('{ pattern: "^[a-z]+$" }');
      assert.deepEqual(mismatchesIn(await verified(safe, engine, { hostile: true })), []);
    } finally {
      await engine.close();
    }
  });
});
