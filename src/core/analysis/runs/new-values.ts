// The values of an item after an update: constants as written, parameters as values that differ from those before.
// Deliberately takes a new value from another sample item first, so that the picture stays among familiar ones.
import type { Entity } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { DynamoValue } from '../capacity/item.ts';
import { clausesOf } from '../routes/clauses.ts';
import { ownValues } from '../samples/own-values.ts';
import { printValue } from '../samples/print-value.ts';
import type { SampleItem } from '../samples/samples.ts';
import { scalarValue } from '../samples/scalar-value.ts';

/** Made values are tried so often until one differs. */
const attempts = 8;
/** Beyond the slots of the sample items. */
const firstSlot = 97;

function otherValue(
  entity: Entity,
  name: string,
  before: DynamoValue | undefined,
  siblings: readonly SampleItem[],
): DynamoValue | undefined {
  const differs = (value: DynamoValue | undefined): value is DynamoValue =>
    value !== undefined && (before === undefined || printValue(value) !== printValue(before));
  const known = siblings.map(({ values, item }) => values.get(name) ?? item.get(name)).find(differs);
  if (known) return known;
  const attribute = entity.attributes.get(name);
  if (attribute === undefined) return undefined;
  const make = ownValues(attribute, { inPrimaryKey: false, timeToLive: false });
  for (let slot = firstSlot; slot < firstSlot + attempts; slot++) {
    const value = make(slot);
    if (differs(value)) return value;
  }
  return before;
}

function setValue(
  entity: Entity,
  clause: Clause,
  before: DynamoValue | undefined,
  siblings: readonly SampleItem[],
): DynamoValue | undefined {
  const [operand] = clause.operands;
  const attribute = entity.attributes.get(clause.attribute);
  if (operand?.kind === 'constant') return scalarValue(operand.text, attribute?.type);
  return otherValue(entity, clause.attribute, before, siblings);
}

function added(value: DynamoValue | undefined, made: DynamoValue | undefined): DynamoValue | undefined {
  if (value === undefined) return made ?? { type: 'number', value: '1' };
  switch (value.type) {
    case 'number':
      return { type: 'number', value: String(Number(value.value) + 1) };
    case 'string-set':
    case 'number-set': {
      const more = made?.type === value.type ? made.value : [];
      return { type: value.type, value: [...new Set([...value.value, ...more])] };
    }
    default:
      return value;
  }
}

function appended(value: DynamoValue | undefined, made: DynamoValue | undefined): DynamoValue | undefined {
  const more = made?.type === 'list' ? made.value : [];
  return { type: 'list', value: [...(value?.type === 'list' ? value.value : []), ...more.slice(0, 1)] };
}

/** The values of the item's attributes and, where the update writes keys by their names, of these. */
export function valuesAfter(
  entity: Entity,
  action: Action,
  sample: SampleItem,
  siblings: readonly SampleItem[],
): ReadonlyMap<string, DynamoValue> {
  const values = new Map(sample.values);
  const put = (name: string, value: DynamoValue | undefined): void => {
    if (value) values.set(name, value);
  };
  for (const clause of clausesOf(action.set)) {
    const { attribute } = clause;
    put(attribute, setValue(entity, clause, values.get(attribute), siblings));
  }
  for (const { attribute } of clausesOf(action.add)) {
    const before = values.get(attribute);
    put(attribute, added(before, otherValue(entity, attribute, before, siblings)));
  }
  for (const { attribute } of clausesOf(action.append)) {
    const before = values.get(attribute);
    put(attribute, appended(before, otherValue(entity, attribute, before, siblings)));
  }
  for (const { value } of action.remove) values.delete(value);
  return values;
}
