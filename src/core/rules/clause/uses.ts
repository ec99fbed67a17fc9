// The clauses of a model, each with its place and the entities it speaks of: what all clause rules walk.
// Deliberately gives a text once where several legs share it, with the entities of all of them.

import type { ActionUse } from '../../model/actions.ts';
import type { Design, Entity } from '../../model/design.ts';
import type { Action, ClauseDecl } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';

/** `keys` is the `when` of conditional keys, `when` that of an update. */
export type ClausePlace = 'where' | 'filter' | 'condition' | 'when' | 'keys' | 'set' | 'add' | 'append';

export interface ClauseUse {
  readonly place: ClausePlace;
  readonly decl: ClauseDecl;
  readonly entities: readonly Entity[];
}

/** The clauses of one list. */
export interface ClauseList {
  readonly place: ClausePlace;
  readonly decls: readonly ClauseDecl[];
  readonly entities: readonly Entity[];
}

const places = [
  'where',
  'filter',
  'condition',
  'when',
  'set',
  'add',
  'append',
] as const satisfies readonly (ClausePlace & keyof Action)[];

export function allClauseLists(design: Design, actions: readonly ActionUse[]): readonly ClauseList[] {
  const lists: ClauseList[] = [];
  for (const entity of design.entities.values()) {
    for (const { variants } of entity.decl.conditionalKeys) {
      for (const { when } of variants) lists.push({ place: 'keys', decls: when, entities: [entity] });
    }
  }
  // Where a list begins in the text; an alias may repeat it under another name.
  const shared = new Map<string, number>();
  for (const { action, entities } of actions) {
    for (const place of places) {
      const decls = action[place];
      const [first] = decls;
      if (first === undefined) continue;
      const identity = `${place} ${first.span.start}`;
      const at = shared.get(identity);
      const known = at === undefined ? undefined : lists[at];
      if (at === undefined || known === undefined) {
        shared.set(identity, lists.length);
        lists.push({ place, decls, entities });
      } else if (known.entities !== entities) {
        lists[at] = { place, decls, entities: [...new Set([...known.entities, ...entities])] };
      }
    }
  }
  return lists;
}

export function clausesIn(lists: readonly ClauseList[]): readonly ClauseUse[] {
  const uses: ClauseUse[] = [];
  for (const { place, decls, entities } of lists) {
    for (const decl of decls) uses.push({ place, decl, entities });
  }
  return uses;
}

/** A clause that could be read without a mistake. */
export interface SoundUse extends ClauseUse {
  readonly clause: Clause;
}

/** Those of which more can be said than how they are written. */
export function soundOf(clauses: readonly ClauseUse[]): readonly SoundUse[] {
  const uses: SoundUse[] = [];
  for (const { place, decl, entities } of clauses) {
    const { clause, problems } = decl;
    if (clause !== undefined && problems.length === 0) uses.push({ place, decl, entities, clause });
  }
  return uses;
}
