// pattern/returns-part: a key condition that leaves out some items of an entity that is to come back.
// Deliberately silent where the caller gives a value of its own for the sort key: that is a choice among the items.
import { targetName } from '../../analysis/routes/explain.ts';
import { entryOf } from '../../syntax/tree.ts';
import { callerText, itemText, keySpan, keysText, witnessOf } from '../proof-words.ts';
import { defineRule } from '../rule.ts';

export const returnsPart = defineRule<{ readonly pattern: string; readonly entity: string }>({
  id: 'pattern/returns-part',
  title: 'A key condition that leaves out some of the declared items',
  why: 'DynamoDB answers with what lies in the range and says nothing of the rest. An item whose key is cased, padded or prefixed in another way than the condition looks like one that does not exist.',
  remedy:
    'Widen the condition, or leave `key:` out and let `where` find it. Where a range of values is asked for, keep the key in the order of the values.',
  severity: 'warning',
  *check({ proofs }) {
    for (const { use, route, misses, returns } of proofs.reads) {
      for (const { entity, layout, verdict } of misses) {
        const witness = verdict.kind === 'refuted' ? witnessOf(verdict) : undefined;
        const [item] = witness?.items ?? [];
        const isNever = returns.some((each) => each.layout === layout && each.verdict.kind === 'proved');
        if (witness === undefined || item === undefined || isNever) continue;
        const isWritten = use.action.key !== undefined;
        const asked = isWritten
          ? `one with ${keysText(item)} lies in the item collection and outside of this condition. Widen it.`
          : `with ${callerText(witness)} the range leaves out ${itemText(item)}, at ${keysText(item)}, as the key does not hold its values in their order. End the value in the key with a separator that sorts before all that it can hold, or give it a fixed width.`;
        yield {
          span: entryOf(use.action.node, isWritten ? 'key' : 'where')?.key.span ?? use.action.span,
          message: `${use.pattern.name} misses some ${entity.name} items of ${targetName(route.target)}: ${asked}`,
          severity: isWritten ? 'warning' : 'error',
          data: { pattern: use.pattern.name, entity: entity.name },
          related: [{ span: keySpan(entity, layout), message: `The key of ${entity.name}` }],
        };
      }
    }
  },
});
