// Routes of gets: always the table, always the whole primary key.
// Deliberately takes what `where` does not give as a parameter named after the attribute.
import type { Entity, KeyPart, Layout, ResolvedAction } from '../../model/design.ts';
import type { Clause } from '../../syntax/clause.ts';
import { printClause } from '../../syntax/print-clause.ts';
import type { TemplatePart } from '../../syntax/template.ts';
import { bind, type Given } from './bind.ts';
import { clausesOf } from './clauses.ts';
import type { Surroundings } from './item-collections.ts';
import { knownOf } from './known.ts';
import { rendering } from './rendering.ts';
import type { KeyCondition, Obstacle, Route, RouteResult } from './route.ts';

/** One value for each key attribute. */
interface WholeKey {
  readonly partition: readonly KeyCondition[];
  readonly sort: readonly KeyCondition[];
  /** What is given and is no value of the key: DynamoDB takes nothing beside it. */
  readonly unused: readonly Clause[];
}

/** The whole key of one item, of what is given and of parameters named after the attributes. */
function wholeKeyOf(layout: Layout, entity: Entity, givens: readonly Given[]): WholeKey {
  const clauses = new Set(givens.map((given) => given.clause));
  const unused = new Set(clauses);
  const value = ({ key, template }: KeyPart): KeyCondition => {
    const parts = template.parts.map((each): TemplatePart => {
      if (each.kind === 'literal') return each;
      const known = knownOf(each, entity, givens, false, clauses);
      if (known.kind !== 'value' || known.fanOut) return each;
      for (const clause of known.uses) unused.delete(clause);
      return known.part;
    });
    return { key, operator: '=', values: [rendering(parts)] };
  };
  const partition = layout.partition.map(value);
  const sort = layout.sort.map(value);
  return { partition, sort, unused: [...unused] };
}

export function routeGet(
  { table, layoutsIn }: Surroundings,
  { action, entities }: ResolvedAction,
): RouteResult {
  const [entity] = entities;
  const [layout] = entity ? layoutsIn(entity, table) : [];
  if (entity === undefined || layout === undefined) return { kind: 'unknown', reason: 'no-table-keys' };
  const { givens, unbound, ambiguous } = bind(clausesOf(action.where), entity, entities);
  if (ambiguous.length > 0) return { kind: 'unknown', reason: 'ambiguous-reference' };
  const { partition, sort, unused } = wholeKeyOf(layout, entity, givens);
  const obstacles = [...unbound, ...unused].map(
    (clause): Obstacle => ({ kind: 'not-in-key', entity: entity.name, clause: printClause(clause) }),
  );
  if (obstacles.length > 0) return { kind: 'unserved', refusals: [{ target: table, obstacles }] };
  const route: Route = {
    operation: 'GetItem',
    target: table,
    partition,
    sort,
    forward: true,
    fanOut: [],
    layouts: [layout],
    alsoReads: [],
    fetched: [],
    shutOut: [],
  };
  return { kind: 'served', route, others: [] };
}
