// Whether a put makes an item whose key nobody can have used before.
// Deliberately by formats and by what else the same transaction puts: no name of a pattern tells what is meant.
import { identityOf } from '../../analysis/counts/identity.ts';
import { demandsNoItem } from '../../analysis/writes/existence.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { Attribute, Entity } from '../../model/design.ts';

/** Made anew for each item: by a format whose values never occur twice, or of the time at which it is made. */
const isMade = ({ references, format }: Attribute): boolean =>
  references.length === 0 && (format?.distinctPerItem === true || format?.risesWithTime === true);

/** True if another put of the same pattern makes the item that the attribute names, and that one is new itself. */
function namesNewItem(attribute: Attribute, { pattern }: ActionUse, entity: Entity): boolean {
  return attribute.references.some((reference) =>
    pattern.actions.some(
      ({ action, entities: [other] }) =>
        other !== undefined &&
        other !== entity &&
        other.name === reference.entity &&
        action.kind === 'put' &&
        (demandsNoItem(action) || isMade(reference)) &&
        identityOf(other).includes(reference.name),
    ),
  );
}

/** True if some attribute of its identity is new with every item. */
export function isNewByKey(use: ActionUse, entity: Entity, names: readonly string[]): boolean {
  return names.some((name) => {
    const attribute = entity.attributes.get(name);
    return attribute !== undefined && (isMade(attribute) || namesNewItem(attribute, use, entity));
  });
}

/** True if the item says no more than that its parts belong together, and since when: put twice, it is the same. */
export function isBareRelation(entity: Entity, names: readonly string[]): boolean {
  const rest = [...entity.attributes.values()].filter(({ name }) => !names.includes(name));
  if (names.length > 1 && rest.length === 0) return true;
  const isOfOthers = names.every((name) => (entity.attributes.get(name)?.references.length ?? 0) > 0);
  return (
    isOfOthers && rest.every(({ references, format }) => references.length > 0 || format?.order === 'time')
  );
}
