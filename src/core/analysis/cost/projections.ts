// What each projection of an index would cost to keep: the keys alone, what its patterns read of it, all.
// Deliberately by the whole model with that projection in it, so that nothing about it is computed in another way.

import { allActions } from '../../model/actions.ts';
import type { Entity, Pattern, Target } from '../../model/design.ts';
import type { IndexDecl, ProjectionDecl } from '../../model/model.ts';
import type { Analysis } from '../analysis.ts';
import { type Quantity, zero } from '../capacity/quantity.ts';
import { lackedBy } from '../routes/projection.ts';

export type Projection = Target['projection'];

export interface ProjectionCost {
  readonly projection: Projection;
  /** True for the one that the model has. */
  readonly isCurrent: boolean;
  /** Bytes of an entry, by entity. */
  readonly entries: readonly { readonly entity: Entity; readonly bytes: Quantity }[];
  /** USD a month for its storage and its writes. */
  readonly keep: Quantity;
  /** The patterns that read the index, and would miss something. */
  readonly lacking: readonly Pattern[];
}

/** A read that the index serves as it is. */
interface Served {
  readonly pattern: Pattern;
  /** Without `select` it needs whatever there is. */
  readonly needsAll: boolean;
  readonly lacks: (projection: Projection) => readonly string[];
}

function servedBy({ design, routes }: Analysis, index: Target): readonly Served[] {
  const { table } = design;
  if (table === undefined) return [];
  return allActions(design).flatMap(({ pattern, action, entities }): readonly Served[] => {
    const result = routes.get(action);
    if (result?.kind !== 'served' || result.route.target !== index) return [];
    const lacks = (projection: Projection) =>
      lackedBy({ ...index, projection }, table.target, entities, action);
    return [{ pattern, needsAll: action.select === undefined, lacks }];
  });
}

const declared = (projection: Projection, { nameSpan }: IndexDecl): ProjectionDecl =>
  typeof projection === 'string' ? projection : projection.map((value) => ({ value, span: nameSpan }));

const textOf = (projection: Projection): string =>
  typeof projection === 'string' ? projection : JSON.stringify(projection.toSorted());

/** The keys alone, what the patterns need and no more, all; and the one that there is. */
function candidates(index: Target, served: readonly Served[]): readonly Projection[] {
  const needed = [...new Set(served.flatMap(({ lacks }) => lacks('keys-only')))];
  const all: readonly Projection[] = [
    'keys-only',
    ...(needed.length > 0 && !served.some(({ needsAll }) => needsAll) ? [needed] : []),
    ...(typeof index.projection === 'string' ? [] : [index.projection]),
    'all',
  ];
  return [...new Map(all.map((projection) => [textOf(projection), projection])).values()];
}

export function projectionCosts(analysis: Analysis, index: Target): readonly ProjectionCost[] {
  const { design, model } = analysis;
  const { decl } = index;
  if (decl === undefined || !design.targets.includes(index)) return [];
  const served = servedBy(analysis, index);
  return candidates(index, served).map((projection): ProjectionCost => {
    const isCurrent = textOf(projection) === textOf(index.projection);
    const changed = { ...decl, projection: declared(projection, decl) };
    const indexes = model.indexes.map((each) => (each === decl ? changed : each));
    const { design: other, sizes, cost } = isCurrent ? analysis : analysis.variant({ ...model, indexes });
    const target = other.targets.find((each) => each.kind !== 'table' && each.name === index.name);
    return {
      projection,
      isCurrent,
      entries: [...other.entities.values()].flatMap((entity) =>
        entity.layouts
          .filter((layout) => layout.target === target)
          .map((layout) => ({ entity, bytes: sizes.entry(entity, layout).total })),
      ),
      keep: (target && cost.indexes.get(target)?.keep) ?? zero,
      lacking: [
        ...new Set(served.filter(({ lacks }) => lacks(projection).length > 0).map(({ pattern }) => pattern)),
      ],
    };
  });
}
