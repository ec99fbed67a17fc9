// The names of keys, and the lines under `keys` that name none of them.
// Deliberately one reading of such a line for all: what it was meant for decides what still can be said of its entity.
import type { Design } from './design.ts';
import type { EntityDecl, KeyDecl } from './model.ts';
import { nearest } from './suggest.ts';

/** The key attributes of the table and of all indexes. */
export const keyNames = (design: Design): ReadonlySet<string> =>
  new Set(
    design.targets.flatMap((target) => [...target.partitionKey, ...target.sortKey].map((key) => key.name)),
  );

/** A line for a key that neither the table nor an index has. */
export interface StrayKey {
  readonly entity: EntityDecl;
  readonly decl: KeyDecl;
  /** The key that it was probably meant for. */
  readonly near: string | undefined;
}

/** Every line of that kind, in the order of the model; none in a model without a table, where no key is known. */
export function strayKeys(design: Design): readonly StrayKey[] {
  if (design.table === undefined) return [];
  const known = keyNames(design);
  return design.model.entities.flatMap((entity) =>
    [
      ...entity.keys,
      ...entity.conditionalKeys.flatMap((keys) => keys.variants.flatMap((variant) => variant.keys)),
    ].flatMap((decl) => (known.has(decl.name) ? [] : [{ entity, decl, near: nearest(decl.name, known) }])),
  );
}

/** The entities of which it is open what their primary key is meant to be: a stray line may be a part of it. */
export function withOpenKeys(design: Design): ReadonlySet<string> {
  const { target } = design.table ?? {};
  const ofTable = new Set(
    [...(target?.partitionKey ?? []), ...(target?.sortKey ?? [])].map(({ name }) => name),
  );
  return new Set(
    strayKeys(design)
      .filter(({ near }) => near === undefined || ofTable.has(near))
      .map(({ entity }) => entity.name),
  );
}
