// The clauses of a model, each with its place and the entities it speaks of: what all clause rules walk.
// Deliberately gives a text once where several legs share it, with the entities of all of them.
import type { Design, Entity } from '../../model/design.ts';
import type { Action, ClauseDecl } from '../../model/model.ts';
import type { Clause } from '../../syntax/clause.ts';
import type { ActionUse } from '../names.ts';

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
  const ofEntities = [...design.entities.values()].flatMap((entity) =>
    entity.decl.conditionalKeys.flatMap(({ variants }) =>
      variants.map((variant) => ({ place: 'keys' as const, decls: variant.when, entities: [entity] })),
    ),
  );
  const lists = new Map<string, ClauseList>();
  for (const { action, entities } of actions) {
    for (const place of places) {
      const decls = action[place];
      const [first] = decls;
      if (first === undefined) continue;
      const identity = `${place} ${first.span.start}`;
      const known = lists.get(identity)?.entities;
      const both = known === undefined ? entities : [...new Set([...known, ...entities])];
      lists.set(identity, { place, decls, entities: both });
    }
  }
  return [...ofEntities, ...lists.values()];
}

export const clausesIn = (lists: readonly ClauseList[]): readonly ClauseUse[] =>
  lists.flatMap(({ place, decls, entities }) => decls.map((decl) => ({ place, decl, entities })));

/** A clause that could be read without a mistake. */
export interface SoundUse extends ClauseUse {
  readonly clause: Clause;
}

/** Those of which more can be said than how they are written. */
export const soundOf = (clauses: readonly ClauseUse[]): readonly SoundUse[] =>
  clauses.flatMap((use) => {
    const { clause, problems } = use.decl;
    return clause === undefined || problems.length > 0 ? [] : [{ ...use, clause }];
  });
