// pattern/wrong-items: a query that returns items of the wanted entity which are not those that `where` asks for.
// Deliberately an error: the answer is wrong, not only dear.

import { targetName } from '../../analysis/routes/explain.ts';
import { callerText, itemText, keySpan, keysText, witnessOf } from '../proof-words.ts';
import { defineRule } from '../rule.ts';
import { spanOfUse } from '../support.ts';

export const wrongItems = defineRule<{ readonly pattern: string }>({
  id: 'pattern/wrong-items',
  title: 'A query that returns items that were not asked for',
  why: 'A range ends where its text ends: `begins_with ORDER#1` holds `ORDER#10` too, and two values that run together in a key can be cut in more than one way. The caller gets items of somebody else.',
  remedy:
    'End the value in the key with a separator that it cannot hold, or give it a fixed width, as `pad` does for numbers.',
  severity: 'error',
  *check({ proofs }) {
    for (const { use, route, wrongItems: found } of proofs.reads) {
      for (const { entity, layout, question, verdict } of found) {
        const witness = verdict.kind === 'refuted' ? witnessOf(verdict) : undefined;
        const [item] = witness?.items ?? [];
        if (witness === undefined || item === undefined) continue;
        const isRange = question.operator !== '=';
        const remedy = isRange
          ? 'Leave them out in the application, or order the key by the whole value.'
          : 'End the value in the key with a separator that it cannot hold, or give it a fixed width.';
        yield {
          span: spanOfUse(use),
          message: `${use.pattern.name} returns items that it does not ask for: with ${callerText(witness)} it also finds ${itemText(item)} in ${targetName(route.target)}, at ${keysText(item)}. ${remedy}`,
          // Who truncates a time, or writes the condition out, may know and leave them out.
          ...(isRange || use.action.key ? { severity: 'warning' as const } : {}),
          data: { pattern: use.pattern.name },
          related: [{ span: keySpan(entity, layout), message: `The key of ${entity.name}` }],
        };
      }
    }
  },
});
