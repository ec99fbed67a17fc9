// Every read and write of a model, with the access pattern to which it belongs.
// Deliberately one flat list: who walks it rarely cares whether an action is a leg, a step or the pattern itself.
import type { Design, Entity, Pattern, ResolvedAction } from './design.ts';
import type { Action } from './model.ts';

export interface ActionUse {
  readonly action: Action;
  /** Only those that exist. */
  readonly entities: readonly Entity[];
  readonly pattern: Pattern;
  /** The actions whose items a step follows: it is done with each of them. None for those of the pattern itself. */
  readonly before: readonly ResolvedAction[];
}

const nothingBefore: readonly ResolvedAction[] = Object.freeze([]);

/** The actions of one pattern: its own, those of its legs and of its steps. */
export function actionsOf(pattern: Pattern): readonly ActionUse[] {
  const uses: ActionUse[] = [];
  for (const { action, entities } of pattern.actions) {
    uses.push({ action, entities, pattern, before: nothingBefore });
  }
  let before = pattern.actions;
  for (const step of pattern.steps) {
    for (const { action, entities } of step.actions) uses.push({ action, entities, pattern, before });
    before = step.actions;
  }
  return uses;
}

/** The actions of all patterns, in the order of the file. */
export const allActions = (design: Design): readonly ActionUse[] => design.patterns.flatMap(actionsOf);
