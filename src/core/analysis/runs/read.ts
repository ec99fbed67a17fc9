// A read run on the sample items: the items in its range, in the order in which they return, and which are waste.
// Deliberately by the key condition alone, as DynamoDB reads: what the model says of entities decides no membership.
import type { Entity, ResolvedAction } from '../../model/design.ts';
import type { Clause } from '../../syntax/clause.ts';
import { applyFunctions } from '../../syntax/render-template.ts';
import { once } from '../../text/once.ts';
import type { DynamoValue } from '../capacity/item.ts';
import { clausesOf } from '../routes/clauses.ts';
import type { KeyCondition, Route } from '../routes/route.ts';
import { termOfKey } from '../routes/terms.ts';
import type { PlacedItem, SampleCollection } from '../samples/collect.ts';
import { functionInput } from '../samples/function-input.ts';
import { printValue } from '../samples/print-value.ts';
import type { SampleItem } from '../samples/samples.ts';
import { agreement } from './agreement.ts';
import { argumentsFor, keyValueOf, type Sources, widened } from './arguments.ts';
import { filterArguments, passes } from './filter.ts';
import type { Arguments, ReadItem, ReadRun } from './run.ts';
import { type Scene, sourcesOf } from './scene.ts';
import { type FormatOf, meets } from './values.ts';

/** What earlier legs and items leave to agree with. */
export interface Before {
  readonly items: readonly SampleItem[];
  /** Values that a parameter of that name has. */
  readonly args: Arguments;
  /** The reads that a step follows. */
  readonly reads: readonly ResolvedAction[];
}

export const nothingBefore: Before = { items: [], args: new Map(), reads: [] };

/** Beyond so many items none is tried as the one that a call is about. */
const mostTries = 64;

interface Reading {
  readonly scene: Scene;
  readonly resolved: ResolvedAction;
  readonly route: Route;
  readonly sources: Sources;
  readonly where: readonly Clause[];
  readonly formatOf: FormatOf;
}

function readingOf(scene: Scene, resolved: ResolvedAction, route: Route): Reading {
  const { action, entities } = resolved;
  const where = clausesOf(action.where);
  const byEntity = once((name: string) => {
    const entity = scene.design.entities.get(name);
    return entity ? sourcesOf(where, entity, entities) : new Map<string, string>();
  });
  const formatOf = (parameter: string): string | undefined => {
    for (const entity of entities) {
      const attribute = entity.attributes.get(byEntity(entity.name).get(parameter) ?? parameter);
      if (attribute) return attribute.format?.name;
    }
    return undefined;
  };
  return { scene, resolved, route, sources: byEntity, where, formatOf };
}

/** The run of a get, query or scan; undefined where no sample item answers it. */
export function runRead(
  scene: Scene,
  resolved: ResolvedAction,
  route: Route,
  before: Before = nothingBefore,
): ReadRun | undefined {
  const reading = readingOf(scene, resolved, route);
  const collections = scene.collections(route.target);
  if (route.operation === 'Scan') {
    const items = collections.flatMap((collection) => collection.items);
    return items.length === 0 ? undefined : finished(reading, items, before.args);
  }
  let best: { readonly run: ReadRun; readonly worth: number } | undefined;
  for (const { run, seed } of examples(reading, collections, before.args)) {
    const returned = run.items.filter(({ fate }) => fate === 'returned').length;
    if (returned === 0 && best !== undefined) continue;
    const worth = agreement(scene.design, seed, before.items) * 10_000 + returned * 100 + run.items.length;
    if (best === undefined || worth > best.worth) best = { run, worth };
  }
  return best?.run;
}

/** Every run of a get or query, one for each way in which sample items answer it; of a scan the one there is. */
export function allReads(scene: Scene, resolved: ResolvedAction, route: Route): readonly ReadRun[] {
  if (route.operation === 'Scan') return [runRead(scene, resolved, route) ?? []].flat();
  const reading = readingOf(scene, resolved, route);
  return Array.from(examples(reading, scene.collections(route.target), new Map()), ({ run }) => run);
}

interface Example {
  readonly run: ReadRun;
  /** The item that gave the arguments. */
  readonly seed: SampleItem;
}

function* examples(
  reading: Reading,
  collections: readonly SampleCollection[],
  known: Arguments,
): Iterable<Example> {
  const tried = new Set<string>();
  for (const seed of seedsOf(reading, collections).slice(0, mostTries)) {
    const args = argumentsFor(seed, reading);
    if (args === undefined || contradicts(args, known)) continue;
    const id = JSON.stringify([...args].map(([name, value]) => [name, printValue(value)]));
    if (tried.has(id)) continue;
    tried.add(id);
    yield { run: runWith(reading, collections, args, seed.sample), seed: seed.sample };
  }
}

