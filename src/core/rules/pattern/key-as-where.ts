// pattern/key-as-where: a raw key condition that `where` would give as well.
// Deliberately a hint: the pattern is right, only longer than need be.

import { conditionLine } from '../../analysis/routes/request.ts';
import type { Route, RouteResult } from '../../analysis/routes/route.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { ClauseDecl, KeyConditionDecl } from '../../model/model.ts';
import { parseClause } from '../../syntax/parse-clause.ts';
import { quote } from '../../syntax/quote-yaml.ts';
import { namesIn } from '../../syntax/template.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** The attributes that the raw condition names, each once. */
function namesOf(decls: readonly KeyConditionDecl[]): readonly string[] {
  const names = decls.flatMap(({ values }) => values.flatMap(({ template }) => namesIn(template)));
  return [...new Set(names)];
}

/** The route that `where` with these names has. */
function routeByWhere(
  { router }: RuleContext,
  { action, entities }: ActionUse,
  names: readonly string[],
): RouteResult | undefined {
  const where = names.flatMap((name): readonly ClauseDecl[] => {
    const scalar = action.key?.[0]?.values[0]?.scalar;
    const { value: clause, problems } = parseClause(name, () => 0);
    return scalar ? [{ clause, problems, scalar, span: scalar.span }] : [];
  });
  return router({ action: { ...action, key: undefined, where }, entities });
}

/** The edit from `key:` to `where:`; undefined unless it gives the same route. */
function asWhere(analysis: RuleContext, use: ActionUse, route: Route): TextEdit | undefined {
  const { node, key } = use.action;
  const entry = entryOf(node, 'key');
  if (entry === undefined || key === undefined || use.action.where.length > 0) return undefined;
  const names = namesOf(key);
  if (
    names.length === 0 ||
    names.some((name) => use.entities.every((entity) => !entity.attributes.has(name)))
  )
    return undefined;
  const result = routeByWhere(analysis, use, names);
  if (result?.kind !== 'served' || result.route.target !== route.target) return undefined;
  if (conditionLine(result.route) !== conditionLine(route)) return undefined;
  const list = names.length === 1 ? quote(names[0] ?? '') : `[${names.map(quote).join(', ')}]`;
  return { span: entry.span, newText: `where: ${list}` };
}

export const keyAsWhere = defineRule<{ readonly edit: TextEdit }>({
  id: 'pattern/key-as-where',
  title: 'A raw key condition that `where` would give as well',
  why: 'With `where` a pattern says what it needs, and stays true when the keys change. `key:` fixes one design’s trick.',
  remedy: 'Write `where` with the attributes.',
  severity: 'hint',
  *check(analysis) {
    for (const use of analysis.uses.actions) {
      const result = analysis.routes.get(use.action);
      if (use.action.key === undefined || result?.kind !== 'served') continue;
      const edit = asWhere(analysis, use, result.route);
      const at = entryOf(use.action.node, 'key')?.key.span;
      if (edit && at)
        yield {
          span: at,
          message: `The same key condition follows from ${edit.newText}, which stays true when keys change.`,
          data: { edit },
        };
    }
  },
  fixes: ({ data }) => [{ title: `Write ${data.edit.newText}`, edits: [data.edit], preferred: true }],
});
