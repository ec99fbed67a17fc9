// read/scan-for-part: a scan that reads a whole table or index to keep a part of it.
// Deliberately silent where all is asked for, and where all is known to fit on one page.

import { isKnown } from '../../analysis/capacity/quantity.ts';
import { readActionUnits } from '../../analysis/capacity/read-units.ts';
import { readPrice } from '../../analysis/cost/requests.ts';
import { keptShare } from '../../analysis/counts/kept.ts';
import { clausesOf } from '../../analysis/routes/clauses.ts';
import { targetName } from '../../analysis/routes/explain.ts';
import type { RouteResult } from '../../analysis/routes/route.ts';
import { advice } from '../../facts/advice.ts';
import { limits } from '../../facts/limits.ts';
import type { ActionUse } from '../../model/actions.ts';
import { printClause } from '../../syntax/print-clause.ts';
import { printAmount, printBytes, printMoney, printNumber, secondsPerMonth } from '../../syntax/quantity.ts';
import { listOf } from '../../text/words.ts';
import { defineRule, type Problem, type RuleContext } from '../rule.ts';
import { refOf, spanOfUse, type UseRef, useOf } from '../support.ts';
import { remedyFixes, remedyOf } from './instead-of-scan.ts';

interface Data {
  readonly use: UseRef;
}

const few = advice.keptShare.value;

export const scanForPart = defineRule<Data>({
  id: 'read/scan-for-part',
  title: 'A scan that keeps only a part',
  why: 'A scan reads, and pays for, every item of the table or index, page after page; a filter drops what is not wanted only then. It grows with the table, not with what is asked for (DynamoDB developer guide, scan, as of 2026).',
  remedy:
    'Put what is asked for into a key and write `query`. A scan that is meant, such as an export, names all entities that it reads and has no filter; a question that is seldom asked of everything is `analyze`. If this is rare enough to be right, silence it with that reason.',
  severity: 'information',
  *check(context) {
    for (const use of context.uses.actions) {
      const result = context.routes.get(use.action);
      if (use.action.kind !== 'scan' || result?.kind !== 'served') continue;
      const problem = problemOf(context, use, result);
      if (problem !== undefined) yield problem;
    }
  },
  fixes({ data }, context) {
    const use = useOf(context.design, data.use);
    return use === undefined ? [] : remedyFixes(context, use, remedyOf(context, use));
  },
});

function problemOf(
  context: RuleContext,
  use: ActionUse,
  result: Extract<RouteResult, { readonly kind: 'served' }>,
): Problem<Data> | undefined {
  const { action, entities, pattern } = use;
  const { target, alsoReads } = result.route;
  const isCut = action.limit !== undefined || action.firstPageOnly;
  // What a limit or the end of a page does to a filter is read/limit-before-filter and cost/beyond-a-page.
  if (action.filter.length === 0 ? alsoReads.length === 0 : isCut) return undefined;
  const units = readActionUnits(context.sizes, { action, entities }, result, pattern.kind);
  const { items, bytes } = units;
  const isSmall = !isCut && isKnown(bytes) && bytes.mean <= limits.pageBytes.value;
  if (isSmall) return undefined;
  const kept = isCut || !isKnown(items) ? undefined : keptItems(context, use);
  const isPart = kept !== undefined && isKnown(items) && kept < few * items.mean;
  // What lies between the wanted items is then the smaller part.
  if (action.filter.length === 0 && kept !== undefined && !isPart) return undefined;
  const remedy = remedyOf(context, use);
  const all = target.kind === 'table' ? 'the whole table' : `all of ${target.name}`;
  const whole = isCut ? `what comes first in ${targetName(target)}` : all;
  const size = isKnown(bytes) ? `, ${printBytes(bytes.mean)}` : '';
  const share = kept === undefined ? '' : ` (at most some ${roundly(kept)} of ${roundly(items.mean)} items)`;
  return {
    span: spanOfUse(use),
    message: `${pattern.name} reads ${whole}${size}, to keep ${wantedText(use)}${share}${costText(context, use, units.byTarget)}. ${remedy.text}`,
    data: { use: refOf(use) },
    ...(isPart && remedy.kind !== 'none' ? { severity: 'warning' as const } : {}),
    related: [
      { span: target.nameSpan, message: `${targetName(target)} is read as it lies there` },
      ...action.filter.map(({ span }) => ({ span, message: 'applied to what was read' })),
    ],
  };
}

const roundly = (items: number | undefined): string => printAmount(Math.max(1, Math.round(items ?? 0)));

/** How many items pass, on average and at most; undefined where that is not known. */
function keptItems({ sizes }: RuleContext, { action, entities }: ActionUse): number | undefined {
  const clauses = clausesOf(action.filter);
  let total = 0;
  for (const entity of entities) {
    const share = clauses.length === 0 ? 1 : keptShare(sizes.counts, entity, clauses);
    const { mean } = sizes.counts.items(entity);
    if (share === undefined || mean === undefined) return undefined;
    total += share * mean;
  }
  return total;
}

function wantedText({ action, entities }: ActionUse): string {
  const names = listOf(entities.map(({ name }) => name));
  const clauses = clausesOf(action.filter).map(printClause);
  return clauses.length === 0 ? names : `${names} with ${listOf(clauses)}`;
}

/** `: 338,000 RCU a call, $30.00 a month at its rate`, as far as it is known. */
function costText(
  { design, pricing }: RuleContext,
  { pattern }: ActionUse,
  byTarget: ReturnType<typeof readActionUnits>['byTarget'],
): string {
  const perCall = byTarget.reduce<number | undefined>(
    (total, { read }) => (total === undefined || read.mean === undefined ? undefined : total + read.mean),
    0,
  );
  if (perCall === undefined) return '';
  const { rate } = pattern.decl;
  const price = readPrice(pricing).value.mean;
  const isOnDemand = design.model.table?.capacity?.mode !== 'provisioned';
  const perMonth =
    rate === undefined || price === undefined || !isOnDemand
      ? ''
      : `, ${printMoney((perCall * rate * secondsPerMonth * price) / 1e6)} a month at its rate`;
  return `: ${printNumber(perCall)} RCU a call${perMonth}`;
}
