// Routes of gets: always the table, always the whole primary key.
// Deliberately takes what `where` does not give as a parameter named after the attribute.
import type { KeyPart, ResolvedAction, Target } from '../../model/design.ts';
import { bind } from './bind.ts';
import { clausesOf } from './clauses.ts';
import { operandPart } from './known.ts';
import { rendering } from './rendering.ts';
import type { KeyCondition, Route, RouteResult } from './route.ts';

export function routeGet(table: Target, { action, entities }: ResolvedAction): RouteResult {
  const [entity] = entities;
  const layout = entity?.layouts.find((each) => each.target === table);
  if (entity === undefined || layout === undefined) return { kind: 'unknown', reason: 'no-table-keys' };
  const { givens } = bind(clausesOf(action.where), entity, entities);
  const value = (part: KeyPart): KeyCondition => ({
    key: part.key,
    operator: '=',
    values: [
      rendering(
        part.template.parts.map((each) => {
          if (each.kind === 'literal') return each;
          const given = givens.find((g) => g.attribute.name === each.name && g.clause.operator === '=');
          const [operand] = given?.clause.operands ?? [];
          return (given && operand && operandPart(operand, given.attribute, each.functions)) ?? each;
        }),
      ),
    ],
  });
  const route: Route = {
    operation: 'GetItem',
    target: table,
    partition: layout.partition.map(value),
    sort: layout.sort.map(value),
    forward: true,
    fanOut: [],
    layouts: [layout],
    alsoReads: [],
    fetched: [],
    shutOut: [],
  };
  return { kind: 'served', route, others: [], refusals: [] };
}