const contradicts = (args: Arguments, known: Arguments): boolean =>
  [...args].some(([name, value]) => {
    const other = known.get(name);
    return other !== undefined && printValue(other) !== printValue(value);
  });

/** The items of wanted entities. Where the key shuts them out, any item shows what comes back in their place. */
function seedsOf(
  { resolved, route }: Reading,
  collections: readonly SampleCollection[],
): readonly PlacedItem[] {
  const all = collections.flatMap(({ items }) => items);
  const isWanted = ({ sample }: PlacedItem): boolean =>
    resolved.entities.some((entity) => entity.name === sample.entity);
  const wanted = all.filter(isWanted);
  return route.shutOut.length === 0 ? wanted : [...wanted, ...all.filter((each) => !isWanted(each))];
}

function runWith(
  reading: Reading,
  collections: readonly SampleCollection[],
  args: Arguments,
  seed: SampleItem,
): ReadRun {
  const { route, resolved } = reading;
  const equalities = route.sort.filter(({ operator }) => operator === '=');
  const partitions = collections.filter(({ items: [first] }) => {
    return first !== undefined && holdAll(reading, route.partition, first, args, seed);
  });
  const own = partitions.find(({ items }) => items.some(({ sample }) => sample === seed));
  const inRange = (own?.items ?? []).filter(
    (placed) =>
      resolved.entities.some(({ name }) => name === placed.sample.entity) &&
      holdAll(reading, equalities, placed, args, seed),
  );
  const opened = widened(args, inRange, reading);
  const found = partitions.flatMap(({ items }) => {
    const matching = items.filter((placed) => holdAll(reading, route.sort, placed, opened, seed));
    return route.forward ? matching : matching.toReversed();
  });
  return finished(reading, found, opened);
}

/** Whether the item meets the conditions; what several queries go through one by one, it brings itself. */
function holdAll(
  reading: Reading,
  conditions: readonly KeyCondition[],
  placed: PlacedItem,
  args: Arguments,
  seed: SampleItem,
): boolean {
  const { route, formatOf } = reading;
  const own = withFanOut(reading, placed.sample, args, seed);
  return (
    own !== undefined &&
    conditions.every((condition) => {
      const value = keyValueOf(placed, route.target, condition.key.name);
      return value !== undefined && meets(value, termOfKey(condition), own, formatOf);
    })
  );
}

/** The arguments of the query that would find the item; undefined where none of the queries does. */
function withFanOut(
  { route, where, sources, scene }: Reading,
  sample: SampleItem,
  args: Arguments,
  seed: SampleItem,
): Arguments | undefined {
  if (route.fanOut.length === 0) return args;
  const own = new Map(args);
  const entity = scene.design.entities.get(sample.entity);
  for (const { name } of route.fanOut) {
    const attribute = sources(sample.entity).get(name) ?? name;
    const value = sample.values.get(attribute);
    if (value === undefined) return undefined;
    own.set(name, value);
    const seedValue = seed.values.get(sources(seed.entity).get(name) ?? name);
    const isAsked = where.every((clause) => isAskedFor(clause, name, value, seedValue, entity));
    if (!isAsked) return undefined;
  }
  return own;
}

/** One of the constants where the clause lists them; the truncation that is given, where one is. */
function isAskedFor(
  clause: Clause,
  name: string,
  value: DynamoValue,
  seed: DynamoValue | undefined,
  entity: Entity | undefined,
): boolean {
  if (clause.operator !== '=' || clause.attribute !== name) return true;
  const constants = clause.operands.flatMap((each) => (each.kind === 'constant' ? [each.text] : []));
  if (constants.length === clause.operands.length && clause.functions.length === 0)
    return constants.includes(printValue(value));
  if (clause.functions.length === 0 || seed === undefined) return true;
  const format = entity?.attributes.get(name)?.format?.name;
  const truncated = (of: DynamoValue): string | undefined => {
    const input = functionInput(of);
    return input === undefined ? undefined : applyFunctions(input, clause.functions, format);
  };
  return truncated(value) === truncated(seed);
}

/** Cut off by the limit, which counts before the filter. */
function finished(
  { scene, resolved, route }: Reading,
  found: readonly PlacedItem[],
  args: Arguments,
): ReadRun {
  const { action, entities } = resolved;
  const read = found.slice(0, action.limit).map(({ sample }) => sample);
  const filter = clausesOf(action.filter);
  const isWanted = (sample: SampleItem): boolean => entities.some(({ name }) => name === sample.entity);
  const all = filterArguments(filter, read.filter(isWanted), args);
  const items = read.map((sample): ReadItem => {
    const entity = scene.design.entities.get(sample.entity);
    if (entity === undefined || !isWanted(sample)) return { sample, fate: 'unwanted' };
    return { sample, fate: passes(sample, entity, filter, all) ? 'returned' : 'filtered' };
  });
  return { kind: 'read', resolved, route, args: all, items };
}
