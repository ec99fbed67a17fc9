// pattern/nothing-given: a query that does not say what the caller gives.
// Deliberately silent where `where` stands but is empty or misspelt: the shape of the file is told first.
import type { Refusal } from '../../analysis/routes/route.ts';
import type { ActionUse } from '../../model/actions.ts';
import { insertEntry } from '../../syntax/edit-yaml.ts';
import { entryOf } from '../../syntax/tree.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { refOf, type UseRef, useOf } from '../support.ts';
import { listText } from './clause-edits.ts';
import { isServedAfter } from './routed.ts';

/** A query with neither `where` nor `key`: until one is there, no table or index can be looked at. */
export const givesNothing = ({ action }: ActionUse): boolean =>
  action.kind === 'query' && action.where.length === 0 && action.key === undefined;

interface Data {
  readonly use: UseRef;
  /** What would be given; undefined where it cannot be told. */
  readonly where: string | undefined;
}

export const nothingGiven = defineRule<Data>({
  id: 'pattern/nothing-given',
  title: 'A query that does not say what is given',
  why: 'A query reads one item collection, the one whose partition key it names. Without `where` nothing tells which.',
  remedy: 'Write `where` with the attributes that the caller knows; to read everything, use `scan`.',
  severity: 'error',
  *check(context) {
    for (const use of context.uses.actions) {
      const result = givesNothing(use) ? context.routes.get(use.action) : undefined;
      if (result?.kind !== 'unserved' || isBegun(context, use)) continue;
      const where = whereFor(result.refusals);
      const what = where === undefined ? 'with the attributes that the caller knows' : where;
      yield {
        span: use.pattern.decl.nameSpan,
        message: `${use.pattern.name} does not say what is given, and a query needs the partition key. Write where: ${what}.`,
        data: { use: refOf(use), where },
      };
    }
  },
  fixes({ data: { use: ref, where } }, { text, design }) {
    const use = useOf(design, ref);
    const node = use?.action.node;
    if (use === undefined || node === undefined || where === undefined) return [];
    const edits = insertEntry(text, node, 'where', where);
    if (!isServedAfter(text, edits, use)) return [];
    return [{ title: `Write where: ${where}`, edits, preferred: true }];
  },
});

/** True where `where` is there without a value, or under a name that is close to it. */
function isBegun({ shape }: RuleContext, { action: { node } }: ActionUse): boolean {
  if (node === undefined) return false;
  if (entryOf(node, 'where') !== undefined) return true;
  return shape.some(
    (issue) =>
      issue.kind === 'unknown-key' &&
      issue.nearest === 'where' &&
      node.span.start <= issue.span.start &&
      issue.span.end <= node.span.end,
  );
}

/** What the first of them lacks that lacks nothing but the partition key, the table before indexes. */
function whereFor(refusals: readonly Refusal[]): string | undefined {
  for (const { obstacles } of refusals) {
    const [first] = obstacles;
    const areLacking = obstacles.every(({ kind }) => kind === 'partition-key-needs');
    if (first?.kind === 'partition-key-needs' && areLacking) return listText(first.attributes);
  }
  return undefined;
}
