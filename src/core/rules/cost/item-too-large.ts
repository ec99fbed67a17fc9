// cost/item-too-large: an item that is, or can be, larger than DynamoDB takes.
// Deliberately silent where nothing bounds the size: an attribute without maxSize can be of any size.
import type { ItemGrowth } from '../../analysis/cost/growth.ts';
import type { Entity } from '../../model/design.ts';
import { printBytes } from '../../syntax/quantity.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** How large, and how sure that is. */
function sizeText({
  bytes,
  limit,
}: ItemGrowth): { readonly text: string; readonly isCertain: boolean } | undefined {
  const { min, mean, max } = bytes;
  if (min > limit) return { text: `is ${printBytes(min)} at least`, isCertain: true };
  if (mean !== undefined && mean > limit) {
    return { text: `is ${printBytes(mean)} on average`, isCertain: true };
  }
  return max !== undefined && max > limit
    ? { text: `can be ${printBytes(max)}`, isCertain: false }
    : undefined;
}

function largestAttribute({ sizes }: RuleContext, entity: Entity): string | undefined {
  const rows = sizes.item(entity).rows.filter(({ role }) => role === 'attribute');
  const size = ({ valueBytes }: (typeof rows)[number]) => valueBytes.max ?? valueBytes.atLeast;
  return rows.toSorted((a, b) => size(b) - size(a))[0]?.name;
}

function worstOf(all: readonly ItemGrowth[]): ReadonlyMap<Entity, ItemGrowth> {
  const worst = new Map<Entity, ItemGrowth>();
  const beyond = ({ bytes }: ItemGrowth) => bytes.max ?? bytes.atLeast;
  for (const each of all) {
    const known = worst.get(each.entity);
    if (known === undefined || beyond(each) > beyond(known)) worst.set(each.entity, each);
  }
  return worst;
}

export const itemTooLarge = defineRule<{ readonly entity: string; readonly attribute: string | undefined }>({
  id: 'cost/item-too-large',
  title: 'An item that can be too large',
  why: 'An item has at most 400 KB, names and values of all attributes together; with a local index, the item and its entry in the index together. DynamoDB refuses what is larger (DynamoDB developer guide, constraints, as of 2026).',
  remedy:
    'Lower the `maxSize` of its large attributes, keep large values in Amazon S3 with their address in the item, or divide the item into several under one partition key.',
  severity: 'warning',
  *check(context) {
    for (const [entity, growth] of worstOf(context.growth.items)) {
      const size = sizeText(growth);
      if (size === undefined) continue;
      const attribute = largestAttribute(context, entity);
      const entries = growth.index ? ` with its entry in ${growth.index.name}` : '';
      const less =
        attribute === undefined
          ? 'Divide it into several items.'
          : `The largest part is ${attribute}: lower its maxSize, keep it elsewhere, or divide the item.`;
      yield {
        span: entity.decl.nameSpan,
        message: `One ${entity.name} ${size.text}${entries}, and DynamoDB takes at most ${printBytes(growth.limit)}. ${less}`,
        data: { entity: entity.name, attribute },
        ...(size.isCertain ? { severity: 'error' as const } : {}),
      };
    }
  },
});
