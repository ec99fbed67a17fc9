// Two items that differ only in a part of their identity that the primary key does not hold.
// Deliberately from values that are plainly others; those that a function in the key makes alike are not looked for.
import { canonicalValue } from '../../core/analysis/capacity/canonical.ts';
import type { Attribute, Entity } from '../../core/model/design.ts';
import { otherValue } from '../calls/satisfy.ts';
import { itemsOf, type Stored, storedOf, type World } from '../world.ts';

/** Undefined where no such pair is found. */
export function lostPairs(
  world: World,
  entity: Entity,
  attributes: readonly Attribute[],
): readonly [Stored, Stored] | undefined {
  const items = itemsOf(world, [entity]);
  for (const one of items) {
    for (const { name } of attributes) {
      const own = one.values.get(name);
      if (own === undefined) continue;
      const others = items.flatMap(({ values }) => values.get(name) ?? []);
      for (const value of [...others, otherValue(own)]) {
        if (canonicalValue(value) === canonicalValue(own)) continue;
        const other = storedOf(world, entity, new Map([...one.values, [name, value]]));
        if (world.keyText(other.item) === world.keyText(one.item)) return [one, other];
      }
    }
  }
  return undefined;
}
