// The item of a put, the key and the assignments of an update, the conditions of both: from action and run.
// Deliberately writes the keys out, as DynamoDB knows no templates: what the model says follows, the caller must send.

import { canonicalValue } from '../analysis/capacity/canonical.ts';
import { touchedBy } from '../analysis/capacity/touched.ts';
import type { RequestValue } from '../analysis/requests/request-value.ts';
import { clausesOf } from '../analysis/routes/clauses.ts';
import type { Route } from '../analysis/routes/route.ts';
import { parameterValue, type Term, termOfClause, termOfKey } from '../analysis/routes/terms.ts';
import type { WriteRun } from '../analysis/runs/run.ts';
import { type Assembled, variantsFor } from '../analysis/samples/assemble.ts';
import type { Design, Entity, KeyPart, Layout, ResolvedAction } from '../model/design.ts';
import type { Action } from '../model/model.ts';
import { type Assignment, constantValue, type Fields, type WritePart } from './call.ts';

export const keyFields = (route: Route | undefined): Fields =>
  new Map(
    [...(route?.partition ?? []), ...(route?.sort ?? [])].map(termOfKey).flatMap(({ attribute, values }) => {
      const [value] = values;
      return value ? [[attribute, value] as const] : [];
    }),
  );

/** The ways in which an item with these values lies, or without values those that every item has. */
function layoutsOf(entity: Entity, item: Assembled | undefined): readonly Layout[] {
  const variants = item ? variantsFor(entity, (name) => item.values.get(name)) : [];
  return entity.layouts.filter(({ variant }) => variant === undefined || variants.includes(variant));
}

function keyParts(entity: Entity, item: Assembled | undefined): ReadonlyMap<string, KeyPart> {
  const parts = new Map<string, KeyPart>();
  for (const { partition, sort } of layoutsOf(entity, item)) {
    for (const part of [...partition, ...sort]) if (part.decl) parts.set(part.key.name, part);
  }
  return parts;
}

const ofPart = ({ key, template }: KeyPart): RequestValue => ({ kind: 'key', template, type: key.type });

function valueNamed(
  design: Design,
  entity: Entity,
  keys: ReadonlyMap<string, KeyPart>,
  name: string,
): RequestValue | undefined {
  const attribute = entity.attributes.get(name);
  if (attribute) {
    const constant = attribute.decl.constant?.value;
    return constant === undefined || constant === null
      ? parameterValue(name, attribute.type)
      : constantValue(String(constant), attribute.type);
  }
  const key = keys.get(name);
  if (key) return ofPart(key);
  const isType = name === design.table?.decl.typeAttribute?.value;
  return isType ? constantValue(entity.name, 'string') : undefined;
}

/** What a put sends: of a sample item what that holds, else what every item has. */
function itemFields(design: Design, entity: Entity, item: Assembled | undefined): Fields {
  const keys = keyParts(entity, item);
  const stored = [...entity.attributes.values()].filter(({ decl }) => decl.stored && !decl.optional);
  const names = item ? [...item.item.keys()] : [...keys.keys(), ...stored.map(({ name }) => name)];
  return new Map(
    names.flatMap((name) => {
      const value = valueNamed(design, entity, keys, name);
      return value ? [[name, value] as const] : [];
    }),
  );
}

/** The attributes that are changed, then the keys that follow from them. */
function assignmentsOf(
  { action }: ResolvedAction,
  entity: Entity,
  run: WriteRun | undefined,
): readonly Assignment[] {
  const typeOf = (name: string) => entity.attributes.get(name)?.type;
  const valued = (change: 'set' | 'add' | 'append', clauses: Action['set']): readonly Assignment[] =>
    clausesOf(clauses).flatMap((clause) => {
      const [operand] = clause.operands;
      const { attribute } = clause;
      const value: RequestValue | undefined = operand && {
        kind: 'operand',
        operand,
        type: typeOf(attribute),
      };
      return value ? [{ change, attribute, value }] : [];
    });
  return [
    ...valued('set', action.set),
    ...remadeKeys(action, entity, run),
    ...action.remove.map(({ value }): Assignment => ({ change: 'remove', attribute: value })),
    ...leftKeys(action, entity, run),
    ...valued('add', action.add),
    ...valued('append', action.append),
  ];
}

