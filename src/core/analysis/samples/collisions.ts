// Samples that would have one primary key though they are different items: what hostile values are for.
// Deliberately by what the keys are rendered from: values that a function makes equal are meant to be equal.

import type { Entity, Layout } from '../../model/design.ts';
import { tableLayout } from '../../model/layouts.ts';
import { applyFunctions } from '../../syntax/render-template.ts';
import { canonicalValue } from '../capacity/canonical.ts';
import { type Assembled, assemble, type Frame } from './assemble.ts';
import { attributeValue, type Draft } from './draft.ts';
import { functionInput } from './function-input.ts';

export interface CollidingItem extends Assembled {
  readonly entity: string;
}

export type Collision = readonly [CollidingItem, CollidingItem];

/** Undefined where both mean the same item, or their entities share keys on purpose. */
export function collisionOf(a: Draft, b: Draft, frame: Frame): Collision | undefined {
  const [one, other] = [a.family.entity, b.family.entity];
  if (one !== other ? shareKeys(one, other) : isSameItem(a, b)) return undefined;
  return [
    { ...assemble(a, frame), entity: one.name },
    { ...assemble(b, frame), entity: other.name },
  ];
}

const shareKeys = (a: Entity, b: Entity): boolean =>
  a.decl.sharesKeysWith.some(({ value }) => value === b.name) ||
  b.decl.sharesKeysWith.some(({ value }) => value === a.name);

function isSameItem(a: Draft, b: Draft): boolean {
  const { entity } = a.family;
  const layout = tableLayout(entity);
  const identity = entity.decl.identity ?? [];
  const texts = (draft: Draft): string => JSON.stringify(layout ? renderedParts(draft, layout) : []);
  const isSame = ({ value: name }: { readonly value: string }): boolean => {
    const [x, y] = [attributeValue(a, name), attributeValue(b, name)];
    return x === undefined || y === undefined || canonicalValue(x) === canonicalValue(y);
  };
  return texts(a) === texts(b) && identity.every(isSame);
}

/** What each placeholder of the primary key is rendered to. */
function renderedParts(draft: Draft, layout: Layout): readonly (string | undefined)[] {
  const { attributes } = draft.family.entity;
  return [...layout.partition, ...layout.sort].flatMap(({ template }) =>
    template.parts.flatMap((part) => {
      if (part.kind === 'literal') return [];
      const value = attributeValue(draft, part.name);
      const input = value && functionInput(value);
      if (input === undefined) return [undefined];
      return [applyFunctions(input, part.functions, attributes.get(part.name)?.format?.name)];
    }),
  );
}
