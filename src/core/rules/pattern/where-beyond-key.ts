// pattern/where-beyond-key: a write that looks up its item by something else than one whole primary key.
// Deliberately about writes; of a get the route says so.
import { attributesFor } from '../../analysis/routes/bind.ts';
import { primaryKeyOf } from '../../analysis/writes/primary-key.ts';
import type { ActionUse } from '../../model/actions.ts';
import { type Clause, type Operator, operators } from '../../syntax/clause.ts';
import { printClause } from '../../syntax/print-clause.ts';
import { defineRule } from '../rule.ts';
import { refOf, type UseRef, useOf } from '../support.ts';
import { moveClause } from './clause-edits.ts';

interface Data {
  readonly use: UseRef;
  /** Which clause of its `where`. */
  readonly clause: number;
}

export const whereBeyondKey = defineRule<Data>({
  id: 'pattern/where-beyond-key',
  title: 'A write that looks beyond the primary key',
  why: 'An update, a delete or a check names one item, by its whole primary key. DynamoDB takes neither a range nor another attribute there, and no index.',
  remedy:
    'Move the clause to `condition` if it only must hold. To change many items, query them first and write each.',
  severity: 'error',
  *check({ design, uses }) {
    for (const use of uses.actions) {
      const { action, entities } = use;
      const [entity] = entities;
      if (entity === undefined || action.where.length === 0 || !writesOne(use)) continue;
      const primary = primaryKeyOf(design, entity);
      if (primary === undefined) continue;
      for (const [at, decl] of action.where.entries()) {
        const { clause, problems } = decl;
        // An operator that no key condition has is clause/operator-not-allowed.
        if (clause === undefined || problems.length > 0 || !keyOperators.has(clause.operator)) continue;
        const attributes = attributesFor(clause.attribute, entity, entities);
        if (attributes.length === 0) continue;
        const isInKey = attributes.some(({ name }) => primary.attributes.has(name));
        if (isInKey && isOneValue(clause)) continue;
        const why = isInKey
          ? `needs one value of ${clause.attribute}, not several`
          : `is looked up by the primary key, and ${clause.attribute} is not in it`;
        yield {
          span: clause.span,
          message: `${words[action.kind]} names one ${entity.name}: it ${why}. Move the clause to condition, or query first.`,
          data: { use: refOf(use), clause: at },
        };
      }
    }
  },
  fixes({ data }, { text, design }) {
    const use = useOf(design, data.use);
    const decl = use?.action.where[data.clause];
    if (use === undefined || decl?.clause === undefined || decl.clause.functions.length > 0) return [];
    const edits = moveClause(text, use.action, decl, 'where', 'condition');
    if (edits.length === 0) return [];
    return [{ title: `Move ${printClause(decl.clause)} to condition`, edits }];
  },
});

const words: Readonly<Record<ActionUse['action']['kind'], string>> = {
  get: 'A get',
  query: 'A query',
  scan: 'A scan',
  search: 'A search',
  put: 'A put',
  update: 'An update',
  delete: 'A delete',
  check: 'A check',
};

const keyOperators: ReadonlySet<Operator> = new Set(
  operators.filter((operator) => operator !== '<>' && operator !== 'contains'),
);

const writesOne = ({ action: { kind } }: ActionUse): boolean =>
  kind === 'update' || kind === 'delete' || kind === 'check';

const isOneValue = ({ operator, operands }: Clause): boolean => operator === '=' && operands.length === 1;
