// Carries out writes: one by one, as a batch, or as a transaction.
// Deliberately sends the calls that core makes to show; on a shadow the item is put as it should be, as only its entries count.
import {
  type AttributeValue,
  BatchWriteItemCommand,
  DeleteItemCommand,
  type DeleteItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { concreteValue, type Parameters, parametersOf } from '../../core/analysis/requests/concrete.ts';
import type { Call } from '../../core/calls/call.ts';
import { type Input, inputOf } from '../../core/calls/input.ts';
import { toSdk } from '../attribute-values.ts';
import { type Deployment, put, remove } from '../table/deployment.ts';
import { type Units, unitsIn } from './consumed.ts';
import { type Plan, subjectOf } from './plan.ts';

/** Names of parameters for which there is no value. */
export function lackingOf({ part, given }: Plan): readonly string[] {
  const terms = [...part.conditions, ...('assignments' in part ? part.assignments : [])];
  const values = [
    ...('item' in part ? part.item : part.key).values(),
    ...terms.flatMap((term) => ('values' in term ? term.values : 'value' in term ? [term.value] : [])),
  ];
  const names = values.flatMap(parametersOf);
  return [...new Set(names)].filter((name) => !given.has(name));
}

type Json = AttributeValue | string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

function sdkInput(input: Input, parameters: Parameters): Json {
  switch (input.kind) {
    case 'plain':
      return input.value;
    case 'empty-list':
      return { L: [] };
    case 'attribute': {
      const value = concreteValue(input.value, parameters);
      return value ? toSdk(value) : { NULL: true };
    }
    case 'list':
      return input.items.map((item) => sdkInput(item, parameters));
    case 'record':
      return Object.fromEntries(input.entries.map(([name, value]) => [name, sdkInput(value, parameters)]));
  }
}

const operations = {
  put: 'PutItem',
  update: 'UpdateItem',
  delete: 'DeleteItem',
  check: 'UpdateItem',
} as const;

/** The input of the call that is shown for the write, for this table, with the parameters in place. */
function inputFor<T>(deployment: Deployment, { part, given }: Plan): T {
  const operation = operations[part.kind];
  const call: Call = {
    operation,
    tableName: deployment.name,
    parts: [part],
    args: new Map(),
    formatOf: () => undefined,
    remarks: [],
  };
  const parameters: Parameters = { given, each: new Map() };
  // The tree has the names and types of the API; its own tests run it there.
  return Object.fromEntries(inputOf(call).map(([name, input]) => [name, sdkInput(input, parameters)])) as T;
}

/** Rejects as the engine does, with ConditionalCheckFailedException where the condition does not hold. */
export async function writeOne(deployment: Deployment, plan: Plan): Promise<Units | undefined> {
  const { session } = deployment;
  const metered = { ReturnConsumedCapacity: 'INDEXES' as const };
  switch (plan.part.kind) {
    case 'put': {
      const input = { ...inputFor<PutItemCommandInput>(deployment, plan), ...metered };
      const { ConsumedCapacity } = await session.request('PutItem', (client, options) =>
        client.send(new PutItemCommand(input), options),
      );
      return unitsIn([ConsumedCapacity]);
    }
    case 'update': {
      const input = { ...inputFor<UpdateItemCommandInput>(deployment, plan), ...metered };
      const { ConsumedCapacity } = await session.request('UpdateItem', (client, options) =>
        client.send(new UpdateItemCommand(input), options),
      );
      return unitsIn([ConsumedCapacity]);
    }
    case 'check': {
      // Outside of a transaction there is no check: an update that changes nothing, or a delete of nothing, stands in.
      const input = inputFor<UpdateItemCommandInput>(deployment, plan);
      const isOfAbsence = plan.part.conditions.some(({ operator }) => operator === 'not-exists');
      await session.request('ConditionCheck', (client, options) =>
        isOfAbsence
          ? client.send(new DeleteItemCommand(input), options)
          : client.send(new UpdateItemCommand(input), options),
      );
      return undefined;
    }
    case 'delete': {
      const input = { ...inputFor<DeleteItemCommandInput>(deployment, plan), ...metered };
      const { ConsumedCapacity } = await session.request('DeleteItem', (client, options) =>
        client.send(new DeleteItemCommand(input), options),
      );
      return unitsIn([ConsumedCapacity]);
    }
  }
}

export async function writeBatch(deployment: Deployment, plans: readonly Plan[]): Promise<Units | undefined> {
  const requests = plans.map((plan): WriteRequest => {
    if (plan.part.kind === 'put') {
      return { PutRequest: { Item: inputFor<PutItemCommandInput>(deployment, plan).Item } };
    }
    return { DeleteRequest: { Key: inputFor<DeleteItemCommandInput>(deployment, plan).Key } };
  });
  const { ConsumedCapacity } = await deployment.session.request('BatchWriteItem', (client, options) =>
    client.send(
      new BatchWriteItemCommand({
        RequestItems: { [deployment.name]: requests },
        ReturnConsumedCapacity: 'INDEXES',
      }),
      options,
    ),
  );
  return unitsIn(ConsumedCapacity ?? []);
}

function transactItem(deployment: Deployment, plan: Plan): TransactWriteItem {
  switch (plan.part.kind) {
    case 'put':
      return { Put: inputFor(deployment, plan) };
    case 'update':
      return { Update: inputFor(deployment, plan) };
    case 'check':
      return { ConditionCheck: inputFor(deployment, plan) };
    case 'delete':
      return { Delete: inputFor(deployment, plan) };
  }
}

export async function writeTransaction(
  deployment: Deployment,
  plans: readonly Plan[],
): Promise<Units | undefined> {
  const { ConsumedCapacity } = await deployment.session.request('TransactWriteItems', (client, options) =>
    client.send(
      new TransactWriteItemsCommand({
        TransactItems: plans.map((plan) => transactItem(deployment, plan)),
        ReturnConsumedCapacity: 'INDEXES',
      }),
      options,
    ),
  );
  return unitsIn(ConsumedCapacity ?? []);
}

/** The same on a shadow, whatever the write was. */
export async function writeShadow(deployment: Deployment, plan: Plan): Promise<void> {
  if (plan.after) await put(deployment, plan.after.item);
  else await remove(deployment, subjectOf(plan).item);
}
