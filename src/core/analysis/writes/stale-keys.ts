// The index keys that an update leaves as they were, though what it changes calls for others.
// Deliberately by what the caller knows: what is not known cannot be written into a key.

import type { Design, Entity, ResolvedAction, Target } from '../../model/design.ts';
import type { ClauseDecl } from '../../model/model.ts';
import { printFunctions } from '../../syntax/print-template.ts';
import { placeholdersIn } from '../../syntax/template.ts';
import { knownTo } from './knowledge.ts';
import { type RemadeKey, remadeKeys } from './remade-keys.ts';

/** The keys of one index that the update cannot write. */
export interface StaleKeys {
  readonly target: Target;
  readonly keys: readonly RemadeKey[];
  readonly missing: readonly string[];
}

/** @param before the reads whose items the update follows */
export function staleKeys(
  design: Design,
  resolved: ResolvedAction,
  before: readonly ResolvedAction[],
): readonly StaleKeys[] {
  const [entity] = resolved.entities;
  if (resolved.action.kind !== 'update' || entity === undefined) return [];
  const remade = remadeKeys(resolved, entity);
  if (remade.length === 0) return [];
  return staleIn(remade, knownTo(design, resolved, entity, before), resolved, entity);
}

/** Of each index, the keys for which something is not known. */
function staleIn(
  remade: readonly RemadeKey[],
  known: ReadonlySet<string>,
  { action }: ResolvedAction,
  entity: Entity,
): readonly StaleKeys[] {
  const isKnown = (name: string, functions: string): boolean =>
    known.has(name) ||
    !entity.attributes.has(name) ||
    // What functions leave of a value is enough where the key holds no more.
    (functions !== '' && action.where.some((decl) => isGivenAs(decl, name, functions)));
  const byTarget = new Map<Target, { readonly keys: RemadeKey[]; readonly missing: Set<string> }>();
  for (const key of remade) {
    const missing = placeholdersIn(key.template).flatMap(({ name, functions }) =>
      isKnown(name, printFunctions(functions)) ? [] : [name],
    );
    if (missing.length === 0) continue;
    const own = byTarget.get(key.target) ?? { keys: [], missing: new Set() };
    byTarget.set(key.target, own);
    own.keys.push(key);
    for (const name of missing) own.missing.add(name);
  }
  return [...byTarget].map(([target, { keys, missing }]) => ({ target, keys, missing: [...missing] }));
}

const isGivenAs = ({ clause }: ClauseDecl, name: string, functions: string): boolean =>
  clause?.attribute === name && printFunctions(clause.functions) === functions;
