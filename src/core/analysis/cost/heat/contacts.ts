// Which patterns touch which item collections by key, with how many units, and how their traffic spreads over the keys.
// Deliberately without scans, which visit partitions one after the other.

import type { Entity, Layout, Pattern } from '../../../model/design.ts';
import { placeholdersOfParts } from '../../../model/layouts.ts';
import type { Action } from '../../../model/model.ts';
import type { Analysis } from '../../analysis.ts';
import type { PatternPart } from '../../capacity/pattern-units.ts';
import { exact, type Quantity, quotient } from '../../capacity/quantity.ts';
import { given, multiplied, type Step } from '../../capacity/step.ts';
import { type Collection, type KeyValues, losses, shardsIn } from './collections.ts';

/** The constants that a pattern gives: they do not spread its traffic. */
function constantsIn(action: Action): ReadonlyMap<string, number> {
  return new Map(
    [...action.where, ...action.set].flatMap(({ clause }) =>
      clause?.operator === '=' &&
      clause.operands.length > 0 &&
      clause.operands.every((operand) => operand.kind === 'constant')
        ? [[clause.attribute, clause.operands.length] as const]
        : [],
    ),
  );
}

/** One leg of a pattern at one collection. */
export interface Contact {
  readonly pattern: Pattern;
  readonly part: PatternPart;
  readonly entity: Entity;
  readonly layout: Layout;
  readonly side: 'read' | 'write';
  /** Units of one call on the target. */
  readonly units: Quantity;
}

const isNothing = (quantity: Quantity): boolean => quantity.max === 0;

/** What each leg of each pattern touches by key, once for each collection. */
export function contactsOf(
  { design, units, routes }: Analysis,
  collections: readonly Collection[],
): ReadonlyMap<Collection, readonly Contact[]> {
  const collectionOf = new Map(
    collections.flatMap((each) => each.layouts.map((layout) => [layout, each] as const)),
  );
  const contacts = new Map<Collection, Contact[]>();
  const touch = (contact: Contact, seen: Set<Collection>) => {
    const collection = collectionOf.get(contact.layout);
    if (collection === undefined || seen.has(collection)) return;
    seen.add(collection);
    const known = contacts.get(collection);
    if (known) known.push(contact);
    else contacts.set(collection, [contact]);
  };
  for (const pattern of design.patterns) {
    for (const part of units.get(pattern).parts) {
      const result = routes.get(part.resolved.action);
      const route = result?.kind === 'served' ? result.route : undefined;
      if (route?.operation === 'Scan') continue;
      for (const { target, read, write } of part.perCall.byTarget) {
        const seen = { read: new Set<Collection>(), write: new Set<Collection>() };
        for (const entity of part.resolved.entities) {
          for (const layout of entity.layouts.filter((each) => each.target === target)) {
            const isRead =
              !isNothing(read) &&
              (route === undefined || route.target !== target || route.layouts.includes(layout));
            if (isRead) touch({ pattern, part, entity, layout, side: 'read', units: read }, seen.read);
            if (!isNothing(write))
              touch({ pattern, part, entity, layout, side: 'write', units: write }, seen.write);
          }
        }
      }
    }
  }
  return contacts;
}

/** The share of a contact's traffic that the busiest partition key value gets. */
export function shareOf(keyValues: KeyValues, { pattern, part, entity, layout, side }: Contact): Step {
  const { hottest } = pattern.decl;
  const shards = shardsIn(layout);
  if (hottest !== undefined) {
    return multiplied('on the busiest partition key', 'share', [
      given('hottest', hottest, 'share'),
      ...(shards === 1 ? [] : [given(`of it on each of ${shards} shards`, 1 / shards, 'share')]),
    ]);
  }
  const { action } = part.resolved;
  const fixed = new Map(constantsIn(action));
  // A put writes dates of now: all go to the same value until the clock moves on.
  if (side === 'write' && action.kind === 'put') {
    for (const { name, functions } of placeholdersOfParts(layout.partition)) {
      const isDate = losses(functions).some((call) => call.name === 'date');
      if (isDate && entity.attributes.get(name)?.format?.risesWithTime) fixed.set(name, 1);
    }
  }
  const share = quotient(exact(1), keyValues(entity, layout, fixed));
  // At the most, all of it goes to one value.
  const bounded = { ...share, max: Math.min(1, share.max ?? 1) };
  return given('on one of the partition keys, all in equal use', bounded, 'share');
}
