// Whether what a proof claims is seen on an engine: its items are written, and looked at.
// Deliberately takes any items and any claim about them: who made them, and how, is not asked.
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { canonicalItem } from '../core/analysis/capacity/canonical.ts';
import type { DynamoItem, DynamoValue } from '../core/analysis/capacity/item.ts';
import { concreteRequest } from '../core/analysis/requests/concrete.ts';
import { keyRequest } from '../core/analysis/routes/request.ts';
import type { Route } from '../core/analysis/routes/route.ts';
import { keyIn } from '../core/analysis/samples/assemble.ts';
import type { ResolvedAction, Target } from '../core/model/design.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { toSdk } from './attribute-values.ts';
import type { Given } from './calls/call.ts';
import { queriesOf } from './calls/queries.ts';
import { read } from './calls/read.ts';
import type { Engine } from './engines/engine.ts';
import { newRunId } from './run-id.ts';
import { createSession } from './session.ts';
import { definitionsOf } from './table/definition.ts';
import { type Deployment, deploymentOf, put, stored } from './table/deployment.ts';
import { type Waiting, waiting, withTables } from './table/lifecycle.ts';
import { shadowCondition } from './table/shadow.ts';
import { type Stored, worldOf } from './world.ts';

/** An item as DynamoDB would hold it, of an entity, with the values of its attributes. */
export interface ConcreteItem {
  readonly entity: string;
  readonly values: ReadonlyMap<string, DynamoValue>;
  readonly item: DynamoItem;
}

/** A read of the model with its parameters: what is asked of the engine. */
export interface ConcreteRead {
  readonly resolved: ResolvedAction;
  readonly route: Route;
  readonly given: Given;
}

export type Claim =
  /** The first two items have one primary key: the second takes the first one's place. */
  | { readonly kind: 'collision' }
  /** The read returns the item, though the pattern does not want it. */
  | { readonly kind: 'over-read'; readonly read: ConcreteRead; readonly item: number }
  /** The read does not return the item, though the pattern wants it. */
  | { readonly kind: 'under-read'; readonly read: ConcreteRead; readonly item: number }
  /** Read forward, the second of these items comes before the first. */
  | { readonly kind: 'order'; readonly target: Target; readonly items: readonly [number, number] };

export interface Evidence {
  readonly items: readonly ConcreteItem[];
  readonly claim: Claim;
}

export interface Seen {
  readonly isSeen: boolean;
  /** What was seen in its place, for people; empty where the claim is. */
  readonly instead: string;
}

const seen: Seen = { isSeen: true, instead: '' };
const notSeen = (instead: string): Seen => ({ isSeen: false, instead });

export interface WitnessOptions {
  readonly engine: Engine;
  readonly signal: AbortSignal;
  readonly wait?: Waiting;
}

/** One answer for each piece of evidence; tables are made and deleted as in any run. */
export async function witness(
  snapshot: Snapshot,
  evidence: readonly Evidence[],
  { engine, signal, wait = waiting }: WitnessOptions,
): Promise<readonly Seen[]> {
  const session = createSession(engine, signal);
  const naming = { prefix: 'singlet-witness', run: newRunId(), tags: engine.tags };
  const isShadowed = engine.profile.lacks['multi-attribute-keys'] !== undefined;
  const definitions = definitionsOf(snapshot, naming, isShadowed);
  const table = snapshot.design.table?.target;
  if (definitions.kind === 'refused' || table === undefined) {
    return evidence.map(() => notSeen('no table can be made of the model'));
  }
  const { main, shadow } = definitions;
  const all: Seen[] = [];
  for (const each of evidence) {
    // Each in tables of its own, so that none sees the items of another.
    const inputs = [main.input, ...(shadow ? [shadow.input] : [])];
    const deployments = [main, ...(shadow ? [shadow] : [])].map((definition) =>
      deploymentOf(session, definition, table),
    );
    all.push(await withTables(session, inputs, () => look(snapshot, table, deployments, each), wait));
  }
  return all;
}

