// What an update touches of an item, and what is known of the item before.
// Deliberately names attributes only; update-units.ts says which entries change by them.
import type { Design, Entity, Layout, Target } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import type { Template } from '../../syntax/template.ts';
import { clausesIn, type State, type Variable } from '../counts/worlds.ts';
import { isProjected } from './item-rows.ts';

export interface Touched {
  readonly names: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  /** The values of those that are set to a constant. */
  readonly constants: ReadonlyMap<string, string>;
}

export function touchedBy(action: Action): Touched {
  const set = clausesIn(action.set);
  const removed = new Set(action.remove.map((name) => name.value));
  const changed = [...set, ...clausesIn(action.add), ...clausesIn(action.append)].map(
    (clause) => clause.attribute,
  );
  const constants = new Map(
    set.flatMap((clause) => {
      const [operand] = clause.operands;
      return operand?.kind === 'constant' ? [[clause.attribute, operand.text] as const] : [];
    }),
  );
  return { names: new Set([...changed, ...removed]), removed, constants };
}

const namesIn = (template: Template): readonly string[] =>
  template.parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : []));

/** The attributes of which a layout's keys are made, and the key attributes themselves, which an update may set raw. */
export const keyAttributesOf = (layout: Layout): ReadonlySet<string> =>
  new Set(
    [...layout.partition, ...layout.sort].flatMap((part) => [part.key.name, ...namesIn(part.template)]),
  );

export const touchesKeys = (touched: Touched, layout: Layout): boolean =>
  [...keyAttributesOf(layout)].some((name) => touched.names.has(name));

/** True if something changes that the target keeps beside the entry's own keys: an attribute, or another index's key. */
export function touchesProjected(design: Design, touched: Touched, entity: Entity, target: Target): boolean {
  const isKept = (name: string) => isProjected(design, target, name);
  const keys = [
    ...entity.decl.keys,
    ...entity.decl.conditionalKeys.flatMap(({ variants }) => variants.flatMap((v) => v.keys)),
  ];
  const remade = keys.filter((key) => namesIn(key.template).some((name) => touched.names.has(name)));
  const stored = [...touched.names].filter((name) => entity.attributes.get(name)?.decl.stored !== false);
  return [...stored, ...remade.map((key) => key.name)].some(isKept);
}

/** The states that a variable can be in after the update, when it was in this one before. */
export function statesAfter(variable: Variable, before: State, touched: Touched): readonly State[] {
  if (!touched.names.has(variable.attribute)) return [before];
  const states = variable.states.map(({ state }) => state);
  // A condition that states do not tell may hold afterwards, or not.
  if (variable.key !== variable.attribute) return states;
  if (touched.removed.has(variable.attribute)) return [{ kind: 'absent' }];
  const constant = touched.constants.get(variable.attribute);
  if (constant === undefined) return states.filter((state) => state.kind !== 'absent');
  const same = states.find((state) => state.kind === 'text' && state.text === constant);
  return [same ?? { kind: 'other' }];
}
