// write/hot-counter: a number in one item to which many callers add, where nothing says that they are few enough.
// Deliberately only until rates tell: what the busiest item gets by them is cost/hot-partition.
import { writeUnits } from '../../analysis/capacity/metering.ts';
import { identityOf } from '../../analysis/counts/identity.ts';
import { clausesOf } from '../../analysis/routes/clauses.ts';
import { limits } from '../../facts/limits.ts';
import { writing } from '../../facts/units.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { Entity } from '../../model/design.ts';
import { printNumber, printRate, printShare } from '../../syntax/quantity.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';

interface Data {
  /** How many calls a second one item takes. */
  readonly most: number;
}

export const hotCounter = defineRule<Data>({
  id: 'write/hot-counter',
  title: 'A counter that one popular thing can make too busy',
  why: `Each addition writes the item that counts, and an item lies on one partition, which takes ${printNumber(limits.partitionWriteUnits.value)} WCU a second; in a transaction a write costs twice, and two transactions on one item at once cancel each other (TransactionConflictException). The average is no help: the item that everybody likes today gets nearly all of it (DynamoDB developer guide, write sharding and transactions, as of 2026).`,
  remedy:
    'Write `rate` or `peak`, and `hottest` for the share of the busiest item, if it stays below that. Else divide the counter over several items that are added up when read, or count from the stream and add many at once.',
  severity: 'information',
  *check(context) {
    for (const use of context.uses.actions) {
      const [entity] = use.entities;
      if (use.action.kind !== 'update' || entity === undefined) continue;
      const at = addsTo(use, entity);
      const counted = at && countedBy(use, entity);
      if (at === undefined || counted === undefined) continue;
      const message = messageFor(context, use, entity, counted);
      if (message === undefined) continue;
      yield {
        span: at,
        message: message.text,
        data: { most: message.most },
        related: [{ span: entity.decl.nameSpan, message: `each ${entity.name} is one item` }],
      };
    }
  },
});

/** Where it adds to a number. */
function addsTo({ action }: ActionUse, entity: Entity): Span | undefined {
  const clause = clausesOf(action.add).find(
    ({ attribute }) => entity.attributes.get(attribute)?.type === 'number',
  );
  return clause?.attributeSpan;
}

/** Who is counted: another entity that is written in the same call, many of which belong to one item of the counter. */
function countedBy({ action, pattern }: ActionUse, entity: Entity): Entity | undefined {
  const own = originsOf(entity);
  if (own.size === 0) return undefined;
  return pattern.actions
    .filter((other) => other.action !== action && other.action.kind !== 'check')
    .flatMap(({ entities: [other] }) => other ?? [])
    .find((other) => other !== entity && isPartOf(own, originsOf(other)));
}

const originsOf = (entity: Entity): ReadonlySet<string> =>
  new Set(identityOf(entity).flatMap((name) => [...(entity.attributes.get(name)?.origins ?? [name])]));

const isPartOf = (few: ReadonlySet<string>, many: ReadonlySet<string>): boolean =>
  many.size > few.size && [...few].every((each) => many.has(each));

interface Message {
  readonly text: string;
  readonly most: number;
}

/** Undefined where all calls of a second, or all that is ever counted, are not too many for one item, or `hottest` tells its share. */
function messageFor(
  { sizes }: RuleContext,
  { action, pattern }: ActionUse,
  entity: Entity,
  counted: Entity,
): Message | undefined {
  const { rate, peak, hottest } = pattern.decl;
  const calls = peak ?? rate;
  if (hottest !== undefined && calls !== undefined) return undefined;
  const factor = pattern.kind === 'transactWrite' ? writing.transactional.value : writing.standard.value;
  const units = writeUnits(sizes.item(entity).total.atLeast) * factor * (action.times ?? 1);
  const most = Math.floor(limits.partitionWriteUnits.value / units);
  const inAll = counted.decl.counts.find(({ per }) => per?.value === entity.name)?.max;
  if ([calls, inAll].some((each) => each !== undefined && each <= most)) return undefined;
  const what = `Each ${counted.name} adds to one ${entity.name}, which takes at most ${printNumber(most)} calls a second (${printNumber(units)} WCU each)`;
  const text =
    calls === undefined
      ? `${what}, however many there are on average. Write rate, and hottest for the share of the busiest, or divide the counter.`
      : `${what}: more than ${printShare(most / calls)} of the ${printRate(calls)} on the busiest are throttled. Write hottest if its share is less, or divide the counter.`;
  return { text, most };
}
