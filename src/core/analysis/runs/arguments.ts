// Arguments for the parameters of a key condition, taken from sample items, so that the call finds something.
// Deliberately an example: any other item would give other arguments, and the same picture.
import type { Target } from '../../model/design.ts';
import { matchTemplate } from '../../syntax/match-template.ts';
import { namesIn, placeholdersIn, type Template } from '../../syntax/template.ts';
import type { DynamoValue } from '../capacity/item.ts';
import type { KeyCondition, Route } from '../routes/route.ts';
import type { PlacedItem } from '../samples/collect.ts';
import { printValue } from '../samples/print-value.ts';

/** Which attribute of an entity a parameter stands for. */
export type Sources = (entity: string) => ReadonlyMap<string, string>;

/** What the item has as the key attribute. */
export function keyValueOf({ key }: PlacedItem, target: Target, name: string): DynamoValue | undefined {
  const inPartition = target.partitionKey.findIndex((each) => each.name === name);
  if (inPartition >= 0) return key.partition[inPartition];
  return key.sort[target.sortKey.findIndex((each) => each.name === name)];
}

/** What a caller would give for the parameter to mean this item. */
function argumentFrom(
  name: string,
  template: Template,
  { key: { name: keyName }, operator }: KeyCondition,
  placed: PlacedItem,
  target: Target,
  sources: Sources,
): DynamoValue | undefined {
  const { sample } = placed;
  const attribute = sources(sample.entity).get(name) ?? name;
  const own = sample.values.get(attribute);
  if (own !== undefined) return own;
  const value = keyValueOf(placed, target, keyName);
  if (value === undefined) return undefined;
  const text = printValue(value);
  if (operator === '=') {
    const match = matchTemplate(template, text);
    const bindings = match.kind === 'unique' || match.kind === 'ambiguous' ? match.bindings : [];
    const found = bindings.find((binding) => binding.name === name && !binding.opaque);
    return found && { type: 'string', value: found.text };
  }
  // Of a range, what stands behind the literal in front.
  const [first] = template.parts;
  const prefix = first?.kind === 'literal' ? first.text : '';
  const rest = text.startsWith(prefix) ? text.slice(prefix.length) : '';
  return rest === '' ? undefined : { type: 'string', value: rest };
}

interface Making {
  readonly route: Route;
  readonly sources: Sources;
}

/** The arguments with which the key condition means the item; undefined where it cannot. */
export function argumentsFor(
  placed: PlacedItem,
  { route, sources }: Making,
): Map<string, DynamoValue> | undefined {
  const args = new Map<string, DynamoValue>();
  for (const condition of [...route.partition, ...route.sort]) {
    for (const template of condition.values) {
      for (const { name } of placeholdersIn(template)) {
        if (args.has(name)) continue;
        const value = argumentFrom(name, template, condition, placed, route.target, sources);
        if (value === undefined) return undefined;
        args.set(name, value);
      }
    }
  }
  return args;
}

/** Which of the items in a collection, in order, gives the value at a place of the range. */
function pick(
  { operator }: KeyCondition,
  place: number,
  items: readonly PlacedItem[],
): PlacedItem | undefined {
  const isUpper = operator === '<' || operator === '<=' || (operator === 'between' && place === 1);
  return isUpper ? items.at(-1) : items[0];
}

/** The beginning that two texts share; half of one alone, so that the condition has something to find. */
function beginning(first: string, last: string): string {
  let length = 0;
  while (length < first.length && first[length] === last[length]) length++;
  const isSame = length === first.length && first === last;
  return first.slice(0, Math.max(1, isSame ? Math.ceil(length / 2) : length));
}

/**
 * The same arguments with the range opened as far as the wanted items of the collection lie, so that all of them are
 * found. `items` are in order.
 */
export function widened(
  args: ReadonlyMap<string, DynamoValue>,
  items: readonly PlacedItem[],
  { route, sources }: Making,
): ReadonlyMap<string, DynamoValue> {
  const range = route.sort.find(({ operator }) => operator !== '=');
  if (range === undefined || items.length === 0) return args;
  const fixed = new Set(
    [...route.partition, ...route.sort]
      .filter((condition) => condition !== range)
      .flatMap(({ values }) => values.flatMap(namesIn)),
  );
  const result = new Map(args);
  for (const [place, template] of range.values.entries()) {
    for (const { name, functions } of placeholdersIn(template)) {
      if (fixed.has(name)) continue;
      const from = pick(range, place, items);
      if (from === undefined) continue;
      const value = argumentFrom(name, template, range, from, route.target, sources);
      if (value === undefined) continue;
      if (range.operator === 'begins_with' && functions.length === 0 && value.type === 'string') {
        const end = items.at(-1) ?? from;
        const other = argumentFrom(name, template, range, end, route.target, sources);
        const text = beginning(value.value, other?.type === 'string' ? other.value : value.value);
        result.set(name, { type: 'string', value: text });
      } else result.set(name, value);
    }
  }
  return result;
}
