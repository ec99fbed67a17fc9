// Entities that lie in one item collection by an accident of values only, such as a hotel H1 and a customer H1.
// Deliberately by how the keys are made; whether the values can be the same at all is the business of proofs.
import type { Design, Entity, KeyPart, Layout } from '../../model/design.ts';
import type { Template } from '../../syntax/template.ts';
import { spelledOut } from '../routes/item-collections.ts';
import type { Route } from '../routes/route.ts';

/** Whether two attributes of these names hold the same thing: by what they reference, or by their name. */
function isSameThing(mine: string, entity: Entity, theirs: string, other: Entity): boolean {
  const origins = other.attributes.get(theirs)?.origins;
  return (
    mine === theirs || [...(entity.attributes.get(mine)?.origins ?? [])].some((each) => origins?.has(each))
  );
}

/** True if equal values are meant: the same literals, and between them the same things or a prefix in common. */
function areMeantEqual(a: Template, entity: Entity, b: Template, other: Entity): boolean {
  let hasPrefix = false;
  return (
    a.parts.length === b.parts.length &&
    a.parts.every((part, i) => {
      const their = b.parts[i];
      if (part.kind === 'literal') {
        hasPrefix = true;
        return their?.kind === 'literal' && their.text === part.text;
      }
      return (
        their?.kind === 'placeholder' && (hasPrefix || isSameThing(part.name, entity, their.name, other))
      );
    })
  );
}

const shareKey = (a: KeyPart, entity: Entity, b: KeyPart, other: Entity): boolean =>
  spelledOut(a.template, entity).some((mine) =>
    spelledOut(b.template, other).some((theirs) => areMeantEqual(mine, entity, theirs, other)),
  );

/** True where the partition keys of the two are of the same things, and not only by chance the same. */
export const isSameCollection = (
  [layout, entity]: readonly [Layout, Entity],
  [otherLayout, other]: readonly [Layout, Entity],
): boolean =>
  layout.partition.every((part, i) => {
    const own = otherLayout.partition[i];
    return own !== undefined && shareKey(part, entity, own, other);
  });

/** True if the layout shares its partition keys with none that the route is for. */
export function isStranger(design: Design, route: Route, layout: Layout): boolean {
  const other = design.entities.get(layout.entity);
  // A key that is written out names its collection, whoever lies there.
  const isConstant = route.partition.every(({ values }) =>
    values.every(({ parts }) => parts.every(({ kind }) => kind === 'literal')),
  );
  if (other === undefined || isConstant) return false;
  return !route.layouts.some((wanted) => {
    const entity = design.entities.get(wanted.entity);
    return entity !== undefined && isSameCollection([wanted, entity], [layout, other]);
  });
}
