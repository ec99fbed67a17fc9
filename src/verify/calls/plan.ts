// One write as it will be tried: the item before and after, what the caller gives, and the request of it.
// Deliberately from items that are there: what a put writes is taken away first, so that it can be written anew.

import { canonicalValue } from '../../core/analysis/capacity/canonical.ts';
import type { DynamoValue } from '../../core/analysis/capacity/item.ts';
import { overwriteShare } from '../../core/analysis/capacity/put-entries.ts';
import type { Parameter } from '../../core/analysis/requests/concrete.ts';
import { bind } from '../../core/analysis/routes/bind.ts';
import { clausesOf } from '../../core/analysis/routes/clauses.ts';
import { keyRouteOf } from '../../core/analysis/runs/key-route.ts';
import type { WriteRun } from '../../core/analysis/runs/run.ts';
import { type StaleKeys, staleKeys } from '../../core/analysis/writes/stale-keys.ts';
import type { WritePart } from '../../core/calls/call.ts';
import { writePart } from '../../core/calls/write-part.ts';
import type { Entity, ResolvedAction } from '../../core/model/design.ts';
import type { Clause } from '../../core/syntax/clause.ts';
import { meets, operandsOf } from '../oracle/clauses.ts';
import { itemsOf, type Stored, storedOf, type World } from '../world.ts';
import type { Given } from './call.ts';
import { changedValues } from './change.ts';
import { parameterOf } from './choose.ts';
import { operandsThatHold, otherValue, valueThatHolds } from './satisfy.ts';

export interface Plan {
  readonly resolved: ResolvedAction;
  /** Undefined where there is no item before, or none after. */
  readonly before: Stored | undefined;
  readonly after: Stored | undefined;
  /** What the caller gives, and what the item holds afterwards: of both the call is made. */
  readonly given: Given;
  readonly part: WritePart;
  /** Key attributes that stay as they were, as the caller cannot know what they should be. */
  readonly stale: readonly string[];
}

/** The item that a plan is about. */
export const subjectOf = ({ before, after }: Plan): Stored => {
  const subject = before ?? after;
  if (subject === undefined) throw new TypeError('A plan without an item.');
  return subject;
};

type Values = ReadonlyMap<string, DynamoValue>;

/** A put takes a new item's place, or that of one that is there. */
export type PutKind = 'new' | 'overwrite';

export function putKinds({ action }: ResolvedAction): readonly PutKind[] {
  const share = overwriteShare(action);
  if (share === 1) return ['overwrite'];
  return share === 0 ? ['new'] : ['new', 'overwrite'];
}

/** Undefined where no item fits; `taken` are the keys of items that other legs write. */
export function planWrite(
  world: World,
  resolved: ResolvedAction,
  before: readonly ResolvedAction[],
  taken: ReadonlySet<string>,
  fixed: Given = new Map(),
  putKind: PutKind = 'new',
): Plan | undefined {
  const [entity] = resolved.entities;
  if (entity === undefined) return undefined;
  const free = itemsOf(world, [entity]).filter((stored) => !taken.has(world.keyText(stored.item)));
  const wanted = free
    .filter((stored) => fits(world, resolved, stored, fixed))
    .sort((a, b) => agreement(b, fixed) - agreement(a, fixed));
  for (const seed of [...wanted, ...free]) {
    const plan = planFor(world, resolved, before, entity, seed, putKind);
    if (plan) return plan;
  }
  return undefined;
}

/** Whether the item meets what `where` and the conditions say, as far as that is given. */
function fits(world: World, { action, entities }: ResolvedAction, stored: Stored, fixed: Given): boolean {
  const [entity] = entities;
  if (entity === undefined) return false;
  const { givens } = bind(clausesOf(action.where), entity, entities);
  const isNamed = givens.every(({ attribute, clause }) => {
    const isFixed = operandsOf(clause).every((each) => each.kind === 'constant' || fixed.has(each.name));
    return !isFixed || meets(clause, stored.values.get(attribute.name), attribute.format?.name, fixed);
  });
  const onConditions = clausesOf([...action.condition, ...action.when]).every((clause) => {
    const isConstant = operandsOf(clause).every((each) => each.kind === 'constant');
    const own = parameterOf(world, stored, clause.attribute);
    return clause.attribute === '' || !isConstant || meets(clause, own?.value, own?.format, fixed);
  });
  return isNamed && onConditions;
}

/** How many values it shares with what the legs before it are about: a payment of the same order. */
const agreement = ({ values }: Stored, fixed: Given): number =>
  [...fixed].filter(([name, { value }]) => {
    const own = values.get(name);
    return own !== undefined && canonicalValue(own) === canonicalValue(value);
  }).length;

