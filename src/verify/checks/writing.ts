// The checks of one write, batch or transaction: the items and index entries after it, and the units of the change.
// Deliberately puts everything back as it was, so that no check depends on another.
import { canonicalItem } from '../../core/analysis/capacity/canonical.ts';
import { changeUnits } from '../../core/analysis/capacity/concrete-units.ts';
import { parametersOf } from '../../core/analysis/requests/concrete.ts';
import type { Target } from '../../core/model/design.ts';
import { listOf } from '../../core/text/words.ts';
import { callLabel } from '../calls/call.ts';
import { sumUnits, type Units } from '../calls/consumed.ts';
import { type Plan, subjectOf } from '../calls/plan.ts';
import { lackingOf, writeBatch, writeOne, writeShadow, writeTransaction } from '../calls/write.ts';
import { type Context, deploymentsOf } from '../context.ts';
import type { Feature } from '../engines/capabilities.ts';
import { errorName } from '../session.ts';
import { put, remove, stored } from '../table/deployment.ts';
import { itemText, type Stored } from '../world.ts';
import { type Check, confirmed, mismatch, notCheckable, type Verdict } from './check.ts';
import { checkEstimate } from './estimate.ts';
import { isAsciiItem, lacking, nameFeatures } from './features.ts';
import { type Entries, entryDifferences, meteredUnits, readEntries } from './meter.ts';
import { settled } from './settle.ts';
import { judgeUnits } from './units.ts';

/** How the writes are sent. */
export type Sending = 'one by one' | 'batch' | 'transaction';

/** What is known of one write before and after it. */
interface Observed {
  readonly plan: Plan;
  readonly entriesBefore: Entries;
  readonly entriesAfter: Entries;
  readonly item: Stored['item'] | undefined;
}

export const planLabel = (plan: Plan): string =>
  `${plan.resolved.action.kind} ${subjectOf(plan).entity}${plan.before === undefined ? ', new' : ''}`;

export const plansLabel = (plans: readonly Plan[]): string =>
  plans
    .map((plan) => {
      const assignments = 'assignments' in plan.part ? plan.part.assignments : [];
      const values = [
        ...plan.part.conditions.flatMap((term) => term.values),
        ...assignments.flatMap((each) => ('value' in each ? [each.value] : [])),
      ];
      const names = values.flatMap((value) => (value.kind === 'operand' ? parametersOf(value) : []));
      const given = callLabel(plan.given, names);
      return given === '' ? planLabel(plan) : `${planLabel(plan)}: ${given}`;
    })
    .join('; ');

export async function checkWrites(
  context: Context,
  plans: readonly Plan[],
  sending: Sending,
): Promise<readonly Check[]> {
  const call = plansLabel(plans);
  const lacks = plans.flatMap(lackingOf);
  if (lacks.length > 0) {
    const reason = `no sample item gives a value for ${listOf([...new Set(lacks)])}`;
    return [{ aspect: 'effect', call, verdict: notCheckable(reason) }];
  }
  const sent = sending === 'transaction' && context.profile.lacks.transactions ? 'one by one' : sending;
  try {
    const { observed, reported } = await carryOut(context, plans, sent);
    const isTransaction = sending === 'transaction';
    const expected = expectedUnits(context, plans, isTransaction);
    const isApart = sent !== sending;
    const doubt = lacking(context.profile, nameFeatures(context.world));
    const on = usesShadow(context, expected) ? 'shadow' : 'engine';
    return [
      {
        aspect: 'effect',
        call,
        verdict: doubt === undefined ? judgeEffect(context, observed, on, isApart) : notCheckable(doubt),
      },
      {
        aspect: 'units',
        call,
        verdict: judgeUnits(
          context.profile,
          unitFeatures(observed, isTransaction),
          expected,
          actualUnits(context, observed, reported),
          on,
        ),
      },
      ...plans.flatMap((plan) =>
        checkEstimate(
          context.estimates,
          plan.resolved,
          expectedUnits(context, [plan], isTransaction),
          planLabel(plan),
        ),
      ),
    ];
  } catch (error) {
    const reason = errorName(error);
    if (!refusals.has(reason ?? '')) throw error;
    await putBack(context, plans);
    const said = error instanceof Error ? `${reason}: ${error.message}` : '';
    const verdict = mismatch(`The engine refuses the write: ${said}`, ['a write that is done'], [said]);
    return [{ aspect: 'effect', call, verdict }];
  }
}

const refusals: ReadonlySet<string> = new Set([
  'ValidationException',
  'ConditionalCheckFailedException',
  'TransactionCanceledException',
]);

const indexesOf = ({ world }: Context): readonly Target[] =>
  world.design.targets.filter((target) => target.kind !== 'table');

const usesShadow = ({ shadow }: Context, units: Units): boolean =>
  shadow?.definition.indexes.some((target) => units.has(target.name)) ?? false;

