// What would serve in place of a scan: a key that is there, an index to add, or nothing that keys can do.
// Deliberately asks the route finder; each quick fix is checked by routing what it writes.

import { clausesOf } from '../../analysis/routes/clauses.ts';
import { targetName } from '../../analysis/routes/explain.ts';
import type { Proposal } from '../../analysis/routes/propose.ts';
import { propose } from '../../analysis/routes/propose.ts';
import { rangeOperators } from '../../analysis/routes/range.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { Action, ClauseDecl } from '../../model/model.ts';
import { printClause } from '../../syntax/print-clause.ts';
import { entryOf } from '../../syntax/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { listOf } from '../../text/words.ts';
import { proposalEdits, proposalTitle } from '../pattern/apply-proposal.ts';
import { listEdits, sourcesOf } from '../pattern/clause-edits.ts';
import { isServedAfter } from '../pattern/routed.ts';
import type { Fix, RuleContext } from '../rule.ts';

/** `text` says what to do, as a sentence. */
export type Remedy =
  /** A query by these clauses: of what is there, or once the proposal is written. */
  | {
      readonly kind: 'query';
      readonly text: string;
      readonly keyed: readonly ClauseDecl[];
      readonly proposals: readonly Proposal[];
    }
  /** An index that holds the wanted items and no others. */
  | { readonly kind: 'index'; readonly text: string; readonly index: string }
  | { readonly kind: 'none'; readonly text: string };

/** Whether a key could be asked for this. */
const isKeyable = ({ clause }: ClauseDecl): boolean =>
  clause !== undefined &&
  clause.functions.length === 0 &&
  (clause.operator === '=' || rangeOperators.some((operator) => operator === clause.operator));

export function remedyOf(context: RuleContext, use: ActionUse): Remedy {
  const { action, entities } = use;
  if (action.filter.length === 0) return ofEntities(context, use);
  const keyed = keyedBy(action);
  if (!keyed.some(({ clause }) => clause?.operator === '=')) return { kind: 'none', text: noKeyText(action) };
  const asked: Action = {
    ...action,
    kind: 'query',
    where: keyed,
    filter: action.filter.filter((each) => !keyed.includes(each)),
    index: undefined,
  };
  const text = listOf(keyed.flatMap(({ clause }) => (clause ? [printClause(clause)] : [])));
  const route = context.router({ action: asked, entities });
  if (route?.kind === 'served') {
    const { target } = route.route;
    return {
      kind: 'query',
      keyed,
      proposals: [],
      text: `${targetName(target)} answers ${text} by its key: write query.`,
    };
  }
  const proposals = propose(context.design, asked, entities);
  const [first] = proposals;
  const names = listOf([...new Set(keyed.flatMap(({ clause }) => (clause ? [clause.attribute] : [])))]);
  return first === undefined
    ? { kind: 'none', text: `Make a key of ${names} and write query, or ask for it seldom.` }
    : {
        kind: 'query',
        keyed,
        proposals,
        text: `An index by ${names} would read only those: add it and write query.`,
      };
}

/** The equalities and one range: as much as one key condition can hold. */
function keyedBy({ filter }: Action): readonly ClauseDecl[] {
  const keyable = filter.filter(isKeyable);
  const range = keyable.find(({ clause }) => clause?.operator !== '=');
  return keyable.filter((each) => each.clause?.operator === '=' || each === range);
}

function noKeyText({ filter }: Action): string {
  const contains = clausesOf(filter).find(({ operator }) => operator === 'contains');
  return contains === undefined
    ? 'A key condition begins with a value that is given whole: put one beside the range, such as a part of the time or | shard(n), and write query.'
    : `No key answers ${printClause(contains)}: keep an item for each value, with that value in its key, and query those, or ask a search service.`;
}

/** Of a scan without a filter, which meets other entities. */
function ofEntities({ design, router }: RuleContext, { action, entities }: ActionUse): Remedy {
  const names = listOf(entities.map(({ name }) => name));
  for (const { kind, name, nameSpan } of design.targets) {
    if (kind === 'table' || action.index !== undefined) continue;
    const result = router({ action: { ...action, index: { value: name, span: nameSpan } }, entities });
    const isAll =
      result?.kind === 'served' &&
      result.route.layouts.every(({ variant, sparse }) => variant === undefined && sparse.length === 0);
    if (isAll && result.route.alsoReads.length === 0) {
      return { kind: 'index', index: name, text: `${name} holds ${names} and nothing else: scan that.` };
    }
  }
  return {
    kind: 'none',
    text: `Give ${names} a key in an index of its own and scan that, or name all entities in scan if all of them are meant.`,
  };
}

export function remedyFixes({ text, design }: RuleContext, use: ActionUse, remedy: Remedy): readonly Fix[] {
  const isServed = ({ edits }: Fix): boolean => isServedAfter(text, edits, use);
  switch (remedy.kind) {
    case 'none':
      return [];
    case 'index':
      return [
        { title: `Scan ${remedy.index}`, edits: listEdits(text, use.action, 'index', [remedy.index]) },
      ].filter(isServed);
    case 'query': {
      const asked = queryEdits(text, use.action, remedy.keyed);
      if (asked.length === 0) return [];
      const options = remedy.proposals.map((proposal) => ({
        title: `Write query. ${proposalTitle(proposal)}`,
        edits: [...asked, ...proposalEdits(text, design, proposal)],
      }));
      return [...(options.length > 0 ? options : [{ title: 'Write query', edits: asked }])].filter(isServed);
    }
  }
}

/** `scan` and its filter as `query` and `where`; what no key answers stays in the filter. */
function queryEdits(text: string, action: Action, keyed: readonly ClauseDecl[]): readonly TextEdit[] {
  const scan = entryOf(action.node, 'scan');
  const filter = entryOf(action.node, 'filter');
  if (scan === undefined || filter === undefined || action.index !== undefined) return [];
  const query: TextEdit = { span: scan.key.span, newText: 'query' };
  const rest = action.filter.filter((each) => !keyed.includes(each));
  if (rest.length === 0) return [query, { span: filter.key.span, newText: 'where' }];
  const where = listEdits(text, action, 'where', sourcesOf(keyed));
  const left = listEdits(text, action, 'filter', sourcesOf(rest));
  return where.length > 0 && left.length > 0 ? [query, ...where, ...left] : [];
}
