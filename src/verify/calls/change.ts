// What an update makes of an item: its values, and the keys that follow from them.
// Deliberately chooses for each parameter of `set` a value that other items have, so that it is one that is allowed.
import { canonicalValue } from '../../core/analysis/capacity/canonical.ts';
import type { DynamoValue } from '../../core/analysis/capacity/item.ts';
import type { Parameter } from '../../core/analysis/requests/concrete.ts';
import { clausesOf } from '../../core/analysis/routes/clauses.ts';
import { scalarValue } from '../../core/analysis/samples/scalar-value.ts';
import type { Attribute, Entity, ResolvedAction } from '../../core/model/design.ts';
import type { Clause } from '../../core/syntax/clause.ts';
import { itemsOf, type Stored, storedOf, type World } from '../world.ts';
import { otherValue } from './satisfy.ts';

/**
 * The item as the model has it afterwards, with every key as its attributes are. Adds to `given` what `set`, `add` and
 * `append` give. Undefined where the primary key would change.
 */
export function changedValues(
  world: World,
  resolved: ResolvedAction,
  entity: Entity,
  before: Stored,
  given: Map<string, Parameter>,
): Stored | undefined {
  const { action } = resolved;
  const values = new Map(before.values);
  const raw = new Map<string, DynamoValue | undefined>();
  const give = ({ operands: [operand], attribute }: Clause, value: DynamoValue, format?: string): void => {
    const name = operand?.kind === 'parameter' ? operand.name : attribute;
    if (operand?.kind !== 'constant') given.set(name, { value, format });
  };
  for (const clause of clausesOf(action.set)) {
    const attribute = entity.attributes.get(clause.attribute);
    const value = constantOf(clause, attribute) ?? newValue(world, entity, before, clause.attribute);
    if (value === undefined) return undefined;
    give(clause, value, attribute?.format?.name);
    if (attribute) values.set(attribute.name, value);
    else raw.set(clause.attribute, value);
  }
  for (const { value: name } of action.remove) {
    if (entity.attributes.has(name)) values.delete(name);
    else raw.set(name, undefined);
  }
  for (const clause of clausesOf(action.add)) {
    const attribute = entity.attributes.get(clause.attribute);
    if (attribute === undefined) {
      const one: DynamoValue = { type: 'number', value: '1' };
      give(clause, one);
      raw.set(clause.attribute, added(before.item.get(clause.attribute), one));
      continue;
    }
    const part = constantOf(clause, attribute) ?? partFor(attribute);
    give(clause, part);
    values.set(attribute.name, added(values.get(attribute.name), part));
  }
  for (const clause of clausesOf(action.append)) {
    const own = values.get(clause.attribute);
    const part: DynamoValue = { type: 'list', value: [{ type: 'string', value: 'appended' }] };
    give(clause, part);
    values.set(
      clause.attribute,
      own?.type === 'list' ? { ...part, value: [...own.value, ...part.value] } : part,
    );
  }
  const assembled = storedOf(world, entity, values);
  const after = withRaw(assembled, raw);
  return world.keyText(after.item) === world.keyText(before.item) ? after : undefined;
}

function constantOf(
  { operands: [operand] }: Clause,
  attribute: Attribute | undefined,
): DynamoValue | undefined {
  if (operand?.kind !== 'constant') return undefined;
  return (
    (operand.quoted ? undefined : scalarValue(operand.text, attribute?.type)) ?? {
      type: 'string',
      value: operand.text,
    }
  );
}

/** One that another item has; else another of the enumeration; else one made from its own. */
function newValue(world: World, entity: Entity, before: Stored, name: string): DynamoValue | undefined {
  const own = before.item.get(name) ?? before.values.get(name);
  const isOther = (value: DynamoValue): boolean =>
    own === undefined || canonicalValue(value) !== canonicalValue(own);
  const elsewhere = itemsOf(world, [entity])
    .flatMap((stored) => stored.values.get(name) ?? stored.item.get(name) ?? [])
    .find(isOther);
  if (elsewhere) return elsewhere;
  const attribute = entity.attributes.get(name);
  const listed = attribute?.decl.enumeration?.flatMap(
    ({ value }) => scalarValue(String(value), attribute.type) ?? [],
  );
  if (listed) return listed.find(isOther) ?? listed[0];
  const isFree =
    attribute !== undefined && !attribute.format && !attribute.decl.pattern && !attribute.decl.maxSize;
  return own && isFree ? otherValue(own) : (own ?? (attribute && partFor(attribute)));
}

/** What is added to a number or a set. */
function partFor({ type }: Attribute): DynamoValue {
  switch (type) {
    case 'string-set':
      return { type, value: ['added'] };
    case 'number-set':
      return { type, value: ['7'] };
    case 'binary-set':
      return { type, value: [Uint8Array.of(7)] };
    case 'number':
      return { type, value: '1' };
    case 'boolean':
      return { type, value: true };
    case 'list':
      return { type, value: [] };
    case 'map':
      return { type, value: new Map() };
    default:
      return { type: 'string', value: 'x' };
  }
}

function added(own: DynamoValue | undefined, part: DynamoValue): DynamoValue {
  if (own === undefined) return part;
  if (own.type === 'number' && part.type === 'number') {
    return { type: 'number', value: String(Number(own.value) + Number(part.value)) };
  }
  if (own.type === 'string-set' && part.type === 'string-set') {
    return { type: 'string-set', value: [...new Set([...own.value, ...part.value])] };
  }
  if (own.type === 'number-set' && part.type === 'number-set') {
    return { type: 'number-set', value: [...new Set([...own.value, ...part.value])] };
  }
  if (own.type === 'binary-set' && part.type === 'binary-set') {
    return { type: 'binary-set', value: [...own.value, ...part.value] };
  }
  return own;
}

function withRaw(stored: Stored, raw: ReadonlyMap<string, DynamoValue | undefined>): Stored {
  if (raw.size === 0) return stored;
  const item = new Map(stored.item);
  for (const [name, value] of raw) {
    if (value === undefined) item.delete(name);
    else item.set(name, value);
  }
  const keys = new Map(
    [...stored.keys].filter(([target]) =>
      [...target.partitionKey, ...target.sortKey].every(({ name }) => item.has(name)),
    ),
  );
  return { ...stored, item, keys };
}
