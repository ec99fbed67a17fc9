// pattern/not-served: an access pattern that no table or index serves.
// Deliberately tells the reason for each candidate, and offers what would serve: keys, an index, a filter.
import {
  explainObstacles,
  explainRefusal,
  explainRefusals,
  targetName,
} from '../../analysis/routes/explain.ts';
import { propose } from '../../analysis/routes/propose.ts';
import type { Refusal } from '../../analysis/routes/route.ts';
import type { ActionUse } from '../../model/actions.ts';
import type { Design } from '../../model/design.ts';
import { printClause } from '../../syntax/print-clause.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { refOf, type UseRef, useOf } from '../support.ts';
import { proposalEdits, proposalText, proposalTitle } from './apply-proposal.ts';
import { joinBounds, listEdits, moveClause, sourcesOf } from './clause-edits.ts';
import { conditionFixes, projectionFixes } from './nearly-served.ts';
import { givesNothing } from './nothing-given.ts';
import { isServedAfter, routeAfter } from './routed.ts';

interface Data {
  readonly use: UseRef;
}

function messageFor(design: Design, use: ActionUse, refusals: readonly Refusal[]): string {
  const { action, pattern, entities } = use;
  const [only] = refusals;
  if (refusals.length === 1 && only && (action.index || action.key)) {
    return `${pattern.name} cannot be read from ${targetName(only.target)}: ${explainObstacles(only.obstacles)}.`;
  }
  const reasons = explainRefusals(refusals)
    .map((reason) => `  ${reason}`)
    .join('\n');
  const [proposal] = propose(design, action, entities);
  const serves = proposal === undefined ? '' : `\n${proposalText(proposal)}`;
  return `Nothing serves ${pattern.name}: no table or index can be asked for this.\n${reasons}${serves}`;
}

/** Two bounds of one attribute, which a key condition takes only as `between`. */
function boundsFixes(text: string, { action }: ActionUse): readonly Fix[] {
  return action.where.flatMap((first, at) =>
    action.where.slice(at + 1).flatMap((second): readonly Fix[] => {
      const joined = first.clause && second.clause && joinBounds(first.clause, second.clause);
      if (joined === undefined) return [];
      const rest = action.where.filter((decl) => decl !== first && decl !== second);
      const written = printClause(joined);
      const edits = listEdits(text, action, 'where', [...sourcesOf(rest), written]);
      return [{ title: `Write ${written}`, edits }];
    }),
  );
}

function proposalFixes({ text, design }: RuleContext, { action, entities }: ActionUse): readonly Fix[] {
  return propose(design, action, entities).map((proposal) => ({
    title: proposalTitle(proposal),
    edits: proposalEdits(text, design, proposal),
  }));
}

function filterFixes(text: string, use: ActionUse): readonly Fix[] {
  const { action } = use;
  if (action.kind !== 'query' || action.where.length < 2) return [];
  return action.where.flatMap((decl) => {
    // A filter knows no functions.
    if (decl.clause === undefined || decl.clause.functions.length > 0) return [];
    const { attribute } = decl.clause;
    const edits = moveClause(text, action, decl, 'where', 'filter');
    const result = edits.length === 0 ? undefined : routeAfter(text, edits, use);
    if (result?.kind !== 'served') return [];
    // Nor does it take the key attributes of what is queried.
    const { partitionKey, sortKey } = result.route.target;
    if ([...partitionKey, ...sortKey].some((key) => key.name === attribute)) return [];
    return [{ title: `Read more and drop the rest with a filter on ${printClause(decl.clause)}`, edits }];
  });
}

export const notServed = defineRule<Data>({
  id: 'pattern/not-served',
  title: 'An access pattern that no table or index serves',
  why: 'A query reads one item collection: it needs the whole partition key, and narrows it by one condition on the sort key. What no key answers is left to a scan, which reads the whole table.',
  remedy:
    'Add the keys or the index that the quick fixes offer, give the attributes that the key needs, or move a clause to `filter` and pay for what it drops.',
  severity: 'error',
  *check({ routes, uses, design }) {
    for (const use of uses.actions) {
      const result = routes.get(use.action);
      if (result?.kind !== 'unserved' || givesNothing(use)) continue;
      yield {
        span: use.action.key?.[0]?.entry.key.span ?? use.pattern.decl.nameSpan,
        message: messageFor(design, use, result.refusals),
        data: { use: refOf(use) },
        related: result.refusals.map((refusal) => ({
          span: refusal.target.nameSpan,
          message: explainRefusal(refusal),
        })),
      };
    }
  },
  fixes({ data }, context) {
    const { text, design, routes } = context;
    const use = useOf(design, data.use);
    const result = use && routes.get(use.action);
    if (use === undefined || result?.kind !== 'unserved') return [];
    const { refusals } = result;
    const isServed = ({ edits }: Fix): boolean => isServedAfter(text, edits, use);
    const nearest = [...boundsFixes(text, use), ...projectionFixes(text, use, refusals)].filter(isServed);
    const asking = conditionFixes(text, use, refusals).filter(isServed);
    const proposals = proposalFixes(context, use).filter(isServed);
    const [first, ...rest] = [...nearest, ...asking, ...proposals, ...filterFixes(text, use)];
    // What changes the question is never plainly meant.
    const isMeant = nearest.length > 0 || (asking.length === 0 && proposals.length > 0);
    return first === undefined ? [] : [{ ...first, preferred: isMeant }, ...rest];
  },
});
