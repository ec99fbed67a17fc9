// The checks of one call of a read: its items, their order, and the units of what was read.
// Deliberately asks a second time without filter and projection where there are some: only so it shows what was read.
import { entryIn, getUnits, rangeUnits, readFactor } from '../../core/analysis/capacity/concrete-units.ts';
import type { DynamoItem } from '../../core/analysis/capacity/item.ts';
import { concreteRequest, parametersOf } from '../../core/analysis/requests/concrete.ts';
import { type KeyRequest, keyRequest } from '../../core/analysis/routes/request.ts';
import type { Route } from '../../core/analysis/routes/route.ts';
import type { ResolvedAction } from '../../core/model/design.ts';
import type { PatternKind } from '../../core/model/model.ts';
import { listOf } from '../../core/text/words.ts';
import { type Call, callLabel } from '../calls/call.ts';
import { sumUnits, type Units } from '../calls/consumed.ts';
import { queriesOf } from '../calls/queries.ts';
import { type Answer, read } from '../calls/read.ts';
import { type Context, deploymentFor, isShadow } from '../context.ts';
import { wantedItems } from '../oracle/wanted.ts';
import { errorName } from '../session.ts';
import { withShadows } from '../table/shadow.ts';
import type { Stored } from '../world.ts';
import { type Check, mismatch, notCheckable, type Verdict } from './check.ts';
import { checkEstimate } from './estimate.ts';
import { getUnitFeatures, itemFeatures, lacking, rangeUnitFeatures } from './features.ts';
import { entryOf, judgeItems, type Question, type Result } from './items.ts';
import { judgeOrder } from './order.ts';
import { settled } from './settle.ts';
import { judgeUnits } from './units.ts';

export interface ReadOutcome {
  readonly checks: readonly Check[];
  /** The wanted items that came back, for further steps. */
  readonly returned: readonly Stored[];
}

/** The parameters of a request, each once. */
export function parameterNames({ key, values }: KeyRequest): readonly string[] {
  return [...new Set([...key.values(), ...values.values()].flatMap(parametersOf))];
}

export async function checkRead(
  context: Context,
  resolved: ResolvedAction,
  route: Route,
  kind: PatternKind,
  { given }: Call,
): Promise<ReadOutcome> {
  const { world, profile } = context;
  const request = keyRequest(route, resolved);
  const label = callLabel(given, parameterNames(request));
  const single = (verdict: Verdict): ReadOutcome => ({
    checks: [{ aspect: 'items', call: label, verdict }],
    returned: [],
  });
  const queries = queriesOf(world, resolved, route, given);
  const wanted = wantedItems(world, resolved, route, given, queries);
  const isCut = resolved.action.limit !== undefined || resolved.action.firstPageOnly;
  const question: Question = { world, resolved, route, request, given, wanted, isCut };
  const made = queries.map((parameters) => ({ parameters, made: concreteRequest(request, parameters) }));
  const lacks = made.flatMap((each) => (each.made.kind === 'lacks' ? each.made.parameters : []));
  if (lacks.length > 0) {
    return single(notCheckable(`no sample item gives a value for ${listOf([...new Set(lacks)])}`));
  }
  const on = isShadow(context, route.target) ? 'shadow' : 'engine';
  const needsProbe = request.filterExpression !== '' || request.projectionExpression !== '';
  const ask = async (): Promise<readonly Asked[]> => {
    const asked: Asked[] = [];
    for (const each of made) {
      if (each.made.kind === 'lacks') continue;
      const deployment = deploymentFor(context, route.target);
      const options = { allPages: !isCut && route.operation !== 'GetItem', isProbe: false };
      const answer = await read(deployment, route, each.made.request, each.parameters, options);
      const probe = needsProbe
        ? await read(deployment, route, each.made.request, each.parameters, { ...options, isProbe: true })
        : answer;
      asked.push({ answer, result: { read: probe.items, returned: answer.items } });
    }
    return asked;
  };
  try {
    const isGood = (all: readonly Asked[]): boolean =>
      route.target.kind !== 'global' || judgeItems(question, resultsOf(all), on).kind !== 'mismatch';
    const asked = await settled(context.main.session, ask, isGood);
    const results = resultsOf(asked);
    const expected = expectedUnits(context, question, kind, results);
    tally(context, expected);
    const doubt = lacking(profile, itemFeatures(question));
    const order = judgeOrder(question, results, on);
    const checks: Check[] = [
      {
        aspect: 'items',
        call: label,
        verdict: doubt === undefined ? judgeItems(question, results, on) : notCheckable(doubt),
      },
      ...(order ? [{ aspect: 'order' as const, call: label, verdict: order }] : []),
      { aspect: 'units', call: label, verdict: unitsVerdict(context, question, asked, expected, on) },
      ...(on === 'shadow' ? [] : checkEstimate(context.estimates, resolved, expected, label)),
    ];
    const names = new Set(resolved.entities.map((entity) => entity.name));
    const returned = results
      .flatMap(({ read: entries }) => entries.flatMap((entry) => world.find(entry) ?? []))
      .filter((stored) => names.has(stored.entity) && wanted.includes(stored));
    return { checks, returned };
  } catch (error) {
    if (errorName(error) !== 'ValidationException') throw error;
    const said = error instanceof Error ? error.message : '';
    return single(mismatch(`The engine refuses the request: ${said}`, ['a request that is taken'], [said]));
  }
}

