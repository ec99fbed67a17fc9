// index/low-cardinality: a global index whose partition key has few values for many items.
// Deliberately silent where the items of one value fit on a page, and where the key names an item of another entity: so many there are.

import { exact, quotient, scale } from '../../analysis/capacity/quantity.ts';
import { createKeyValues, type KeyValues } from '../../analysis/cost/heat/collections.ts';
import { advice } from '../../facts/advice.ts';
import { limits } from '../../facts/limits.ts';
import type { Entity, Layout, Target } from '../../model/design.ts';
import { placeholdersOfParts } from '../../model/layouts.ts';
import { printAmount, printNumber } from '../../syntax/quantity.ts';
import { listSome } from '../../text/words.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** An entity whose entries lie under few keys. */
interface Few {
  readonly entity: Entity;
  readonly layout: Layout;
  readonly values: number;
  /** Undefined where the model does not say. */
  readonly items: number | undefined;
}

const few = advice.partitionKeyValues.value;

export const lowCardinality = defineRule<{ readonly index: string; readonly values: number }>({
  id: 'index/low-cardinality',
  title: 'An index whose partition key has few values',
  why: `All entries with one value of the partition key are one item collection, and a partition serves ${printNumber(limits.partitionReadUnits.value)} RCU and ${printNumber(limits.partitionWriteUnits.value)} WCU a second. With few values, much of all traffic meets on one; what is too much for an index throttles the writes to its table, too. AWS’s own advice is more than ${few} values (awslabs/mcp, DynamoDB architect prompt, 2026-08-21).`,
  remedy:
    'Put an attribute with more values into the partition key, or divide it by `| shard(n)`; or let only the items into the index that are asked for, by a `when`. Where `rate`, `peak` and `hottest` are written, `cost/hot-partition` tells whether it matters.',
  severity: 'information',
  *check(context) {
    const { design } = context;
    const globals = design.targets.filter(({ kind }) => kind === 'global');
    if (globals.length === 0) return;
    const keyValues = createKeyValues(context.sizes.counts);
    const found = new Map<Target, Few[]>(globals.map((target) => [target, []]));
    for (const entity of design.entities.values()) {
      for (const layout of entity.layouts) {
        const own = found.get(layout.target);
        const each = own && fewIn(context, keyValues, entity, layout);
        if (each !== undefined) own?.push(each);
      }
    }
    for (const [target, all] of found) {
      const [first] = all;
      if (first === undefined) continue;
      yield {
        span: target.nameSpan,
        message: `In ${target.name} ${listSome(all.map(textOf))} of its partition key. Their traffic meets on a few partitions, and a query reads a large part of them. Put an attribute with more values into the key, or divide it by | shard(n).`,
        data: { index: target.name, values: first.values },
        related: all.map(({ entity, layout }) => ({
          span: layout.partition[0]?.decl?.scalar.span ?? entity.decl.nameSpan,
          message: `the partition key of ${entity.name} in ${target.name}`,
        })),
      };
    }
  },
});

/** Undefined where there are many values, or not many items. */
function fewIn(
  { sizes }: RuleContext,
  keyValues: KeyValues,
  entity: Entity,
  layout: Layout,
): Few | undefined {
  const values = keyValues(entity, layout).mean;
  if (values === undefined || values > few || namesOther(entity, layout)) return undefined;
  const items = sizes.counts.items(entity);
  const share = sizes.share(entity, layout);
  const isWhole = share.min === 1 && share.max === 1;
  const inside = share.mean === undefined ? undefined : scale(items, share.mean);
  // How few a condition lets in is not known without their number.
  if (!isWhole && inside?.mean === undefined) return undefined;
  const bytes = sizes.entry(entity, layout).total;
  const each = inside && quotient(inside, exact(values)).mean;
  if (each !== undefined && bytes.mean !== undefined && each * bytes.mean <= limits.pageBytes.value) {
    return undefined;
  }
  return { entity, layout, values, items: inside?.mean };
}

/** `w#${warehouseId}`: whose items lie under it is what the queries ask. */
const namesOther = (entity: Entity, { partition }: Layout): boolean =>
  placeholdersOfParts(partition).some(
    ({ name }) => (entity.attributes.get(name)?.references.length ?? 0) > 0,
  );

function textOf({ entity, values, items }: Few): string {
  const under = values === 1 ? 'one value' : `${printNumber(values)} values`;
  const all = items === undefined ? `all ${entity.name} items` : `${printAmount(items)} ${entity.name} items`;
  return `${all} lie under ${under}`;
}
