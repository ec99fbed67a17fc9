// read/limit-before-filter: a limit on the items that are read, where those that pass a filter are meant.
// Deliberately whatever the filter keeps: how many pass differs from call to call, and a page can hold none.
import { keptShare } from '../../analysis/counts/kept.ts';
import { clausesOf } from '../../analysis/routes/clauses.ts';
import { advice } from '../../facts/advice.ts';
import type { ActionUse } from '../../model/actions.ts';
import { printClause } from '../../syntax/print-clause.ts';
import { printNumber } from '../../syntax/quantity.ts';
import { entryOf } from '../../syntax/tree.ts';
import { listOf } from '../../text/words.ts';
import { moveClause } from '../pattern/clause-edits.ts';
import { isServedAfter } from '../pattern/routed.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { refOf, type UseRef, useOf } from '../support.ts';

interface Data {
  readonly use: UseRef;
}

export const limitBeforeFilter = defineRule<Data>({
  id: 'read/limit-before-filter',
  title: 'A limit that counts what the filter drops',
  why: '`limit` is how many items DynamoDB reads, and the filter is applied to those: a call returns fewer than the limit, often none, while further items match. Only a missing LastEvaluatedKey says that there are no more (DynamoDB developer guide, limiting the number of items in the result set, as of 2026).',
  remedy:
    'Give the attribute in `where`, so that the key finds only what matches, or let an index hold only those items, by a `when`. Else page on until there are enough, and silence this with that reason.',
  severity: 'information',
  *check(context) {
    for (const use of context.uses.actions) {
      const { action, pattern } = use;
      const { kind, limit } = action;
      if ((kind !== 'query' && kind !== 'scan') || limit === undefined) continue;
      const clauses = clausesOf(action.filter);
      if (clauses.length === 0) continue;
      const passing = passingOf(context, use, limit);
      const most = passing === undefined ? '' : `, some ${printNumber(passing)} on average`;
      const isFew = passing !== undefined && passing < advice.keptShare.value * limit;
      yield {
        span: entryOf(action.node, 'limit')?.span ?? pattern.decl.nameSpan,
        message: `${pattern.name} reads ${printNumber(limit)} items and drops those that ${listOf(clauses.map(printClause))} does not let through: a call returns fewer than ${printNumber(limit)}${most}, and can return none while more match. Give it in where, so that a key finds it, or page on until there are enough.`,
        data: { use: refOf(use) },
        ...(isFew ? { severity: 'warning' as const } : {}),
        related: action.filter.map(({ span }) => ({ span, message: 'applied to what was read' })),
      };
    }
  },
  fixes({ data }, { text, design }) {
    const use = useOf(design, data.use);
    if (use === undefined) return [];
    const { action } = use;
    const [only, ...others] = action.filter;
    if (only?.clause === undefined || others.length > 0 || action.kind !== 'query') return [];
    const fix: Fix = {
      title: `Move ${printClause(only.clause)} to where`,
      edits: action.where.length === 0 ? [] : moveClause(text, action, only, 'filter', 'where'),
      preferred: true,
    };
    return isServedAfter(text, fix.edits, use) ? [fix] : [];
  },
});

/** How many of a limit's items pass, on average and at most; undefined where the values are not known, or several entities differ. */
function passingOf(
  { sizes }: RuleContext,
  { action, entities }: ActionUse,
  limit: number,
): number | undefined {
  const [entity, ...others] = entities;
  if (entity === undefined || others.length > 0) return undefined;
  const share = keptShare(sizes.counts, entity, clausesOf(action.filter));
  return share === undefined ? undefined : limit * share;
}
