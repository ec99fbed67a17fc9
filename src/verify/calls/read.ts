// Carries out a read: the request that the route makes, its pages followed as the pattern says, its items and units.
// Deliberately changes nothing of the request but the table's name; a probe only leaves filter and projection out.
import {
  type ConsumedCapacity,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoItem, DynamoValue } from '../../core/analysis/capacity/item.ts';
import {
  type ConcreteRequest,
  concreteValue,
  type Parameters,
} from '../../core/analysis/requests/concrete.ts';
import type { KeyCondition, Route } from '../../core/analysis/routes/route.ts';
import { toSdk, toSdkItem } from '../attribute-values.ts';
import type { Deployment } from '../table/deployment.ts';
import { eachPage } from '../table/pages.ts';
import { type ConcreteCondition, shadowCondition } from '../table/shadow.ts';
import { type Units, unitsIn } from './consumed.ts';

export interface Answer {
  /** As they came. */
  readonly items: readonly DynamoItem[];
  readonly units: Units | undefined;
}

export interface ReadOptions {
  /** Follow LastEvaluatedKey to the end. */
  readonly allPages: boolean;
  /** Without filter and projection: what is read, not what is returned. */
  readonly isProbe: boolean;
}

export async function read(
  deployment: Deployment,
  route: Route,
  request: ConcreteRequest,
  parameters: Parameters,
  options: ReadOptions,
): Promise<Answer> {
  const own = options.isProbe ? bare(request) : request;
  if (request.operation === 'GetItem') return get(deployment, own);
  const input = rangeInput(deployment, route, own, parameters);
  const items: DynamoItem[] = [];
  const reports: (ConsumedCapacity | undefined)[] = [];
  await eachPage(deployment.session.engine.place, async (from) => {
    const page: QueryCommandInput = { ...input, ...(from && { ExclusiveStartKey: from }) };
    const {
      Items,
      ConsumedCapacity: report,
      LastEvaluatedKey,
    } = await deployment.session.request(request.operation, (client, sending) =>
      request.operation === 'Scan'
        ? client.send(new ScanCommand(page), sending)
        : client.send(new QueryCommand(page), sending),
    );
    items.push(...(Items ?? []).map(deployment.fromEngine));
    reports.push(report);
    return options.allPages ? LastEvaluatedKey : undefined;
  });
  return { items, units: unitsIn(reports) };
}

async function get(deployment: Deployment, request: ConcreteRequest): Promise<Answer> {
  const { Item, ConsumedCapacity } = await deployment.session.request('GetItem', (client, sending) =>
    client.send(
      new GetItemCommand({
        TableName: deployment.name,
        Key: toSdkItem(request.key),
        ...projectionOf(request),
        ...(request.consistentRead && { ConsistentRead: true }),
        ReturnConsumedCapacity: 'INDEXES',
      }),
      sending,
    ),
  );
  return { items: Item ? [deployment.fromEngine(Item)] : [], units: unitsIn([ConsumedCapacity]) };
}

/** Of a get, a batch or a transaction: the projection and its names. */
export const projectionOf = ({ projectionExpression, names }: ConcreteRequest) =>
  projectionExpression === ''
    ? {}
    : { ProjectionExpression: projectionExpression, ExpressionAttributeNames: Object.fromEntries(names) };

const bare = (request: ConcreteRequest): ConcreteRequest => ({
  ...request,
  filterExpression: '',
  projectionExpression: '',
  select: undefined,
});

function rangeInput(
  deployment: Deployment,
  route: Route,
  request: ConcreteRequest,
  parameters: Parameters,
): QueryCommandInput {
  const { filterExpression, projectionExpression, indexName, select, limit } = request;
  const onShadow = deployment.definition.shadows.has(route.target);
  const condition = onShadow
    ? shadowCondition(
        route.target,
        concreteConditions(route.partition, parameters),
        concreteConditions(route.sort, parameters),
      )
    : { expression: request.keyConditionExpression, names: {}, values: new Map<string, DynamoValue>() };
  // Names and values that no expression uses are refused.
  const text = [condition.expression, filterExpression, projectionExpression].join(' ');
  const used = new Set(text.match(/[#:][A-Za-z0-9_]+/g));
  const names = [...Object.entries(condition.names), ...request.names].filter(([alias]) => used.has(alias));
  const values = [...condition.values, ...request.values].filter(([alias]) => used.has(alias));
  return {
    TableName: deployment.name,
    ...(indexName !== undefined && { IndexName: indexName }),
    ...(condition.expression !== '' && { KeyConditionExpression: condition.expression }),
    ...(filterExpression !== '' && { FilterExpression: filterExpression }),
    ...(projectionExpression !== '' && { ProjectionExpression: projectionExpression }),
    ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names) }),
    ...(values.length > 0 && {
      ExpressionAttributeValues: Object.fromEntries(values.map(([alias, value]) => [alias, toSdk(value)])),
    }),
    ...(select !== undefined && { Select: select }),
    ...(request.scanIndexForward ? {} : { ScanIndexForward: false }),
    ...(request.consistentRead && { ConsistentRead: true }),
    ...(limit !== undefined && { Limit: limit }),
    ReturnConsumedCapacity: 'INDEXES',
  };
}

const concreteConditions = (
  conditions: readonly KeyCondition[],
  parameters: Parameters,
): readonly ConcreteCondition[] =>
  conditions.map(({ key, operator, values }) => ({
    name: key.name,
    operator,
    values: values.flatMap(
      (template) => concreteValue({ kind: 'key', template, type: key.type }, parameters) ?? [],
    ),
  }));
