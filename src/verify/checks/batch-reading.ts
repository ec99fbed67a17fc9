// The checks of items read by key in one call: BatchGetItem and TransactGetItems.
// Deliberately names each key once, as DynamoDB refuses a batch that names one twice.
import {
  BatchGetItemCommand,
  type KeysAndAttributes,
  TransactGetItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { canonicalItem } from '../../core/analysis/capacity/canonical.ts';
import { getUnits, readFactor } from '../../core/analysis/capacity/concrete-units.ts';
import type { DynamoItem } from '../../core/analysis/capacity/item.ts';
import { type ConcreteRequest, concreteRequest } from '../../core/analysis/requests/concrete.ts';
import { keyRequest } from '../../core/analysis/routes/request.ts';
import type { Route } from '../../core/analysis/routes/route.ts';
import type { ResolvedAction } from '../../core/model/design.ts';
import { counted, listOf } from '../../core/text/words.ts';
import { toSdkItem } from '../attribute-values.ts';
import { type Call, callLabel } from '../calls/call.ts';
import { type Units, unitsIn } from '../calls/consumed.ts';
import { projectionOf } from '../calls/read.ts';
import type { Context } from '../context.ts';
import type { Feature } from '../engines/capabilities.ts';
import { wantedItems } from '../oracle/wanted.ts';
import { itemText, type Stored, storedText } from '../world.ts';
import { type Check, confirmed, mismatch, notCheckable, type Verdict } from './check.ts';
import { getUnitFeatures, lacking, nameFeatures } from './features.ts';
import { parameterNames, type ReadOutcome } from './reading.ts';
import { judgeUnits } from './units.ts';

/** One item of the batch. */
export interface Leg {
  readonly resolved: ResolvedAction;
  readonly route: Route;
  readonly call: Call;
}

interface Made {
  readonly leg: Leg;
  readonly request: ConcreteRequest;
  /** What is declared to come back: one item, or none where nothing has the key. */
  readonly wanted: readonly Stored[];
}

export async function checkBatchRead(
  context: Context,
  legs: readonly Leg[],
  kind: 'batchGet' | 'transactGet',
): Promise<ReadOutcome> {
  const { world, profile, tally } = context;
  const made = new Map<string, Made>();
  const lacks = new Set<string>();
  for (const leg of legs) {
    const { given } = leg.call;
    const one = concreteRequest(keyRequest(leg.route, leg.resolved), { given, each: new Map() });
    if (one.kind === 'lacks') for (const name of one.parameters) lacks.add(name);
    else {
      const wanted = wantedItems(world, leg.resolved, leg.route, given, []);
      made.set(canonicalItem(one.request.key), { leg, request: one.request, wanted });
    }
  }
  const all = [...made.values()];
  const label = all
    .map((each) =>
      callLabel(each.leg.call.given, parameterNames(keyRequest(each.leg.route, each.leg.resolved))),
    )
    .join('; ');
  const single = (verdict: Verdict): ReadOutcome => ({
    checks: [{ aspect: 'items', call: label, verdict }],
    returned: [],
  });
  if (lacks.size > 0) return single(notCheckable(`no sample item gives a value for ${listOf([...lacks])}`));
  if (all.length === 0) return { checks: [], returned: [] };
  const isStrong = all.some(({ request }) => request.consistentRead);
  const factor = readFactor(kind, isStrong, world.table);
  const wanted = all.flatMap((each) => each.wanted);
  const missing = lacking(profile, kind === 'transactGet' ? ['transactions'] : []);
  const sent = missing === undefined ? kind : 'batchGet';
  const answer =
    sent === 'batchGet' ? await batchGet(context, all, isStrong) : await transactGet(context, all);
  const expected = all.reduce((sum, each) => sum + getUnits(each.wanted[0]?.item, factor), 0);
  tally.read += expected;
  const isProjected = all.some(({ request }) => request.projectionExpression !== '');
  const features: readonly Feature[] = [
    ...(kind === 'transactGet' ? (['transaction-units'] as const) : []),
    ...(all.some((each) => each.wanted.length === 0) ? (['missing-batch-get-units'] as const) : []),
    ...getUnitFeatures(
      wanted.map(({ item }) => item),
      isProjected,
    ),
  ];
  const doubt = lacking(profile, [
    ...nameFeatures(world),
    ...(isProjected && sent === 'transactGet' ? (['transact-get-selected'] as const) : []),
  ]);
  const checks: Check[] = [
    {
      aspect: 'items',
      call: label,
      verdict: doubt === undefined ? judge(context, all, answer.items, sent, missing) : notCheckable(doubt),
    },
    {
      aspect: 'units',
      call: label,
      verdict: judgeUnits(profile, features, new Map([['table', expected]]), answer.units, 'engine'),
    },
  ];
  return { checks, returned: wanted };
}

interface BatchAnswer {
  readonly items: readonly DynamoItem[];
  readonly units: Units | undefined;
}

/** A batch has one projection for the table: that of all its legs, or none where one leg wants everything. */
function sharedProjection(all: readonly Made[]): ReadonlyMap<string, string> | undefined {
  const names = new Map<string, string>();
  for (const { request } of all) {
    if (request.projectionExpression === '') return undefined;
    for (const alias of request.projectionExpression.split(', '))
      names.set(alias, request.names.get(alias) ?? '');
  }
  return names;
}

async function batchGet({ main }: Context, all: readonly Made[], isStrong: boolean): Promise<BatchAnswer> {
  const projection = sharedProjection(all);
  const items: DynamoItem[] = [];
  const reports = [];
  let left: Record<string, KeysAndAttributes> | undefined = {
    [main.name]: {
      Keys: all.map(({ request }) => toSdkItem(request.key)),
      ...(isStrong && { ConsistentRead: true }),
      ...(projection && {
        ProjectionExpression: [...projection.keys()].join(', '),
        ExpressionAttributeNames: Object.fromEntries(projection),
      }),
    },
  };
  while (left && Object.keys(left).length > 0) {
    const asked: Record<string, KeysAndAttributes> = left;
    const answer = await main.session.request('BatchGetItem', (client, options) =>
      client.send(
        new BatchGetItemCommand({ RequestItems: asked, ReturnConsumedCapacity: 'INDEXES' }),
        options,
      ),
    );
    items.push(...(answer.Responses?.[main.name] ?? []).map(main.fromEngine));
    reports.push(...(answer.ConsumedCapacity ?? []));
    left = answer.UnprocessedKeys;
  }
  return { items, units: unitsIn(reports) };
}

async function transactGet({ main }: Context, all: readonly Made[]): Promise<BatchAnswer> {
  const { Responses, ConsumedCapacity } = await main.session.request('TransactGetItems', (client, options) =>
    client.send(
      new TransactGetItemsCommand({
        TransactItems: all.map(({ request }) => ({
          Get: { TableName: main.name, Key: toSdkItem(request.key), ...projectionOf(request) },
        })),
        ReturnConsumedCapacity: 'INDEXES',
      }),
      options,
    ),
  );
  const items = (Responses ?? []).flatMap(({ Item }) => (Item ? [main.fromEngine(Item)] : []));
  return { items, units: unitsIn(ConsumedCapacity ?? []) };
}

/** A batch returns its items in no order. */
function judge(
  { world }: Context,
  all: readonly Made[],
  items: readonly DynamoItem[],
  sent: 'batchGet' | 'transactGet',
  missing: string | undefined,
): Verdict {
  const shared = sent === 'batchGet' ? sharedProjection(all) : undefined;
  const namesOf = ({ request }: Made): readonly string[] | undefined => {
    if (sent === 'batchGet') return shared && [...shared.values()];
    if (request.projectionExpression === '') return undefined;
    return request.projectionExpression.split(', ').map((alias) => request.names.get(alias) ?? '');
  };
  const expected = all.flatMap((each) => {
    const names = namesOf(each);
    return each.wanted.map(({ item }) =>
      names ? new Map([...item].filter(([name]) => names.includes(name))) : item,
    );
  });
  const texts = (of: readonly DynamoItem[]): string => of.map(canonicalItem).sort().join('\n');
  if (texts(expected) === texts(items)) return confirmed('engine', missing);
  const wanted = all.flatMap((each) => each.wanted);
  return mismatch(
    `${counted(expected.length, 'item')} should come back, and ${items.length === expected.length ? 'others' : items.length} did.`,
    wanted.map((stored) => storedText(world, stored)),
    items.map((item) => itemText(world, item, world.find(item)?.entity)),
    wanted.map(({ entity, values }) => ({ entity, values })),
  );
}
