// A table on an engine that holds the model's items: written, read by key, and put back as it was.
// Deliberately knows what a shadow adds to an item; everybody else sees the model's own items.
import {
  BatchWriteItemCommand,
  type BatchWriteItemCommandInput,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoItem, DynamoValue } from '../../core/analysis/capacity/item.ts';
import type { Target } from '../../core/model/design.ts';
import { fromSdkItem, type SdkItem, toSdk, toSdkItem } from '../attribute-values.ts';
import { VerifyFailure } from '../failure.ts';
import { pause } from '../pause.ts';
import type { Session } from '../session.ts';
import type { Definition } from './definition.ts';
import { eachPage } from './pages.ts';
import { shadowKeys, withoutShadows, withShadows } from './shadow.ts';
import { tupleOf } from './tuple.ts';

export interface Deployment {
  readonly name: string;
  readonly session: Session;
  readonly definition: Definition;
  /** Of the table itself. */
  readonly keyNames: readonly string[];
  /** As the engine holds it, and as the model has it. */
  readonly toEngine: (item: DynamoItem) => SdkItem;
  readonly fromEngine: (item: SdkItem) => DynamoItem;
}

export function deploymentOf(session: Session, definition: Definition, table: Target): Deployment {
  const { input, shadows } = definition;
  return {
    name: input.TableName ?? '',
    session,
    definition,
    keyNames: [...table.partitionKey, ...table.sortKey].map((key) => key.name),
    toEngine: (item) => toSdkItem(withShadows(item, shadows)),
    fromEngine: (item) => withoutShadows(fromSdkItem(item)),
  };
}

export const keyOf = ({ keyNames }: Deployment, item: DynamoItem): SdkItem =>
  Object.fromEntries(
    keyNames.flatMap((name) => {
      const value = item.get(name);
      return value ? [[name, toSdk(value)]] : [];
    }),
  );

/** A batch takes 25 writes and 16 MB; so many items of 400 KB fit. */
const batchSize = 25;
const mostRounds = 8;

type Requests = NonNullable<BatchWriteItemCommandInput['RequestItems']>;

/** Writes all items, whatever was there. */
export async function load(deployment: Deployment, items: readonly DynamoItem[]): Promise<void> {
  const { session, name, toEngine } = deployment;
  for (let start = 0; start < items.length; start += batchSize) {
    let left: Requests = {
      [name]: items.slice(start, start + batchSize).map((item) => ({ PutRequest: { Item: toEngine(item) } })),
    };
    for (let round = 0; Object.keys(left).length > 0; round++) {
      if (round === mostRounds) {
        throw new VerifyFailure(
          'errors',
          `${session.engine.place} does not take the sample items: it throttles.`,
        );
      }
      if (round > 0) await pause(50 * 2 ** round, session.signal);
      const { UnprocessedItems = {} } = await session.request('BatchWriteItem', (client, options) =>
        client.send(new BatchWriteItemCommand({ RequestItems: left }), options),
      );
      left = UnprocessedItems;
    }
  }
}

export async function put(deployment: Deployment, item: DynamoItem): Promise<void> {
  await deployment.session.request('PutItem', (client, options) =>
    client.send(new PutItemCommand({ TableName: deployment.name, Item: deployment.toEngine(item) }), options),
  );
}

export async function remove(deployment: Deployment, item: DynamoItem): Promise<void> {
  await deployment.session.request('DeleteItem', (client, options) =>
    client.send(new DeleteItemCommand({ TableName: deployment.name, Key: keyOf(deployment, item) }), options),
  );
}

/** The item with the primary key of this one, as it is now. */
export async function stored(deployment: Deployment, item: DynamoItem): Promise<DynamoItem | undefined> {
  const { Item } = await deployment.session.request('GetItem', (client, options) =>
    client.send(
      new GetItemCommand({
        TableName: deployment.name,
        Key: keyOf(deployment, item),
        ConsistentRead: true,
      }),
      options,
    ),
  );
  return Item && deployment.fromEngine(Item);
}

/** The entries of an index under one whole key, all pages of them. */
export async function entriesAt(
  deployment: Deployment,
  target: Target,
  key: { readonly partition: readonly DynamoValue[]; readonly sort: readonly DynamoValue[] },
): Promise<readonly DynamoItem[]> {
  const { session, name, fromEngine, definition } = deployment;
  const conditions: (readonly [string, DynamoValue])[] = [];
  if (definition.shadows.has(target)) {
    const { partition, sort } = shadowKeys(target);
    conditions.push([partition, { type: 'binary', value: tupleOf(key.partition) }]);
    if (sort !== undefined) conditions.push([sort, { type: 'binary', value: tupleOf(key.sort) }]);
  } else {
    target.partitionKey.forEach((each, i) => {
      const value = key.partition[i];
      if (value) conditions.push([each.name, value]);
    });
    target.sortKey.forEach((each, i) => {
      const value = key.sort[i];
      if (value) conditions.push([each.name, value]);
    });
  }
  const found: DynamoItem[] = [];
  await eachPage(session.engine.place, async (from) => {
    const answer = await session.request('Query', (client, options) =>
      client.send(
        new QueryCommand({
          TableName: name,
          IndexName: target.name,
          KeyConditionExpression: conditions.map((_, i) => `#k${i} = :k${i}`).join(' AND '),
          ExpressionAttributeNames: Object.fromEntries(conditions.map(([each], i) => [`#k${i}`, each])),
          ExpressionAttributeValues: Object.fromEntries(
            conditions.map(([, value], i) => [`:k${i}`, toSdk(value)]),
          ),
          ...(from && { ExclusiveStartKey: from }),
        }),
        options,
      ),
    );
    found.push(...(answer.Items ?? []).map(fromEngine));
    return answer.LastEvaluatedKey;
  });
  return found;
}
