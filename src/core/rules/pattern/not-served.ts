// pattern/not-served: an access pattern that no table or index serves.
// Deliberately tells the reason for each candidate, and offers what would serve: keys, an index, a filter.

import { analyze } from '../../analysis/analysis.ts';
import { explainObstacle, explainRefusal, targetName } from '../../analysis/routes/explain.ts';
import { propose } from '../../analysis/routes/propose.ts';
import type { Refusal } from '../../analysis/routes/route.ts';
import type { Action, ClauseDecl } from '../../model/model.ts';
import { insertEntry, removeEntry } from '../../syntax/edit-yaml.ts';
import { printClause } from '../../syntax/print-clause.ts';
import { quote } from '../../syntax/quote-yaml.ts';
import { entryOf } from '../../syntax/tree.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { type ActionUse, allActions } from '../names.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { proposalEdits, proposalTitle } from './apply-proposal.ts';

export interface NotServed {
  readonly pattern: string;
  readonly refusals: readonly Refusal[];
  readonly action: Action;
}

function messageFor(use: ActionUse, refusals: readonly Refusal[]): string {
  const [only] = refusals;
  if (refusals.length === 1 && only && (use.action.index || use.action.key)) {
    return `${use.pattern} cannot be read from ${targetName(only.target)}: ${only.obstacles.map(explainObstacle).join('; ')}.`;
  }
  const reasons = refusals.map((refusal) => `  ${explainRefusal(refusal)}`).join('\n');
  return `Nothing serves ${use.pattern}: no table or index can be asked for this.\n${reasons}`;
}

/** Whether the pattern's read is served once the text is so edited. */
function isServed(text: string, edits: readonly TextEdit[], pattern: string): boolean {
  const { design, routes } = analyze(applyEdits(text, edits));
  return allActions(design).every(
    (use) => use.pattern !== pattern || (routes.get(use.action)?.kind ?? 'served') === 'served',
  );
}

/** Moves one clause of `where` to `filter`, in the style of the document. */
function toFilter(text: string, action: Action, moved: ClauseDecl): readonly TextEdit[] {
  const { node } = action;
  const where = entryOf(node, 'where');
  if (node === undefined || where === undefined || entryOf(node, 'filter')) return [];
  const filter = insertEntry(text, node, 'filter', quote(moved.scalar.source));
  if (action.where.length === 1) return [...removeEntry(text, node, where), ...filter];
  const list = where.value;
  if (list?.kind !== 'list') return [];
  const rest = action.where.filter((decl) => decl !== moved).map((decl) => quote(decl.scalar.source));
  const style = rest.length === 1 ? (rest[0] ?? '') : `[${rest.join(', ')}]`;
  const at = list.flow ? list.span : { start: where.key.span.end, end: where.span.end };
  return [{ span: at, newText: list.flow ? style : `: ${style}` }, ...filter];
}

function filterFixes({ text }: RuleContext, { action, pattern }: NotServed): readonly Fix[] {
  if (action.kind !== 'query' || action.where.length < 2) return [];
  return action.where.flatMap((decl) => {
    // A filter knows no functions.
    if (decl.clause === undefined || decl.clause.functions.length > 0) return [];
    const edits = toFilter(text, action, decl);
    if (edits.length === 0 || !isServed(text, edits, pattern)) return [];
    return [
      {
        title: `Read more and drop the rest with a filter on ${printClause(decl.clause)}`,
        edits,
      },
    ];
  });
}

function proposalFixes({ text, design, uses }: RuleContext, { action, pattern }: NotServed): readonly Fix[] {
  const use = uses.actions.find((each) => each.action === action);
  if (use === undefined) return [];
  return propose(design, action, use.entities).flatMap((proposal) => {
    const edits = proposalEdits(text, design, proposal);
    return edits.length > 0 && isServed(text, edits, pattern)
      ? [{ title: proposalTitle(proposal), edits }]
      : [];
  });
}

export const notServed = defineRule<NotServed>({
  id: 'pattern/not-served',
  title: 'An access pattern that no table or index serves',
  why: 'A query reads one item collection: it needs the whole partition key, and narrows it by one condition on the sort key. What no key answers is left to a scan, which reads the whole table.',
  remedy:
    'Add the keys or the index that the quick fixes offer, give the attributes that the key needs, or move a clause to `filter` and pay for what it drops.',
  severity: 'error',
  *check({ design, routes, uses }) {
    for (const use of uses.actions) {
      const result = routes.get(use.action);
      if (result?.kind !== 'unserved') continue;
      yield {
        span: use.action.key
          ? (use.action.key[0]?.entry.key.span ?? use.action.span)
          : (design.patterns.find((each) => each.name === use.pattern)?.decl.nameSpan ?? use.action.span),
        message: messageFor(use, result.refusals),
        data: { pattern: use.pattern, refusals: result.refusals, action: use.action },
        related: result.refusals.map((refusal) => ({
          span: refusal.target.nameSpan,
          message: explainRefusal(refusal),
        })),
      };
    }
  },
  fixes({ data }, analysis) {
    const proposals = proposalFixes(analysis, data);
    const [first, ...rest] = [...proposals, ...filterFixes(analysis, data)];
    return first === undefined ? [] : [{ ...first, preferred: proposals.length > 0 }, ...rest];
  },
});
