// A write run on a sample item: what becomes of its entry in the table and in every index.
// Deliberately one item, before and after; which share of items fares so is the capacity's business.
import type { Entity, ResolvedAction, Target } from '../../model/design.ts';
import { isProjected } from '../capacity/item-rows.ts';
import { overwriteShare } from '../capacity/put-entries.ts';
import { clausesOf } from '../routes/clauses.ts';
import { type Assembled, assembleValues, type SampleKey, variantsFor } from '../samples/assemble.ts';
import { textOfKey } from '../samples/collect.ts';
import { printValue } from '../samples/print-value.ts';
import type { SampleItem } from '../samples/samples.ts';
import type { RemadeKey } from '../writes/remade-keys.ts';
import { type StaleKeys, staleKeys } from '../writes/stale-keys.ts';
import { agreement } from './agreement.ts';
import { argumentsFor } from './arguments.ts';
import { passes } from './filter.ts';
import { keyRouteOf } from './key-route.ts';
import { valuesAfter } from './new-values.ts';
import type { Before } from './read.ts';
import type { EntryFate, EntryRun, WriteRun } from './run.ts';
import { type Scene, sourcesOf } from './scene.ts';

/** The item that goes best with those before, and to which the update's conditions apply. */
function choose(
  scene: Scene,
  entity: Entity,
  { action }: ResolvedAction,
  before: Before,
): SampleItem | undefined {
  const clauses = clausesOf([...action.when, ...action.condition]).filter(
    ({ attribute }) => attribute !== '',
  );
  const constants = clausesOf(action.set).filter(({ operands }) => operands[0]?.kind === 'constant');
  const worth = (item: SampleItem): number => {
    const applies = action.kind === 'put' || passes(item, entity, clauses, new Map()) ? 1 : 0;
    const changes = constants.some((clause) => !passes(item, entity, [clause], new Map())) ? 1 : 0;
    // One item twice in a transaction is refused, so another is taken where there is one.
    const again = before.items.includes(item) ? -1000 : 0;
    return agreement(scene.design, item, before.items) * 4 + applies * 2 + changes + again;
  };
  let best: { readonly item: SampleItem; readonly worth: number } | undefined;
  for (const item of scene.itemsOf(entity)) {
    const own = worth(item);
    if (best === undefined || own > best.worth) best = { item, worth: own };
  }
  return best?.item;
}

/** The run of a put, update, delete or check; undefined where the entity has no sample item. */
export function runWrite(scene: Scene, resolved: ResolvedAction, context: Before): WriteRun | undefined {
  const { action, entities } = resolved;
  const [entity] = entities;
  const sample = entity && choose(scene, entity, resolved, context);
  if (entity === undefined || sample === undefined) return undefined;
  const route = keyRouteOf(scene.analysis, resolved);
  const sources = sourcesOf(clausesOf([...action.where, ...action.set]), entity, entities);
  const key = route && sample.keys.get(route.target);
  const args =
    (route && key && argumentsFor({ sample, key }, { route, sources: () => sources })) ?? new Map();
  const isOverwriting = action.kind === 'put' && overwriteShare(action) > 0;
  const before = action.kind === 'put' && !isOverwriting ? undefined : sample;
  const after = afterOf(scene, entity, resolved, sample);
  const stale = staleKeys(scene.design, resolved, context.reads);
  const entries = scene.design.targets.map((target) =>
    entryOf(scene, target, entity, { resolved, before, after, stale }),
  );
  return { kind: 'write', resolved, entity, route, args, sample, before, after, entries };
}

function afterOf(
  scene: Scene,
  entity: Entity,
  { action }: ResolvedAction,
  sample: SampleItem,
): Assembled | undefined {
  switch (action.kind) {
    case 'delete':
      return undefined;
    case 'update': {
      const siblings = scene.itemsOf(entity).filter((other) => other !== sample);
      return assembleValues(entity, valuesAfter(entity, action, sample, siblings), scene.frame);
    }
    default:
      return sample;
  }
}

interface Change {
  readonly resolved: ResolvedAction;
  readonly before: Assembled | undefined;
  readonly after: Assembled | undefined;
  readonly stale: readonly StaleKeys[];
}

function entryOf(
  scene: Scene,
  target: Target,
  entity: Entity,
  { resolved, before, after, stale }: Change,
): EntryRun {
  const keyBefore = before?.keys.get(target);
  const wanted = after?.keys.get(target);
  const variants = variantsFor(entity, (name) => after?.values.get(name));
  const own = stale.find((each) => each.target === target);
  // Keys of an alternative under which the item does not lie afterwards need no value.
  const isMeant = ({ decl }: RemadeKey): boolean =>
    entity.decl.keys.includes(decl) || variants.some(({ keys }) => keys.includes(decl));
  if (own?.keys.some(isMeant) && wanted !== undefined) {
    return { target, fate: 'stale', before: keyBefore, after: keyBefore, missing: own.missing };
  }
  const fate = fateOf(scene, target, resolved, { before, after, keyBefore, keyAfter: wanted });
  const missing = keyBefore || wanted ? [] : lackedIn(target, entity, after ?? before);
  return { target, fate, before: keyBefore, after: wanted, missing };
}

/** Why the item is not in the target: what no item of the entity has, or else what this one lacks. */
function lackedIn(target: Target, entity: Entity, item: Assembled | undefined): readonly string[] {
  const always = entity.absences.find((absence) => absence.target === target)?.missing;
  const names = [...target.partitionKey, ...target.sortKey].map(({ name }) => name);
  return always ?? names.filter((name) => !item?.item.has(name));
}

interface Keys {
  readonly before: Assembled | undefined;
  readonly after: Assembled | undefined;
  readonly keyBefore: SampleKey | undefined;
  readonly keyAfter: SampleKey | undefined;
}

function fateOf(
  scene: Scene,
  target: Target,
  { action }: ResolvedAction,
  { before, after, keyBefore, keyAfter }: Keys,
): EntryFate {
  if (action.kind === 'check') return target.kind === 'table' ? 'checked' : 'none';
  if (keyBefore === undefined) return keyAfter === undefined ? 'none' : 'enters';
  if (keyAfter === undefined) return 'leaves';
  const isSameKey =
    textOfKey(keyBefore.partition) === textOfKey(keyAfter.partition) &&
    textOfKey(keyBefore.sort) === textOfKey(keyAfter.sort);
  if (!isSameKey) return 'moves';
  if (target.kind === 'table') return 'changes';
  const names = new Set([...(before?.item.keys() ?? []), ...(after?.item.keys() ?? [])]);
  const text = (item: Assembled | undefined, name: string): string | undefined => {
    const value = item?.item.get(name);
    return value && printValue(value);
  };
  const changed = [...names].some(
    (name) => isProjected(scene.design, target, name) && text(before, name) !== text(after, name),
  );
  return changed ? 'changes' : 'none';
}
