// pattern/wrong-order: a read that does not return items in the order of the attribute that its pattern names.
// Deliberately an error: with a limit it returns other items than the first ones.
import { targetName } from '../../analysis/routes/explain.ts';
import { entryOf } from '../../syntax/tree.ts';
import { itemText, keySpan, keysText, witnessOf } from '../proof-words.ts';
import { defineRule } from '../rule.ts';

export const wrongOrder = defineRule<{ readonly pattern: string; readonly attribute: string }>({
  id: 'pattern/wrong-order',
  title: 'A read in another order than it names',
  why: 'DynamoDB returns items in the order of the bytes of their sort keys. What stands before the value in the key, or behind it, can come before the value itself: `ORDER#` before `PAYMENT#`, whatever the times, and a month before the day within it. With `limit` the items returned are then others than the first.',
  remedy:
    'Begin the sort keys of all entities that are to be mixed alike, with the value that orders them, whole and of one width; or leave the attribute out of `order` and sort in the application.',
  severity: 'error',
  *check({ proofs }) {
    for (const { use, route, orders } of proofs.reads) {
      // Two entities may each be the one that comes too early; one example is enough.
      const broken = orders.find(({ verdict }) => verdict.kind === 'refuted');
      const witness = broken && witnessOf(broken.verdict);
      const [first, second] = witness?.items ?? [];
      if (broken === undefined || first === undefined || second === undefined) continue;
      const { attribute, entities, layouts } = broken;
      const isDescending = use.action.order?.descending ?? false;
      const [early, late] = isDescending ? [second, first] : [first, second];
      const remedy = (isOne: boolean): string =>
        isOne
          ? `Put the whole ${attribute} into the sort key, of one width or ended by a separator that sorts before all that it can hold.`
          : `Let the sort keys of both begin with the same text, then with the whole ${attribute}.`;
      const isTie = keysText(first) === keysText(second);
      const how = isTie
        ? `nothing in their keys tells which of the two comes first, ${keysText(first)}`
        : `${itemText(late)} comes before ${itemText(early)}: their keys are ${keysText(late)} and ${keysText(early)}`;
      yield {
        span: entryOf(use.action.node, 'order')?.value?.span ?? use.action.span,
        message: `${use.pattern.name} does not come in the order of ${attribute} from ${targetName(route.target)}: ${how}.${use.action.limit === undefined ? '' : ` So limit: ${use.action.limit} returns other items than it should.`} ${remedy(entities[0] === entities[1])}`,
        data: { pattern: use.pattern.name, attribute },
        related: [...new Set(layouts)].map((layout, i) => ({
          span: keySpan(entities[i] ?? entities[0], layout),
          message: `The key of ${layout.entity}`,
        })),
      };
    }
  },
});
