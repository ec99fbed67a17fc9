// What the caller of an update knows: the values that it can write into keys, and what the item is like before and after.
// Deliberately only what the model says; that the caller may have read more is what `given` is for.

import type { Design, Entity, ResolvedAction } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';
import { attributesFor } from '../routes/bind.ts';
import { clausesOf } from '../routes/clauses.ts';
import { primaryKeyOf } from './primary-key.ts';

/** What is known of one attribute at one moment. */
export type Fact =
  | { readonly kind: 'absent' }
  | { readonly kind: 'present' }
  | { readonly kind: 'value'; readonly text: string };

export type Facts = ReadonlyMap<string, Fact>;

/** True, false, or undefined where it cannot be told. */
export type Truth = boolean | undefined;

const isOneValue = ({ operator, operands, functions }: Clause): boolean =>
  operator === '=' && operands.length === 1 && functions.length === 0;

function factOf(clause: Clause): Fact | undefined {
  const [operand] = clause.operands;
  if (clause.operator === 'not-exists') return { kind: 'absent' };
  // A comparison with an attribute that is not there is false, but for `<>`.
  if (clause.operator === '<>') return undefined;
  if (isOneValue(clause) && operand?.kind === 'constant') return { kind: 'value', text: operand.text };
  return { kind: 'present' };
}

/** The item before the write, if the write happens at all. */
export function factsBefore({ action, entities: [entity] }: ResolvedAction): Facts {
  const facts = new Map<string, Fact>();
  for (const { name, decl } of entity?.attributes.values() ?? []) {
    if (!decl.optional) facts.set(name, { kind: 'present' });
  }
  for (const clause of clausesOf([...action.where, ...action.condition, ...action.when])) {
    const fact = clause.attribute === '' ? undefined : factOf(clause);
    if (fact !== undefined && facts.get(clause.attribute)?.kind !== 'value') {
      facts.set(clause.attribute, fact);
    }
  }
  return facts;
}

/** The item after the write. */
export function factsAfter(action: Action, before: Facts): Facts {
  const facts = new Map(before);
  for (const clause of clausesOf(action.set)) {
    const [operand] = clause.operands;
    const isConstant = operand?.kind === 'constant' && clause.operands.length === 1;
    facts.set(clause.attribute, isConstant ? { kind: 'value', text: operand.text } : { kind: 'present' });
  }
  for (const { attribute } of clausesOf([...action.add, ...action.append])) {
    facts.set(attribute, { kind: 'present' });
  }
  for (const { value } of action.remove) facts.set(value, { kind: 'absent' });
  return facts;
}

export function holdsBy(clause: Clause, facts: Facts): Truth {
  const fact = facts.get(clause.attribute);
  if (fact === undefined) return undefined;
  if (clause.operator === 'exists') return fact.kind !== 'absent';
  if (clause.operator === 'not-exists') return fact.kind === 'absent';
  if (fact.kind === 'absent') return false;
  const isPlain = clause.functions.length === 0 && clause.operands.every(({ kind }) => kind === 'constant');
  if (fact.kind !== 'value' || !isPlain) return undefined;
  const isAmong = clause.operands.some(
    (operand) => operand.kind === 'constant' && operand.text === fact.text,
  );
  if (clause.operator === '=') return isAmong;
  return clause.operator === '<>' ? !isAmong : undefined;
}

/** All of them: false as soon as one is. */
export function allHoldBy(clauses: readonly Clause[], facts: Facts): Truth {
  const truths = clauses.map((clause) => holdsBy(clause, facts));
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

/** The attributes whose values after the write the caller knows. `before` are the reads whose items this step follows. */
export function knownTo(
  design: Design,
  { action, entities }: ResolvedAction,
  entity: Entity,
  before: readonly ResolvedAction[],
): ReadonlySet<string> {
  const known = new Set(primaryKeyOf(design, entity)?.attributes.keys());
  for (const clause of clausesOf(action.where)) {
    for (const { name } of attributesFor(clause.attribute, entity, entities)) {
      if (isOneValue(clause)) known.add(name);
      // Only what the functions leave of it is given.
      else if (clause.functions.length > 0) known.delete(name);
    }
  }
  for (const clause of clausesOf([...action.condition, ...action.when, ...action.set])) {
    if (isOneValue(clause)) known.add(clause.attribute);
  }
  for (const { value } of action.given) known.add(value);
  for (const { name, sources } of entity.attributes.values()) {
    if (sources.some(({ constant }) => constant !== undefined)) known.add(name);
  }
  for (const read of before) {
    if (!read.entities.includes(entity)) continue;
    const returned = read.action.select?.map(({ value }) => value) ?? entity.attributes.keys();
    for (const name of returned) known.add(name);
  }
  // What DynamoDB adds up, the caller learns only afterwards.
  for (const { attribute } of clausesOf([...action.add, ...action.append])) known.delete(attribute);
  return known;
}