/** Of the keys that a sample item has afterwards those that are made of what changes, or were not the same before. */
function remadeKeys(action: Action, entity: Entity, run: WriteRun | undefined): readonly Assignment[] {
  const { names } = touchedBy(action);
  const stale = new Set(run?.entries.flatMap(({ fate, target }) => (fate === 'stale' ? [target] : [])));
  const written: Assignment[] = [];
  for (const { target, partition, sort } of layoutsOf(entity, run?.after)) {
    if (target.kind === 'table' || stale.has(target)) continue;
    for (const part of [...partition, ...sort]) {
      const { name } = part.key;
      if (part.decl === undefined || names.has(name)) continue;
      const isMadeOf = part.template.parts.some(
        (each) => each.kind === 'placeholder' && names.has(each.name),
      );
      const isNew = run?.before !== undefined && isChanged(name, run.before, run.after);
      const isKnown = written.some(({ attribute }) => attribute === name);
      if ((isMadeOf || isNew) && !isKnown) {
        written.push({ change: 'set', attribute: name, value: ofPart(part) });
      }
    }
  }
  return written;
}

/** By another alternative of an index's keys, the same attribute holds something else. */
function isChanged(name: string, before: Assembled, after: Assembled | undefined): boolean {
  const [was, is] = [before.item.get(name), after?.item.get(name)];
  return is !== undefined && (was === undefined || canonicalValue(was) !== canonicalValue(is));
}

/** The keys with which the item leaves an index. */
function leftKeys(action: Action, entity: Entity, run: WriteRun | undefined): readonly Assignment[] {
  const keys = entity.decl.conditionalKeys.flatMap(({ variants }) =>
    variants.flatMap(({ keys: own }) => own),
  );
  const all = new Set([...entity.decl.keys, ...keys].map(({ name }) => name));
  const removed = new Set(action.remove.map(({ value }) => value));
  const gone = [...all].filter(
    (name) => run?.before?.item.has(name) && !run.after?.item.has(name) && !removed.has(name),
  );
  return gone.map((attribute) => ({ change: 'remove', attribute }));
}

/** `exists` and `not-exists` of the whole item are said of its partition key, which every item has. */
function conditionsOf(design: Design, { action }: ResolvedAction, entity: Entity): readonly Term[] {
  const key = design.table?.target.partitionKey[0]?.name ?? '';
  const clauses = clausesOf(action.condition);
  if (clauses.length === 0 && action.kind === 'check') {
    return [{ attribute: key, operator: 'exists', values: [] }];
  }
  return clauses.map((clause) =>
    clause.attribute === ''
      ? { attribute: key, operator: clause.operator, values: [] }
      : termOfClause(clause, entity.attributes.get(clause.attribute)?.type),
  );
}

/** @param route the key of the write, as a get of the item has it */
export function writePart(
  design: Design,
  resolved: ResolvedAction,
  route: Route | undefined,
  run: WriteRun | undefined,
): WritePart | undefined {
  const [entity] = resolved.entities;
  if (entity === undefined) return undefined;
  const conditions = conditionsOf(design, resolved, entity);
  switch (resolved.action.kind) {
    case 'put':
      return { kind: 'put', item: itemFields(design, entity, run?.after), conditions };
    case 'update': {
      const assignments = assignmentsOf(resolved, entity, run);
      return { kind: 'update', key: keyFields(route), assignments, conditions };
    }
    case 'delete':
    case 'check':
      return { kind: resolved.action.kind, key: keyFields(route), conditions };
    default:
      return undefined;
  }
}
