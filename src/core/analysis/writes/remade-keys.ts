// The index keys that an update must write anew: those made of what it changes, and those of an index that items enter by it.
// Deliberately without plain attributes that are keys as they stand: DynamoDB moves their entries by itself.

import type { Entity, Layout, ResolvedAction, Target } from '../../model/design.ts';
import type { KeyDecl } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';
import { namesIn, placeholdersIn, type Template } from '../../syntax/template.ts';
import { clausesOf } from '../routes/clauses.ts';
import { allHoldBy, type Facts, factsAfter, factsBefore } from './knowledge.ts';

/** A key that is written as a copy of attributes. */
export interface RemadeKey {
  readonly target: Target;
  readonly decl: KeyDecl;
  /** With the templates of other keys put in their place. */
  readonly template: Template;
  /** It is made of what changes; else an item enters by what changes. */
  readonly isMadeOfIt: boolean;
  /** Only where a further condition, of which the update says nothing, holds by chance. */
  readonly isPossibleOnly: boolean;
  /** The conditions under which items have it. */
  readonly when: readonly Clause[];
}

/** The attributes that the update changes, and those of them that it takes away. */
interface Change {
  readonly touched: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
}

const changeOf = ({ action }: ResolvedAction): Change => {
  const removed = new Set(action.remove.map(({ value }) => value));
  const written = clausesOf([...action.set, ...action.add, ...action.append]);
  return { removed, touched: new Set([...written.map(({ attribute }) => attribute), ...removed]) };
};

type Entering = 'no' | 'possible' | 'yes';

/** Whether an item can come to lie as the layout says by the change, where it did not before. */
function entering(entity: Entity, { variant, target }: Layout, { touched }: Change, facts: Both): Entering {
  if (variant === undefined) return 'no';
  const guards = clausesOf(variant.when);
  if (guards.some(({ attribute }) => touched.has(attribute))) {
    return allHoldBy(guards, facts.before) === true ? 'no' : 'yes';
  }
  const variants = entity.decl.conditionalKeys.find(({ name }) => name === target.name)?.variants ?? [];
  // What won over it before may not hold any more.
  const gaveWay = variants.slice(0, variants.indexOf(variant)).some((winner) => {
    const own = clausesOf(winner.when);
    const isTouched = own.some(({ attribute }) => touched.has(attribute));
    return isTouched && allHoldBy(own, facts.before) !== false && allHoldBy(own, facts.after) !== true;
  });
  return gaveWay ? 'possible' : 'no';
}

interface Both {
  readonly before: Facts;
  readonly after: Facts;
}

/** Whether items lie as the layout says after the update: not where its conditions fail, or others win. */
function canLieAfter(entity: Entity, { variant, target }: Layout, after: Facts): boolean {
  if (variant === undefined) return true;
  const variants = entity.decl.conditionalKeys.find(({ name }) => name === target.name)?.variants ?? [];
  const winners = variants.slice(0, variants.indexOf(variant));
  return (
    allHoldBy(clausesOf(variant.when), after) !== false &&
    winners.every((winner) => allHoldBy(clausesOf(winner.when), after) !== true)
  );
}

/** Each key once, in the order of the indexes. */
export function remadeKeys(resolved: ResolvedAction, entity: Entity): readonly RemadeKey[] {
  const change = changeOf(resolved);
  const facts = lazyFacts(resolved);
  const found = new Map<KeyDecl, RemadeKey>();
  for (const layout of entity.layouts) {
    const { target, variant } = layout;
    if (target.kind === 'table' || !concerns(layout, change.touched, entity)) continue;
    const { before, after } = facts();
    if (!canLieAfter(entity, layout, after)) continue;
    const enters = entering(entity, layout, change, { before, after });
    // The partition key of a local index is the table's, which no update changes.
    const parts = target.kind === 'local' ? layout.sort : [...layout.partition, ...layout.sort];
    for (const { decl, template } of parts) {
      if (decl === undefined || change.touched.has(decl.name) || found.has(decl)) continue;
      const names = namesIn(template);
      if (names.some((name) => change.removed.has(name))) continue;
      const isMadeOfIt = names.some((name) => change.touched.has(name));
      const isOfVariant = variant?.keys.includes(decl) === true;
      if (!isMadeOfIt && !(isOfVariant && enters !== 'no')) continue;
      found.set(decl, {
        target,
        decl,
        template,
        isMadeOfIt,
        isPossibleOnly: !isMadeOfIt && enters === 'possible',
        when: isOfVariant ? clausesOf(variant.when) : [],
      });
    }
  }
  return [...found.values()];
}

function lazyFacts(resolved: ResolvedAction): () => Both {
  let facts: Both | undefined;
  return () => {
    if (facts === undefined) {
      const before = factsBefore(resolved);
      facts = { before, after: factsAfter(resolved.action, before) };
    }
    return facts;
  };
}

/** Whether the change touches the keys of the layout, or the conditions of its index. */
function concerns(layout: Layout, touched: ReadonlySet<string>, entity: Entity): boolean {
  const parts = [...layout.partition, ...layout.sort];
  if (parts.some(({ template }) => placeholdersIn(template).some(({ name }) => touched.has(name))))
    return true;
  if (layout.variant === undefined) return false;
  const keys = entity.decl.conditionalKeys.find(({ name }) => name === layout.target.name);
  return (
    keys?.variants.some(({ when }) => when.some(({ clause }) => clause && touched.has(clause.attribute))) ===
    true
  );
}
