// pattern/filter-on-key: a filter on a key attribute of the table or index that the query reads.
// Deliberately about attributes that are keys as they stand; one that is only part of a template is an attribute like others.
import type { ActionUse } from '../../model/actions.ts';
import type { Target } from '../../model/design.ts';
import type { ClauseDecl } from '../../model/model.ts';
import { printClause } from '../../syntax/print-clause.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule, type Fix } from '../rule.ts';
import { refOf, type UseRef, useOf } from '../support.ts';
import { joinBounds, listEdits, moveClause, sourcesOf } from './clause-edits.ts';
import { isServedAfter } from './routed.ts';

interface Data {
  readonly use: UseRef;
  /** Which of its filters. */
  readonly clause: number;
}

export const filterOnKey = defineRule<Data>({
  id: 'pattern/filter-on-key',
  title: 'A filter on a key attribute',
  why: 'DynamoDB refuses such a query: “Filter Expression can only contain non-primary key attributes”. On an index these are the key attributes of the index (DynamoDB developer guide, as of 2026).',
  remedy:
    'Give the attribute in `where`, two bounds as one `between`; or store the value a second time, under another name, and filter by that.',
  severity: 'error',
  *check({ routes, uses }) {
    for (const use of uses.actions) {
      if (use.action.kind !== 'query' || use.action.filter.length === 0) continue;
      const result = routes.get(use.action);
      if (result?.kind !== 'served') continue;
      const { target } = result.route;
      for (const [at, decl] of use.action.filter.entries()) {
        const { clause } = decl;
        if (clause === undefined || !isKeyOf(target, clause.attribute)) continue;
        const holder = target.kind === 'table' ? 'the table' : target.name;
        yield {
          span: clause.attributeSpan,
          message: `${clause.attribute} is a key attribute of ${holder}, and DynamoDB refuses a filter on the keys of what is queried. Give it in where instead.`,
          data: { use: refOf(use), clause: at },
        };
      }
    }
  },
  fixes({ data }, { text, design }) {
    const use = useOf(design, data.use);
    const decl = use?.action.filter[data.clause];
    if (use === undefined || decl === undefined) return [];
    const fixes: readonly Fix[] = [
      ...joined(text, use, decl),
      {
        title: `Move ${decl.clause ? printClause(decl.clause) : 'it'} to where`,
        edits: use.action.where.length === 0 ? [] : moveClause(text, use.action, decl, 'filter', 'where'),
      },
    ];
    const [first, ...rest] = fixes.filter(({ edits }) => isServedAfter(text, edits, use));
    return first === undefined ? [] : [{ ...first, preferred: true }, ...rest];
  },
});

const isKeyOf = ({ partitionKey, sortKey }: Target, name: string): boolean =>
  partitionKey.some((key) => key.name === name) || sortKey.some((key) => key.name === name);

/** The bound in the filter and the one in `where` as one `between`. */
function joined(text: string, { action }: ActionUse, filtered: ClauseDecl): readonly Fix[] {
  return action.where.flatMap((decl): readonly Fix[] => {
    const between = decl.clause && filtered.clause && joinBounds(decl.clause, filtered.clause);
    if (between === undefined) return [];
    const written = printClause(between);
    const given = action.where.map((each) => (each === decl ? written : each.scalar.source));
    const left = action.filter.filter((each) => each !== filtered);
    const edits: readonly TextEdit[] = [
      ...listEdits(text, action, 'where', given),
      ...listEdits(text, action, 'filter', sourcesOf(left)),
    ];
    return [{ title: `Write ${written} in where`, edits }];
  });
}
