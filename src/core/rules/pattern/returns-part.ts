// pattern/returns-part: a key condition that is written out and leaves out some items of an entity that is to come back.
// Deliberately silent where the caller gives a value of its own for the sort key: that is a choice among the items.
import { targetName } from '../../analysis/routes/explain.ts';
import { entryOf } from '../../syntax/tree.ts';
import { keySpan, keysText, witnessOf } from '../proof-words.ts';
import { defineRule } from '../rule.ts';

export const returnsPart = defineRule<{ readonly pattern: string; readonly entity: string }>({
  id: 'pattern/returns-part',
  title: 'A key condition that leaves out some of the declared items',
  why: 'DynamoDB answers with what lies in the range and says nothing of the rest. An item whose key is cased, padded or prefixed in another way than the condition looks like one that does not exist.',
  remedy: 'Widen the condition, or leave `key:` out and let `where` find it.',
  severity: 'warning',
  *check({ proofs }) {
    for (const { use, route, misses, returns } of proofs.reads) {
      for (const { entity, layout, verdict } of misses) {
        const witness = verdict.kind === 'refuted' ? witnessOf(verdict) : undefined;
        const [item] = witness?.items ?? [];
        const isNever = returns.some((each) => each.layout === layout && each.verdict.kind === 'proved');
        if (item === undefined || isNever) continue;
        yield {
          span: entryOf(use.action.node, 'key')?.key.span ?? use.action.span,
          message: `${use.pattern.name} misses some ${entity.name} items of ${targetName(route.target)}: one with ${keysText(item)} lies in the item collection and outside of this condition. Widen it.`,
          data: { pattern: use.pattern.name, entity: entity.name },
          related: [{ span: keySpan(entity, layout), message: `The key of ${entity.name}` }],
        };
      }
    }
  },
});