async function look(
  snapshot: Snapshot,
  table: Target,
  deployments: readonly Deployment[],
  { items, claim }: Evidence,
): Promise<Seen> {
  for (const deployment of deployments) for (const { item } of items) await put(deployment, item);
  const holding = (target: Target): Deployment | undefined =>
    deployments.find(({ definition }) => target.kind === 'table' || definition.indexes.includes(target));
  switch (claim.kind) {
    case 'collision': {
      const [main] = deployments;
      const [first, second] = items;
      if (main === undefined || first === undefined || second === undefined)
        return notSeen('two items are needed');
      const held = await stored(main, first.item);
      const isSecond = held !== undefined && canonicalItem(held) === canonicalItem(second.item);
      return isSecond ? seen : notSeen('both items are there');
    }
    case 'over-read':
    case 'under-read': {
      const deployment = holding(claim.read.route.target);
      const wanted = items[claim.item];
      if (deployment === undefined || wanted === undefined) return notSeen('there is nothing to read');
      const isRead = await returns(snapshot, table, deployment, items, claim.read, wanted);
      if (isRead === undefined) return notSeen('a parameter of the read is missing');
      if (isRead === (claim.kind === 'over-read')) return seen;
      return notSeen(isRead ? 'the read returns the item' : 'the read does not return the item');
    }
    case 'order': {
      const deployment = holding(claim.target);
      const [first, second] = claim.items.map((index) => items[index]);
      if (deployment === undefined || first === undefined || second === undefined) {
        return notSeen('there is nothing to read');
      }
      const order = await collection(deployment, claim.target, first.item);
      const [a, b] = [first, second].map(({ item }) =>
        order.findIndex((each) => isSame(deployment, each, item)),
      );
      if (a === undefined || b === undefined || a < 0 || b < 0)
        return notSeen('they are not in one collection');
      return b < a ? seen : notSeen('they are in the other order');
    }
  }
}

const isSame = ({ keyNames }: Deployment, entry: DynamoItem, item: DynamoItem): boolean => {
  const key = (of: DynamoItem): string =>
    canonicalItem(new Map([...of].filter(([name]) => keyNames.includes(name))));
  return key(entry) === key(item);
};

async function returns(
  snapshot: Snapshot,
  table: Target,
  deployment: Deployment,
  items: readonly ConcreteItem[],
  { resolved, route, given }: ConcreteRead,
  { item }: ConcreteItem,
): Promise<boolean | undefined> {
  const placed = items.map(
    (each): Stored => ({
      ...each,
      keys: new Map(
        snapshot.design.targets.flatMap((target) => {
          const key = keyIn(target, (name) => each.item.get(name));
          return key ? [[target, key] as const] : [];
        }),
      ),
    }),
  );
  const world = worldOf(snapshot, table, placed);
  const request = keyRequest(route, resolved);
  for (const parameters of queriesOf(world, resolved, route, given)) {
    const made = concreteRequest(request, parameters);
    if (made.kind === 'lacks') return undefined;
    const options = { allPages: true, isProbe: true };
    const { items: found } = await read(deployment, route, made.request, parameters, options);
    if (found.some((entry) => isSame(deployment, entry, item))) return true;
  }
  return false;
}

/** The item collection of an item in a target, read forward. */
async function collection(
  { session, name, definition, fromEngine }: Deployment,
  target: Target,
  item: DynamoItem,
): Promise<readonly DynamoItem[]> {
  const key = keyIn(target, (each) => item.get(each));
  if (key === undefined) return [];
  const conditions = target.partitionKey.map((each, i) => ({
    name: each.name,
    operator: '=' as const,
    values: [key.partition[i]].filter((value) => value !== undefined),
  }));
  const condition = definition.shadows.has(target)
    ? shadowCondition(target, conditions, [])
    : {
        expression: conditions.map((_, i) => `#k${i} = :k${i}`).join(' AND '),
        names: Object.fromEntries(conditions.map((each, i) => [`#k${i}`, each.name])),
        values: new Map(conditions.flatMap(({ values: [value] }, i) => (value ? [[`:k${i}`, value]] : []))),
      };
  const { Items } = await session.request('Query', (client, options) =>
    client.send(
      new QueryCommand({
        TableName: name,
        ...(target.kind !== 'table' && { IndexName: target.name }),
        KeyConditionExpression: condition.expression,
        ExpressionAttributeNames: condition.names,
        ExpressionAttributeValues: Object.fromEntries(
          [...condition.values].map(([alias, value]) => [alias, toSdk(value)]),
        ),
      }),
      options,
    ),
  );
  return (Items ?? []).map(fromEngine);
}
