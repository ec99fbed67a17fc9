// All checks of one access pattern: its calls, then its further steps with what came back.
// Deliberately goes on after a mismatch; only an engine that fails ends it.
import { clausesOf } from '../core/analysis/routes/clauses.ts';
import { keyRequest } from '../core/analysis/routes/request.ts';
import type { Route } from '../core/analysis/routes/route.ts';
import type { Pattern, ResolvedAction, ResolvedStep } from '../core/model/design.ts';
import type { PatternKind } from '../core/model/model.ts';
import { listOf } from '../core/text/words.ts';
import type { Given } from './calls/call.ts';
import { chooseCalls } from './calls/choose.ts';
import { givenFrom } from './calls/from-before.ts';
import { type Plan, planWrite, putKinds, subjectOf } from './calls/plan.ts';
import { checkBatchRead, type Leg } from './checks/batch-reading.ts';
import { type Aspect, type Check, mismatch, notCheckable, type PatternResult } from './checks/check.ts';
import { checkCondition } from './checks/conditions.ts';
import { checkRead, parameterNames, type ReadOutcome } from './checks/reading.ts';
import { checkWrites, type Sending } from './checks/writing.ts';
import { type Context, loadAll } from './context.ts';
import { errorName } from './session.ts';
import type { Stored } from './world.ts';

/** Items of a step that are followed further; each costs requests, and more show nothing new. */
const mostFollowed = 3;
const mostTimes = 4;

export async function verifyPattern(context: Context, pattern: Pattern): Promise<PatternResult> {
  try {
    return await allChecks(context, pattern);
  } catch (error) {
    // What an engine says about a request is about this pattern; what it says of itself ends the run.
    if (errorName(error)?.endsWith('Exception') !== true) throw error;
    await loadAll(context);
    const said = error instanceof Error ? `${error.name}: ${error.message}` : '';
    const verdict = mismatch(`The engine refuses a request: ${said}`, ['a request that is taken'], [said]);
    return { pattern: pattern.name, checks: [{ aspect: 'items', call: '', verdict }] };
  }
}

async function allChecks(context: Context, pattern: Pattern): Promise<PatternResult> {
  const checks: Check[] = [];
  let outcome = await operation(context, pattern.kind, pattern.actions, []);
  checks.push(...outcome.checks);
  let before = pattern.actions;
  for (const step of pattern.steps) {
    const followed = outcome.returned.slice(0, mostFollowed);
    outcome = await followUp(context, step, before, followed);
    checks.push(...outcome.checks);
    before = step.actions;
  }
  return { pattern: pattern.name, checks };
}

const single = (reason: string, aspect: Aspect = 'items'): ReadOutcome => ({
  checks: [{ aspect, call: '', verdict: notCheckable(reason) }],
  returned: [],
});

/** A step is done with each item before it, a batch with all of them at once. */
async function followUp(
  context: Context,
  { kind, actions }: ResolvedStep,
  before: readonly ResolvedAction[],
  followed: readonly Stored[],
): Promise<ReadOutcome> {
  if (followed.length === 0) return single('nothing came back that a step could follow');
  if (kind === 'batchGet') {
    const legs = followed.flatMap((stored) => legsOf(context, actions, stored));
    return Array.isArray(legs) && legs.length > 0
      ? checkBatchRead(context, legs, 'batchGet')
      : single('nothing serves it');
  }
  const checks: Check[] = [];
  const returned: Stored[] = [];
  for (const stored of followed) {
    const outcome = await operation(context, kind, actions, before, stored);
    checks.push(...outcome.checks);
    returned.push(...outcome.returned);
  }
  return { checks, returned };
}

function operation(
  context: Context,
  kind: PatternKind,
  actions: readonly ResolvedAction[],
  before: readonly ResolvedAction[],
  from?: Stored,
): Promise<ReadOutcome> {
  switch (kind) {
    case 'analyze':
      return Promise.resolve(single('an analysis is no call of DynamoDB'));
    case 'search': {
      const reason = context.profile.lacks['vector-search']?.reason;
      return Promise.resolve(single(reason ?? 'a search needs vectors, which the samples do not have'));
    }
    case 'get':
    case 'query':
    case 'scan':
      return reads(context, kind, actions, from);
    case 'batchGet':
    case 'transactGet': {
      const legs = legsOf(context, actions, from);
      return legs.length > 0
        ? checkBatchRead(context, legs, kind)
        : Promise.resolve(single('nothing serves it, or there is no sample item'));
    }
    case 'put':
    case 'update':
    case 'delete':
    case 'check':
      return writes(context, actions, before, 'one by one', from);
    case 'batchWrite':
      return writes(context, actions, before, 'batch', from);
    case 'transactWrite':
      return writes(context, actions, before, 'transaction', from);
  }
}

/** The route of a read, or why there is nothing to try. */
function routeOf({ world }: Context, resolved: ResolvedAction): Route | string {
  const result = world.snapshot.routes.get(resolved.action);
  switch (result?.kind) {
    case 'served':
      return result.route;
    case 'unserved':
      return 'neither the table nor an index serves it';
    default:
      return 'the pattern cannot be read';
  }
}

