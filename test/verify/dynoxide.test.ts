// The estimator against a second engine, which is right where the embedded one is not: transactions, and reads of nothing.
// Deliberately also tries what the capability table says that it gets wrong: where that changes, the table must.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { getUnits, rangeUnits } from '../../src/core/analysis/capacity/concrete-units.ts';
import type { DynamoItem } from '../../src/core/analysis/capacity/item.ts';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { toSdkItem } from '../../src/verify/attribute-values.ts';
import { dynoxide as dynoxideProfile } from '../../src/verify/engines/capabilities.ts';
import { root } from '../support/golden.ts';
import { type Dynoxide, dynoxideFile, mismatchesIn, models, startDynoxide, verified } from './support.ts';

const fixture = (name: string): string => readFileSync(path.join(root, 'test/fixtures', name), 'utf8');
const shapes = fixture('verify/shapes.ddb.yaml');
const transactions = `
version: 1
table: { name: Shop, partitionKey: PK }
indexes: { ByStatus: { partitionKey: status } }
entities:
  Customer:
    attributes: { name: ksuid, note: { type: string, size: 3 KB } }
    keys: { PK: "CUSTOMER#\${name}" }
  Order:
    attributes: { orderId: ulid, status: { enum: [PLACED, SENT] } }
    keys: { PK: "ORDER#\${orderId}" }
accessPatterns:
  buy: { transactWrite: [{ check: Customer }, { put: Order, condition: not-exists }, { update: Customer, set: note }] }
  look: { transactGet: [{ get: Customer }, { get: Order }] }
`;

describe('the estimator on dynoxide', function () {
  this.timeout(120_000);
  let dynoxide: Dynoxide;
  let client: DynamoDBClient;

  before(async function () {
    const file = dynoxideFile();
    if (file === undefined) this.skip();
    dynoxide = await startDynoxide(file);
    client = dynoxide.engine.client;
  });
  after(() => dynoxide?.stop());

  const all = [
    ...models.filter(({ text }) => createSnapshot(text).design.table !== undefined),
    { file: 'verify/shapes.ddb.yaml', text: shapes },
    { file: 'calls/every-kind.ddb.yaml', text: fixture('calls/every-kind.ddb.yaml') },
  ];
  for (const { file, text } of all) {
    it(`${file}: nothing differs`, async () => {
      assert.deepEqual(mismatchesIn(await verified(text, dynoxide.engine)), []);
    });
  }

  it('confirms the units of transactions', async () => {
    const { patterns } = await verified(transactions, dynoxide.engine);
    const units = patterns.map(({ pattern, checks }) => {
      const own = checks.filter(({ aspect }) => aspect === 'units').map(({ verdict }) => verdict.kind);
      return [pattern, [...new Set(own)]];
    });
    assert.deepEqual(units, [
      ['buy', ['confirmed']],
      ['look', ['confirmed']],
    ]);
  });

  describe('asked directly', () => {
    const TableName = 'direct';
    const itemOf = (pk: string, sk: string, bytes: number): DynamoItem =>
      new Map([
        ['pk', { type: 'string', value: pk }],
        ['sk', { type: 'string', value: sk }],
        ['v', { type: 'string', value: 'x'.repeat(bytes) }],
      ]);
    const large = Array.from({ length: 4 }, (_, i) => itemOf('large', `${i}`, 350_000));
    const cased = [itemOf('cased', 'USER#1', 9), itemOf('cased', 'user#2', 9)];

    before(async () => {
      await client.send(
        new CreateTableCommand({
          TableName,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
          KeySchema: [
            { AttributeName: 'pk', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
        }),
      );
      const requests = [...large, ...cased].map((item) => ({ PutRequest: { Item: toSdkItem(item) } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
    });
    after(() => client?.send(new DeleteTableCommand({ TableName })));

    const query = async (pk: string, isStrong: boolean) => {
      const { Items = [], ConsumedCapacity } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: pk } },
          ConsistentRead: isStrong,
          ReturnConsumedCapacity: 'TOTAL',
        }),
      );
      return { items: Items, units: ConsumedCapacity?.CapacityUnits };
    };

    it('meters a query that finds nothing as estimated', async () => {
      assert.equal((await query('nobody', false)).units, rangeUnits([], 0.5));
      assert.equal((await query('nobody', true)).units, rangeUnits([], 1));
    });

    it('meters a missing item as estimated', async () => {
      const { ConsumedCapacity } = await client.send(
        new GetItemCommand({
          TableName,
          Key: { pk: { S: 'nobody' }, sk: { S: 'x' } },
          ReturnConsumedCapacity: 'TOTAL',
        }),
      );
      assert.equal(ConsumedCapacity?.CapacityUnits, getUnits(undefined, 0.5));
    });

    const { lacks } = dynoxideProfile;

    it('ends a page before the item that reaches 1 MB, as the table says', async () => {
      assert.ok(lacks['page-edge']);
      assert.equal((await query('large', false)).items.length, 2);
    });

    it('ignores case in begins_with, as the table says', async () => {
      assert.ok(lacks['key-begins-with']);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': { S: 'cased' }, ':sk': { S: 'USER#' } },
        }),
      );
      assert.equal(Items.length, 2);
    });

    it('meters what is selected of an item, as the table says', async () => {
      assert.ok(lacks['projected-get-units']);
      const { ConsumedCapacity } = await client.send(
        new GetItemCommand({
          TableName,
          Key: { pk: { S: 'large' }, sk: { S: '0' } },
          ProjectionExpression: 'pk',
          ReturnConsumedCapacity: 'TOTAL',
        }),
      );
      assert.equal(ConsumedCapacity?.CapacityUnits, 0.5);
      assert.notEqual(getUnits(large[0], 0.5), 0.5);
    });
  });
});
