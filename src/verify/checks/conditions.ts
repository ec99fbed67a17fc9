// Whether a condition that does not hold refuses the write, and leaves the item as it was.
// Deliberately only where a failing case can be made for sure: of the whole item, or of a value that the caller gives.
import { canonicalItem } from '../../core/analysis/capacity/canonical.ts';
import type { Parameter } from '../../core/analysis/requests/concrete.ts';
import { clausesOf } from '../../core/analysis/routes/clauses.ts';
import { type Plan, subjectOf } from '../calls/plan.ts';
import { otherValue } from '../calls/satisfy.ts';
import { writeOne } from '../calls/write.ts';
import { type Context, deploymentsOf } from '../context.ts';
import { errorName } from '../session.ts';
import { put, remove, stored } from '../table/deployment.ts';
import { itemText } from '../world.ts';
import { type Check, confirmed, mismatch, notCheckable, type Verdict } from './check.ts';
import { lacking, nameFeatures } from './features.ts';
import { planLabel } from './writing.ts';

interface Failing {
  readonly what: string;
  /** Whether the item is there before the write. */
  readonly isThere: boolean;
  readonly plan: Plan;
}

function failingOf(plan: Plan): Failing | undefined {
  const { action } = plan.resolved;
  const clauses = clausesOf(action.condition);
  const whole = clauses.find(({ attribute }) => attribute === '');
  if (whole?.operator === 'not-exists') return { what: 'the item is there', isThere: true, plan };
  if (whole?.operator === 'exists' || (action.kind === 'check' && clauses.length === 0)) {
    return { what: 'the item is not there', isThere: false, plan };
  }
  for (const { attribute, operator, operands, functions } of clauses) {
    const [operand] = operands;
    const own = plan.before?.item.get(attribute);
    if (operator !== '=' || operand?.kind !== 'parameter' || functions.length > 0 || own === undefined)
      continue;
    const wrong: Parameter = { value: otherValue(own), format: undefined };
    const given = new Map(plan.given).set(operand.name, wrong);
    return { what: `${attribute} is another`, isThere: true, plan: { ...plan, given } };
  }
  return undefined;
}

/** Empty where no condition is written of which a failing case can be made. */
export async function checkCondition(context: Context, plan: Plan): Promise<readonly Check[]> {
  const failing = failingOf(plan);
  if (failing === undefined) return [];
  const { main, world, tally, profile } = context;
  const subject = subjectOf(plan);
  const original = world.find(subject.item);
  const present = plan.before ?? original ?? subject;
  const expected = failing.isThere ? present.item : undefined;
  const set = async (item: typeof expected): Promise<void> => {
    for (const deployment of deploymentsOf(context)) {
      if (item) await put(deployment, item);
      else await remove(deployment, subject.item);
    }
  };
  await set(expected);
  const isRefused = await refuses(context, failing.plan);
  const item = await stored(main, subject.item);
  await set(original?.item);
  tally.write += 3;
  const line = (each: typeof expected): string =>
    each === undefined ? '(no item)' : itemText(world, each, subject.entity);
  const isSame =
    item === undefined || expected === undefined
      ? item === expected
      : canonicalItem(item) === canonicalItem(expected);
  const doubt = lacking(profile, nameFeatures(world));
  const verdict: Verdict =
    doubt !== undefined
      ? notCheckable(doubt)
      : isRefused && isSame
        ? confirmed()
        : mismatch(
            `The ${plan.resolved.action.kind} should be refused where ${failing.what}.`,
            [line(expected)],
            [line(item)],
            [{ entity: subject.entity, values: subject.values }],
          );
  return [{ aspect: 'condition', call: `${planLabel(plan)}, where ${failing.what}`, verdict }];
}

async function refuses({ main }: Context, plan: Plan): Promise<boolean> {
  try {
    await writeOne(main, plan);
    return false;
  } catch (error) {
    if (errorName(error) === 'ConditionalCheckFailedException') return true;
    throw error;
  }
}