async function reads(
  context: Context,
  kind: PatternKind,
  actions: readonly ResolvedAction[],
  from: Stored | undefined,
): Promise<ReadOutcome> {
  const checks: Check[] = [];
  const returned: Stored[] = [];
  for (const resolved of actions) {
    const route = routeOf(context, resolved);
    if (typeof route === 'string') {
      checks.push(...single(route).checks);
      continue;
    }
    const needed = parameterNames(keyRequest(route, resolved));
    const fixed: Given = from ? givenFrom(context.world, from, resolved, needed) : new Map();
    const calls = chooseCalls(context.world, resolved, route, needed, fixed);
    if (calls.length === 0) checks.push(...single('there is no sample item to ask for').checks);
    for (const call of from ? calls.slice(0, 1) : calls) {
      const outcome = await checkRead(context, resolved, route, kind, call);
      checks.push(...outcome.checks);
      returned.push(...outcome.returned);
    }
  }
  return { checks, returned };
}

const timesOf = ({ action }: ResolvedAction): number =>
  Math.min(mostTimes, Math.max(1, Math.round(action.times ?? 1)));

function legsOf(context: Context, actions: readonly ResolvedAction[], from?: Stored): readonly Leg[] {
  return actions.flatMap((resolved) => {
    const route = routeOf(context, resolved);
    if (typeof route === 'string') return [];
    const needed = parameterNames(keyRequest(route, resolved));
    const fixed: Given = from ? givenFrom(context.world, from, resolved, needed) : new Map();
    const calls = chooseCalls(context.world, resolved, route, needed, fixed, timesOf(resolved));
    return calls.slice(0, from ? 1 : timesOf(resolved)).map((call) => ({ resolved, route, call }));
  });
}

async function writes(
  context: Context,
  actions: readonly ResolvedAction[],
  before: readonly ResolvedAction[],
  sending: Sending,
  from: Stored | undefined,
): Promise<ReadOutcome> {
  const unknown = actions.flatMap((resolved) => unknownNames(context, resolved));
  if (unknown.length > 0) return single(`the entity has no ${listOf([...new Set(unknown)], 'or')}`, 'effect');
  const checks: Check[] = [];
  const only = actions.length === 1 ? actions[0] : undefined;
  const kinds = only?.action.kind === 'put' ? putKinds(only) : (['new'] as const);
  for (const putKind of kinds) {
    const plans = plansOf(context, actions, before, putKind, from);
    if (plans.length === 0) {
      checks.push({ aspect: 'effect', call: '', verdict: notCheckable('there is no sample item to write') });
      continue;
    }
    checks.push(...(await checkWrites(context, plans, sending)));
    if (sending === 'batch') continue;
    const conditioned = new Map(plans.map((plan) => [plan.resolved, plan]));
    for (const plan of conditioned.values()) checks.push(...(await checkCondition(context, plan)));
  }
  return { checks, returned: [] };
}

/** What a write names that its entity does not have, and that is no key either. */
function unknownNames({ world }: Context, { action, entities: [entity] }: ResolvedAction): readonly string[] {
  const clauses = [...action.set, ...action.add, ...action.append, ...action.condition, ...action.when];
  const names = [
    ...clausesOf(clauses).map(({ attribute }) => attribute),
    ...action.remove.map(({ value }) => value),
  ];
  const isKey = (name: string): boolean =>
    world.design.targets.some((target) =>
      [...target.partitionKey, ...target.sortKey].some((key) => key.name === name),
    );
  return names.filter((name) => name !== '' && !entity?.attributes.has(name) && !isKey(name));
}

/** The legs write different items, each about what the legs before it are about. */
function plansOf(
  { world }: Context,
  actions: readonly ResolvedAction[],
  before: readonly ResolvedAction[],
  putKind: 'new' | 'overwrite',
  from: Stored | undefined,
): readonly Plan[] {
  const plans: Plan[] = [];
  const taken = new Set<string>();
  let story: Given = from ? storyOf(world, from) : new Map();
  for (const resolved of actions) {
    const kind = actions.length > 1 ? (putKinds(resolved)[0] ?? putKind) : putKind;
    for (let time = 0; time < timesOf(resolved); time++) {
      const plan = planWrite(world, resolved, before, taken, story, kind);
      if (plan === undefined) break;
      plans.push(plan);
      const subject = subjectOf(plan);
      taken.add(world.keyText(subject.item));
      if (story.size === 0) story = storyOf(world, subject);
    }
  }
  return plans;
}

/** All that an item tells, by the names of its attributes. */
const storyOf = (world: Context['world'], stored: Stored): Given =>
  new Map(
    [...stored.values].map(([name, value]) => [
      name,
      { value, format: world.design.entities.get(stored.entity)?.attributes.get(name)?.format?.name },
    ]),
  );
