// The items that a read declares: those of its entities that meet `where`, and then `filter`.
// Deliberately by attributes; only where a pattern names no more than a raw key condition does that stand in for `where`.
import { canonicalValue } from '../../core/analysis/capacity/canonical.ts';
import type { DynamoValue } from '../../core/analysis/capacity/item.ts';
import { concreteValue, type Parameters } from '../../core/analysis/requests/concrete.ts';
import { bind } from '../../core/analysis/routes/bind.ts';
import { clausesOf } from '../../core/analysis/routes/clauses.ts';
import type { KeyCondition, Route } from '../../core/analysis/routes/route.ts';
import { compareValues } from '../../core/analysis/samples/compare-values.ts';
import type { ResolvedAction } from '../../core/model/design.ts';
import { itemsOf, type Stored, type World } from '../world.ts';
import { type Given, meets, ordered } from './clauses.ts';

/**
 * Before `filter`, in no order. An index that is named limits the wanted items to those that lie in it; a get wants the item
 * whose attributes are those that it is given.
 */
export function wantedItems(
  world: World,
  resolved: ResolvedAction,
  route: Route,
  given: Given,
  queries: readonly Parameters[],
): readonly Stored[] {
  const { action, entities } = resolved;
  const clauses = clausesOf(action.where);
  const bindings = new Map(entities.map((entity) => [entity.name, bind(clauses, entity, entities)]));
  const implied = route.operation === 'GetItem' ? placeholderNames(route) : [];
  return itemsOf(world, entities).filter((stored) => {
    const entity = world.design.entities.get(stored.entity);
    const binding = bindings.get(stored.entity);
    if (entity === undefined || binding === undefined || binding.unbound.length > 0) return false;
    if (action.index && !stored.keys.has(route.target)) return false;
    if (action.key && !queries.some((query) => meetsKey(stored, route, query))) return false;
    const hasGiven = (name: string): boolean => {
      const parameter = given.get(name);
      const own = stored.values.get(name);
      if (parameter === undefined || binding.givens.some((each) => each.attribute.name === name)) return true;
      return own !== undefined && canonicalValue(own) === canonicalValue(parameter.value);
    };
    return (
      implied.every(hasGiven) &&
      binding.givens.every(({ attribute, clause }) =>
        meets(clause, stored.values.get(attribute.name), attribute.format?.name, given),
      )
    );
  });
}

/** The attributes of which the key of a get is made. */
const placeholderNames = ({ layouts }: Route): readonly string[] =>
  layouts.flatMap((layout) =>
    [...layout.partition, ...layout.sort].flatMap(({ template }) =>
      template.parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : [])),
    ),
  );

/** Whether the item's keys meet the condition that the pattern has written out. */
function meetsKey(
  { keys, item }: Stored,
  { target, partition, sort }: Route,
  parameters: Parameters,
): boolean {
  if (!keys.has(target)) return false;
  return [...partition, ...sort].every((condition) => {
    const own = item.get(condition.key.name);
    return own !== undefined && meetsCondition(own, condition, parameters);
  });
}

function meetsCondition(
  own: DynamoValue,
  { key, operator, values }: KeyCondition,
  parameters: Parameters,
): boolean {
  const [first, second] = values.map((template) =>
    concreteValue({ kind: 'key', template, type: key.type }, parameters),
  );
  if (first === undefined) return false;
  const difference = compareValues(own, first);
  switch (operator) {
    case '=':
      return difference === 0;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(operator, difference);
    case 'between':
      return second !== undefined && difference >= 0 && compareValues(own, second) <= 0;
    case 'begins_with':
      return own.type === 'string' && first.type === 'string' && own.value.startsWith(first.value);
  }
}

/** Whether an item of any entity passes the filter: DynamoDB looks at what the item or entry holds under the name. */
export function passesFilter(
  world: World,
  { item, entity }: Stored,
  { action }: ResolvedAction,
  given: Given,
): boolean {
  return clausesOf(action.filter).every((clause) => {
    const format = world.design.entities.get(entity)?.attributes.get(clause.attribute)?.format?.name;
    return meets(clause, item.get(clause.attribute), format, given);
  });
}
