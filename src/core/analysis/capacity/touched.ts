// What an update touches of an item, and what is known of the item before.
// Deliberately names attributes only; update-units.ts says which entries change by them.
import type { Entity, Layout } from '../../model/design.ts';
import type { Action } from '../../model/model.ts';
import { namesIn } from '../../syntax/template.ts';
import { clausesIn, type State, type Variable } from '../counts/worlds.ts';

export interface Touched {
  readonly names: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  /** The values of those that are set to a constant. */
  readonly constants: ReadonlyMap<string, string>;
}

export function touchedBy(action: Action): Touched {
  const set = clausesIn(action.set);
  const removed = new Set(action.remove.map((name) => name.value));
  const names = new Set<string>();
  for (const { attribute } of set) names.add(attribute);
  for (const { attribute } of clausesIn(action.add)) names.add(attribute);
  for (const { attribute } of clausesIn(action.append)) names.add(attribute);
  for (const name of removed) names.add(name);
  const constants = new Map<string, string>();
  for (const { attribute, operands } of set) {
    const [operand] = operands;
    if (operand?.kind === 'constant') constants.set(attribute, operand.text);
  }
  return { names, removed, constants };
}

/** What changes in the stored item: attributes, and the keys that are made of them. */
export function changedBy({ names }: Touched, { attributes, decl }: Entity): readonly string[] {
  const keys = [
    ...decl.keys,
    ...decl.conditionalKeys.flatMap(({ variants }) => variants.flatMap((v) => v.keys)),
  ];
  const remade = keys.filter(({ template }) => namesIn(template).some((name) => names.has(name)));
  const stored = [...names].filter((name) => attributes.get(name)?.decl.stored !== false);
  return [...stored, ...remade.map((key) => key.name)];
}

/** The attributes of which a layout's keys are made, and the key attributes themselves, which an update may set raw. */
export const keyAttributesOf = (layout: Layout): readonly string[] => [
  ...new Set(
    [...layout.partition, ...layout.sort].flatMap((part) => [part.key.name, ...namesIn(part.template)]),
  ),
];

/** The states that a variable that is touched can be in after the update. */
export function statesAfter(variable: Variable, touched: Touched): readonly State[] {
  const states = variable.states.map(({ state }) => state);
  // A condition that states do not tell may hold afterwards, or not.
  if (variable.key !== variable.attribute) return states;
  if (touched.removed.has(variable.attribute)) return [{ kind: 'absent' }];
  const constant = touched.constants.get(variable.attribute);
  if (constant === undefined) return states.filter((state) => state.kind !== 'absent');
  const same = states.find((state) => state.kind === 'text' && state.text === constant);
  return [same ?? { kind: 'other' }];
}
