// write/unguarded-unique: a `unique` attribute that some write does not keep unique.
// Deliberately looks at every write of the entity: one without the guard is enough for a value to occur twice.
import { clausesOf } from '../../analysis/routes/clauses.ts';
import { demandsNoItem } from '../../analysis/writes/existence.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { Design, Entity } from '../../model/design.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { listOf } from '../../text/words.ts';
import { listEdits, sourcesOf } from '../pattern/clause-edits.ts';
import { defineRule, type Problem, type Related } from '../rule.ts';
import { refOf, type UseRef, useOf } from '../support.ts';
import { type Guarded, guardedAttributes, guardKey } from './guards.ts';

interface Data {
  /** The put of the guard that lacks its condition. */
  readonly put: UseRef | undefined;
}

export const unguardedUnique = defineRule<Data>({
  id: 'write/unguarded-unique',
  title: 'A unique attribute that a write does not keep unique',
  why: 'DynamoDB keeps only the primary key unique. For any other attribute each value needs an item of its own, which is put, on condition that it does not exist, in the same transaction as the item that has the value; in the same transaction it is deleted when the value is given up (“Simulating Amazon DynamoDB unique constraints using transactions”, AWS Database Blog). A write without it lets two items have one value, or leaves a value taken for ever.',
  remedy:
    'Name the entity that guards the value (`guards: CustomerEmail`), with a key made of that value alone, and put, replace or delete it in the same `transactWrite`.',
  severity: 'warning',
  *check({ design, uses }) {
    const all = guardedAttributes(design);
    if (all.length === 0) return;
    const byEntity = new Map<Entity, ActionUse[]>();
    for (const use of uses.actions) {
      const [entity] = use.entities;
      if (entity === undefined) continue;
      const known = byEntity.get(entity);
      if (known) known.push(use);
      else byEntity.set(entity, [use]);
    }
    for (const guarded of all) {
      const writes = (byEntity.get(guarded.entity) ?? []).filter((use) => changes(use, guarded));
      yield* problemsOf(design, guarded, writes);
    }
  },
  fixes({ data }, { text, design }) {
    const put = data.put && useOf(design, data.put)?.action;
    if (put === undefined || entryOf(put.node, put.kind) === undefined) return [];
    const edits = listEdits(text, put, 'condition', ['not-exists', ...sourcesOf(put.condition)]);
    return edits.length === 0 ? [] : [{ title: 'Write condition: not-exists', edits, preferred: true }];
  },
});

/** Whether the write gives the attribute a value, another one, or takes it away. */
function changes({ action }: ActionUse, { attribute: { name } }: Guarded): boolean {
  switch (action.kind) {
    case 'put':
      // What it replaces may well have the same value.
      return (
        action.replaces === undefined && !action.condition.some(({ clause }) => clause?.operator === 'exists')
      );
    case 'delete':
      return true;
    case 'update':
      return (
        clausesOf(action.set).some(({ attribute }) => attribute === name) ||
        action.remove.some(({ value }) => value === name)
      );
    default:
      return false;
  }
}

function* problemsOf(
  design: Design,
  guarded: Guarded,
  writes: readonly ActionUse[],
): Iterable<Problem<Data>> {
  const { entity, attribute, guard } = guarded;
  const { decl, name } = attribute;
  if (guard === undefined) {
    const [first] = writes.filter(({ action }) => action.kind !== 'delete');
    // A guard that is misspelt is name/unknown-entity.
    if (decl.guards !== undefined || first === undefined) return;
    yield {
      span: decl.nameSpan,
      message: `Nothing keeps ${name} unique: it is not in the key, and ${first.pattern.name} writes whatever it is given. Name the entity that holds each value as its key (guards: …), put in one transaction with ${entity.name}.`,
      data: { put: undefined },
      related: [{ span: placeOf(first), message: `${first.pattern.name} writes it` }],
    };
    return;
  }
  const key = guardKey(design, guard, attribute);
  const related = [{ span: decl.guards?.span ?? decl.nameSpan, message: `${guard.name} guards ${name}` }];
  if (key !== undefined && (!key.holdsIt || key.others.length > 0)) {
    const what = key.holdsIt
      ? `also holds ${listOf(key.others)}, so that two items with the same ${name} have two different guards`
      : `is not made of an attribute that references ${entity.name}.${name}, so that it does not tell which value is taken`;
    yield {
      span: decl.guards?.span ?? decl.nameSpan,
      message: `${guard.name} does not keep ${name} unique: its key ${what}. Make its key of ${name} alone.`,
      data: { put: undefined },
      related: [{ span: guard.decl.nameSpan, message: guard.name }],
    };
    return;
  }
  for (const use of writes) yield* problemsOfWrite(use, guarded, guard, related);
}

const placeOf = ({ action, pattern }: ActionUse): Span => action.entities[0]?.span ?? pattern.decl.nameSpan;

function* problemsOfWrite(
  use: ActionUse,
  { entity, attribute: { name } }: Guarded,
  guard: Entity,
  related: readonly Related[],
): Iterable<Problem<Data>> {
  const { action, pattern } = use;
  const beside = pattern.kind === 'transactWrite' ? pattern.actions : [];
  const legs = beside.filter(({ entities: [other] }) => other === guard);
  const put = legs.find((leg) => leg.action.kind === 'put');
  const isDeleted = legs.some((leg) => leg.action.kind === 'delete');
  const at = placeOf(use);
  const removes = action.kind === 'update' && action.remove.some(({ value }) => value === name);
  const takes = action.kind === 'put' || (action.kind === 'update' && !removes);
  if (takes && put === undefined) {
    yield {
      span: at,
      message: `${pattern.name} writes ${name} of ${entity.name} without putting ${guard.name}: two can then have the same. Put it in the same transactWrite, with condition: not-exists.`,
      data: { put: undefined },
      related,
    };
  } else if (takes && put !== undefined && !demandsNoItem(put.action)) {
    yield {
      span: put.action.entities[0]?.span ?? at,
      message: `Without condition: not-exists, ${pattern.name} puts ${guard.name} over that of another ${entity.name}, and both have the same ${name}. Write the condition.`,
      data: { put: refOf({ ...put, pattern, before: use.before }) },
      related,
    };
  }
  if (action.kind !== 'put' && !isDeleted) {
    yield {
      span: at,
      severity: 'information',
      message: `${pattern.name} gives up ${name} of ${entity.name} and leaves its ${guard.name}: nobody can ever have that value again. Delete it in the same transactWrite.`,
      data: { put: undefined },
      related,
    };
  }
}