async function carryOut(
  context: Context,
  plans: readonly Plan[],
  sending: Sending,
): Promise<{ readonly observed: readonly Observed[]; readonly reported: Units | undefined }> {
  const { main, shadow } = context;
  for (const plan of plans) await bring(context, plan);
  const indexes = indexesOf(context);
  const before: Entries[] = [];
  for (const plan of plans) before.push(await readEntries(context, indexes, plan.before, plan.after));
  const reported = await send(context, plans, sending);
  spend(context, plans);
  const observed: Observed[] = [];
  for (const [i, plan] of plans.entries()) {
    if (shadow) await writeShadow(shadow, plan);
    const entriesAfter = await settled(
      main.session,
      () => readEntries(context, indexes, plan.before, plan.after),
      (entries) => entryDifferences(context.world, entries, plan.after?.item).length === 0,
    );
    const item = await stored(main, subjectOf(plan).item);
    observed.push({ plan, entriesBefore: before[i] ?? new Map(), entriesAfter, item });
  }
  await putBack(context, plans);
  return { observed, reported };
}

async function send({ main }: Context, plans: readonly Plan[], sending: Sending): Promise<Units | undefined> {
  switch (sending) {
    case 'batch':
      return writeBatch(main, plans);
    case 'transaction':
      return writeTransaction(main, plans);
    case 'one by one': {
      const all: (Units | undefined)[] = [];
      for (const plan of plans) all.push(await writeOne(main, plan));
      return sumUnits(all);
    }
  }
}

/** Makes the engine hold what the plan has as before. */
async function bring(context: Context, { before, after }: Plan): Promise<void> {
  const subject = before ?? after;
  if (subject === undefined) return;
  const original = context.world.find(subject.item);
  if (before !== undefined && original === before) return;
  for (const deployment of deploymentsOf(context)) {
    if (before) await put(deployment, before.item);
    else await remove(deployment, subject.item);
  }
}

async function putBack(context: Context, plans: readonly Plan[]): Promise<void> {
  for (const plan of plans) {
    const subject = subjectOf(plan);
    const original = context.world.find(subject.item);
    for (const deployment of deploymentsOf(context)) {
      if (original) await put(deployment, original.item);
      else await remove(deployment, subject.item);
    }
  }
}

/** What the change costs, and bringing the items there and back, which is at most as much each time. */
function spend({ world, tally }: Context, plans: readonly Plan[]): void {
  for (const { before, after } of plans) {
    const units = changeUnits(world.design, { before: before?.item, after: after?.item }, false);
    for (const number of units.values()) tally.write += 3 * number;
  }
}

function expectedUnits({ world }: Context, plans: readonly Plan[], isTransaction: boolean): Units {
  const units = new Map<string, number>();
  for (const { before, after } of plans) {
    const own = changeUnits(world.design, { before: before?.item, after: after?.item }, isTransaction);
    for (const [target, number] of own) {
      const name = target.kind === 'table' ? 'table' : target.name;
      units.set(name, (units.get(name) ?? 0) + number);
    }
  }
  return units;
}

/** What the engine reports, and by the meter what it does not: of all indexes, or of those that have a shadow. */
function actualUnits(
  { profile, shadow }: Context,
  observed: readonly Observed[],
  reported: Units | undefined,
): Units | undefined {
  if (reported === undefined) return undefined;
  const isMetered = (target: Target): boolean =>
    profile.lacks['index-write-units'] !== undefined ||
    (shadow?.definition.indexes.includes(target) ?? false);
  const only = (entries: Entries): Entries => new Map([...entries].filter(([target]) => isMetered(target)));
  const metered = observed.map(({ entriesBefore, entriesAfter }) =>
    meteredUnits(only(entriesBefore), only(entriesAfter)),
  );
  return sumUnits([reported, ...metered]);
}

function unitFeatures(observed: readonly Observed[], isTransaction: boolean): readonly Feature[] {
  const items = observed.flatMap(({ plan }) => [plan.before, plan.after]);
  const isAscii = items.every((each) => each === undefined || isAsciiItem(each.item));
  return [
    'capacity',
    ...(isTransaction ? (['transaction-units'] as const) : []),
    ...(isAscii ? [] : (['non-ascii-units'] as const)),
  ];
}

function judgeEffect(
  { world, profile }: Context,
  observed: readonly Observed[],
  on: 'engine' | 'shadow',
  isApart: boolean,
): Verdict {
  for (const { plan, item, entriesAfter } of observed) {
    const expected = plan.after?.item;
    const isSame =
      item === undefined || expected === undefined
        ? item === expected
        : canonicalItem(item) === canonicalItem(expected);
    const line = (each: Stored['item'] | undefined): string =>
      each === undefined ? '(no item)' : itemText(world, each, subjectOf(plan).entity);
    const witnesses = [subjectOf(plan)].map(({ entity, values }) => ({ entity, values }));
    if (!isSame) {
      const message =
        plan.stale.length > 0
          ? `${listOf(plan.stale)} ${plan.stale.length > 1 ? 'stay' : 'stays'} as before: the update does not know all that the key is made of.`
          : `After the ${plan.resolved.action.kind} the item is not what the model says.`;
      return mismatch(message, [line(expected)], [line(item)], witnesses);
    }
    const [difference] = entryDifferences(world, entriesAfter, expected);
    if (difference) {
      return mismatch(
        `After the ${plan.resolved.action.kind}, ${difference.target.name} does not hold what the model says.`,
        [line(difference.expected)],
        difference.actual.length > 0 ? difference.actual.map(line) : ['(no item)'],
        witnesses,
      );
    }
  }
  return confirmed(on, isApart ? lacking(profile, ['transactions']) : undefined);
}