interface Asked {
  readonly answer: Answer;
  readonly result: Result;
}

const resultsOf = (asked: readonly Asked[]): readonly Result[] => asked.map(({ result }) => result);

/** RCU of what was read, query by query. */
function expectedUnits(
  context: Context,
  { world, route, request }: Question,
  kind: PatternKind,
  results: readonly Result[],
): Units {
  const { target } = route;
  const factor = readFactor(kind, request.consistentRead, target);
  const shadows = deploymentFor(context, target).definition.shadows;
  const sized = (entry: DynamoItem): DynamoItem => {
    const item = world.find(entry)?.item ?? entry;
    // A shadow holds its synthetic keys beside what the entry has.
    if (!shadows.has(target)) return entryOf(world, target, item);
    const held = entryIn(world.design, target, item);
    const synthetic = [...withShadows(item, [target])].filter(([name]) => !item.has(name));
    return held ? new Map([...held, ...synthetic]) : item;
  };
  const own = results.map(({ read: entries }) =>
    route.operation === 'GetItem'
      ? getUnits(entries[0] && sized(entries[0]), factor)
      : rangeUnits(entries.map(sized), factor),
  );
  const name = target.kind === 'table' ? 'table' : target.name;
  const units = new Map([[name, own.reduce((sum, each) => sum + each, 0)]]);
  if (route.fetched.length > 0) {
    const fetched = results.flatMap(({ read: entries }) =>
      entries.map((entry) => getUnits(world.find(entry)?.item, factor)),
    );
    units.set(
      'table',
      fetched.reduce((sum, each) => sum + each, 0),
    );
  }
  return units;
}

function tally({ tally: spent }: Context, units: Units): void {
  for (const number of units.values()) spent.read += number;
}

function unitsVerdict(
  { profile }: Context,
  question: Question,
  asked: readonly Asked[],
  expected: Units,
  on: 'engine' | 'shadow',
): Verdict {
  const { route, request, world } = question;
  const read = asked.map(({ result }) => result.read.map((entry) => world.find(entry)?.item ?? entry));
  const features =
    route.operation === 'GetItem'
      ? getUnitFeatures(read.flat(), request.projectionExpression !== '')
      : rangeUnitFeatures(question, read);
  return judgeUnits(profile, features, expected, sumUnits(asked.map(({ answer }) => answer.units)), on);
}