function planFor(
  world: World,
  resolved: ResolvedAction,
  steps: readonly ResolvedAction[],
  entity: Entity,
  seed: Stored,
  putKind: PutKind,
): Plan | undefined {
  const { action } = resolved;
  const conditions = clausesOf([...action.condition, ...action.when]).filter(
    ({ attribute }) => attribute !== '',
  );
  const isNew = action.kind === 'put' && putKind === 'new';
  const varied = action.kind === 'put' && !isNew ? variedOf(world, entity, seed) : seed;
  const before = isNew ? undefined : adapted(world, entity, varied, conditions);
  if (!isNew && before === undefined) return undefined;
  const given = new Map<string, Parameter>();
  const name = (clause: Clause, values: readonly DynamoValue[], format: string | undefined): void => {
    for (const [i, operand] of operandsOf(clause).entries()) {
      const value = values[i] ?? values[0];
      if (operand.kind === 'parameter' && value) given.set(operand.name, { value, format });
    }
  };
  for (const { attribute, clause } of bind(clausesOf(action.where), entity, resolved.entities).givens) {
    const own = parameterOf(world, seed, attribute.name);
    if (own) name(clause, [own.value], own.format);
  }
  for (const clause of conditions) {
    const own = before && parameterOf(world, before, clause.attribute);
    if (own) name(clause, operandsThatHold(clause, own.value), own.format);
  }
  switch (action.kind) {
    case 'put':
      return planOf(world, resolved, entity, { before, after: seed, given, stale: [] });
    case 'delete':
      return planOf(world, resolved, entity, { before, after: undefined, given, stale: [] });
    case 'check':
      return planOf(world, resolved, entity, { before, after: before, given, stale: [] });
    case 'update': {
      const after = before && changedValues(world, resolved, entity, before, given);
      if (before === undefined || after === undefined) return undefined;
      const stale = staleKeys(world.design, resolved, steps);
      return planOf(world, resolved, entity, { before, after, given, stale });
    }
    default:
      return undefined;
  }
}

interface Change {
  readonly before: Stored | undefined;
  readonly after: Stored | undefined;
  readonly given: ReadonlyMap<string, Parameter>;
  readonly stale: readonly StaleKeys[];
}

/** The call as it is shown: of the item that is written, and without the keys that the caller cannot know. */
function planOf(
  world: World,
  resolved: ResolvedAction,
  entity: Entity,
  { before, after, given, stale }: Change,
): Plan | undefined {
  const sample = before ?? after;
  if (sample === undefined) return undefined;
  const isChanged = (name: string): boolean => {
    const [was, is] = [before?.item.get(name), after?.item.get(name)];
    return is !== undefined && (was === undefined || canonicalValue(was) !== canonicalValue(is));
  };
  const left = stale.flatMap(({ target, keys, missing }) => {
    const names = keys.map(({ decl }) => decl.name).filter(isChanged);
    return names.length > 0 ? [{ target, missing, names }] : [];
  });
  const route = keyRouteOf(world.snapshot, resolved);
  const run: WriteRun = {
    kind: 'write',
    resolved,
    entity,
    route,
    args: new Map(),
    sample: { ...sample, written: undefined },
    before,
    after,
    entries: left.map(({ target, missing }) => {
      const key = before?.keys.get(target);
      return { target, fate: 'stale', before: key, after: key, missing };
    }),
  };
  const part = writePart(world.design, resolved, route, run);
  if (part === undefined) return undefined;
  const held = new Map([...sample.values, ...(after?.values ?? [])]);
  const own = [...held].map(([name, value]): readonly [string, Parameter] => [
    name,
    { value, format: entity.attributes.get(name)?.format?.name },
  ]);
  // A parameter may be named after an attribute of which it is only a part, as what is added to a number.
  const all = new Map([...own, ...given]);
  return { resolved, before, after, given: all, part, stale: left.flatMap(({ names }) => names) };
}

/** The same item with one attribute another, which no key is made of. */
function variedOf(world: World, entity: Entity, seed: Stored): Stored {
  for (const attribute of entity.attributes.values()) {
    const value = seed.values.get(attribute.name);
    const { decl } = attribute;
    if (value === undefined || !decl.stored || decl.enumeration || decl.constant || decl.immutable) continue;
    const varied = storedOf(world, entity, new Map(seed.values).set(attribute.name, otherValue(value)));
    const isSameKeys = [...seed.keys].every(
      ([target, key]) => JSON.stringify(varied.keys.get(target)) === JSON.stringify(key),
    );
    if (isSameKeys) return varied;
  }
  return seed;
}

/** The item made to meet clauses of constants; undefined where its primary key would change by it. */
function adapted(world: World, entity: Entity, seed: Stored, clauses: readonly Clause[]): Stored | undefined {
  let values: Values = seed.values;
  for (const clause of clauses) {
    const attribute = entity.attributes.get(clause.attribute);
    if (attribute === undefined) continue;
    const own = values.get(attribute.name);
    const isConstant = operandsOf(clause).every((each) => each.kind === 'constant');
    const isMet = isConstant ? meets(clause, own, attribute.format?.name, new Map()) : own !== undefined;
    if (isMet) continue;
    const next = new Map(values);
    const value = valueThatHolds(clause, attribute) ?? valueElsewhere(world, entity, attribute.name);
    if (clause.operator === 'not-exists') next.delete(attribute.name);
    else if (value) next.set(attribute.name, value);
    else return undefined;
    values = next;
  }
  if (values === seed.values) return seed;
  const changed = storedOf(world, entity, values);
  return world.keyText(changed.item) === world.keyText(seed.item) ? changed : undefined;
}

const valueElsewhere = (world: World, entity: Entity, name: string): DynamoValue | undefined =>
  itemsOf(world, [entity]).flatMap(({ values }) => values.get(name) ?? [])[0];
