// pattern/beyond-limit: a limit that is used up by others before a wanted entity is reached.
// Deliberately only where the proofs show that the others always come first; who is mixed in may be within the limit.
import { isKnown, type Quantity } from '../../analysis/capacity/quantity.ts';
import { groupsOf } from '../../analysis/counts/matches.ts';
import type { Queue } from '../../analysis/proofs/queues.ts';
import type { ReadClaims } from '../../analysis/proofs/reads.ts';
import { entryOf } from '../../syntax/tree.ts';
import { listOf } from '../../text/words.ts';
import { keySpan } from '../proof-words.ts';
import { defineRule, type RuleContext } from '../rule.ts';

interface InFront {
  readonly mean: number | undefined;
  /** The most that there can be; undefined where nothing bounds it. */
  readonly max: number | undefined;
}

/** How many items are read before the first of the queue's own. */
function inFront({ design, sizes }: RuleContext, { use, route }: ReadClaims, { before }: Queue): InFront {
  const counts: readonly Quantity[] = groupsOf(design, sizes.counts, route, {
    ...use.action,
    limit: undefined,
  })
    .filter((group) => before.some(([, layout]) => layout === group.layout))
    .map(({ count }) => count);
  const add = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? undefined : a + b;
  return {
    mean: counts.reduce<number | undefined>(
      (all, each) => add(all, isKnown(each) ? each.mean : undefined),
      0,
    ),
    max: counts.reduce<number | undefined>((all, each) => add(all, each.max), 0),
  };
}

export const beyondLimit = defineRule<{ readonly pattern: string; readonly entity: string }>({
  id: 'pattern/beyond-limit',
  title: 'Items that lie behind the limit',
  why: '`limit` ends a call after so many items, whichever they are, in the order of the sort keys. An entity that sorts behind all others of the item collection is not reached as soon as there are as many of them (DynamoDB developer guide, query, as of 2026).',
  remedy:
    'Let the entity of which there are few come first: read in the other direction, or begin its sort key with a text that sorts there (`#ORDER#` before `CUSTOMER#`).',
  severity: 'warning',
  *check(context) {
    for (const claims of context.proofs.reads) {
      const { use, orders } = claims;
      const { limit } = use.action;
      // That the order is not what it should be is said by pattern/wrong-order.
      if (orders.some(({ verdict }) => verdict.kind === 'refuted')) continue;
      for (const queue of limit === undefined ? [] : claims.queues) {
        const { entity, layout, before } = queue;
        if (limit === undefined || before.length === 0) continue;
        const { mean, max } = inFront(context, claims, queue);
        if (max !== undefined && max < limit) continue;
        const names = listOf([...new Set(before.map(([other]) => other.name))], 'and');
        const often =
          mean === undefined
            ? `${entity.name} is not reached as soon as there are ${limit} of them.`
            : mean >= limit
              ? `There are ${Math.round(mean)} of them on average, so ${entity.name} is not reached.`
              : `${entity.name} is not reached where there are ${limit} of them.`;
        yield {
          span: entryOf(use.action.node, 'limit')?.value?.span ?? use.action.span,
          message: `${use.pattern.name} reads all of ${names} before the first ${entity.name}, and limit: ${limit} ends it. ${often} Read in the other direction, or let the sort key of ${entity.name} come first.`,
          severity: mean !== undefined && mean < limit ? 'information' : 'warning',
          data: { pattern: use.pattern.name, entity: entity.name },
          related: [[entity, layout] as const, ...before].map(([of, at]) => ({
            span: keySpan(of, at),
            message: `The key of ${of.name}`,
          })),
        };
      }
    }
  },
});
