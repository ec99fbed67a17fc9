// cost/beyond-a-page: queries that hold more than the 1 MB that DynamoDB returns at a time.
// Deliberately silent for scans that follow their pages, of which everybody knows, and for a query without a rate that does.
import { printQuantity } from '../../analysis/capacity/print-steps.ts';
import type { PageGrowth } from '../../analysis/cost/growth.ts';
import { targetName } from '../../analysis/routes/explain.ts';
import { limits } from '../../facts/limits.ts';
import { printBytes, printNumber } from '../../syntax/quantity.ts';
import { defineRule, type Problem, type RuleContext } from '../rule.ts';

interface Data {
  readonly pattern: string;
  readonly pages: number;
}

/** Units are made for the sake of rates anyway; a first page may lose items, whatever the rate is. */
const mayBeBeyond = ({ design }: RuleContext): boolean =>
  design.patterns.some(({ decl, actions }) =>
    actions.some(
      ({ action }) => action.firstPageOnly || (action.kind === 'query' && decl.rate !== undefined),
    ),
  );

function followed({ pattern, target, bytes, pages }: PageGrowth): Problem<Data> | undefined {
  const { rate, peak, nameSpan } = pattern.decl;
  if (pages.atLeast <= 1 || (rate === undefined && peak === undefined)) return undefined;
  const size = `${bytes.mean === undefined ? 'at least ' : ''}${printBytes(bytes.atLeast)}`;
  return {
    span: nameSpan,
    message: `A query of ${targetName(target)} by ${pattern.name} reads ${size} on average, and DynamoDB returns 1 MB at a time: ${printQuantity(pages, 'pages')}, one request after the other. Give more of the key, or a limit, and page on only where more is wanted.`,
    data: { pattern: pattern.name, pages: pages.atLeast },
    severity: 'information',
  };
}

/** How many items fit on a page. */
function fitting({ items, bytes }: PageGrowth): string {
  if (items.mean === undefined || bytes.mean === undefined) return '';
  return `, after some ${printNumber(Math.ceil((limits.pageBytes.value * items.mean) / bytes.mean))} items`;
}

function firstOnly(growth: PageGrowth): Problem<Data> | undefined {
  const { pattern, resolved, bytes, pages, target } = growth;
  const isSure = pages.atLeast > 1;
  const most = isSure ? bytes.atLeast : bytes.max;
  const { limit, firstPageOnly, kind } = resolved.action;
  if (most === undefined) return firstPageOnly ? unbounded(growth) : undefined;
  if (most <= limits.pageBytes.value) return undefined;
  // That a limit could be cut by items of the largest size is true of most limits, and worth nobody's time.
  if (!isSure && !firstPageOnly) return undefined;
  const size = printBytes(most);
  const message = firstPageOnly
    ? `${pattern.name} takes the first page of a ${kind} of ${targetName(target)}, and ${kind === 'scan' ? 'it' : 'the range'} ${isSure ? `holds ${size} on average` : `can hold ${size}`}: a page ends at 1 MB${fitting(growth)}, and what follows never comes back. Leave \`pages: first\` out and follow the pages${kind === 'scan' ? '' : ', or give more of the key'}.`
    : `${pattern.name} asks for ${printNumber(limit ?? 0)} items, ${size} on average, and a page ends at 1 MB${fitting(growth)}: a call returns fewer than the limit. Lower the limit, or page on.`;
  return {
    span: pattern.decl.nameSpan,
    message,
    data: { pattern: pattern.name, pages: pages.atLeast },
    ...(isSure ? {} : { severity: 'information' as const }),
  };
}

/** Nothing says how many items there are at most, so a page may hold them or not. */
const unbounded = ({ pattern, target }: PageGrowth): Problem<Data> => ({
  span: pattern.decl.nameSpan,
  message: `${pattern.name} takes the first page of ${targetName(target)}, and nothing says how many items it reads there at most: a page ends at 1 MB, and what follows never comes back. Write max in the count and maxSize on the attributes, or leave \`pages: first\` out and follow the pages.`,
  data: { pattern: pattern.name, pages: 1 },
  severity: 'information',
});

export const beyondAPage = defineRule<Data>({
  id: 'cost/beyond-a-page',
  title: 'A query beyond one page of 1 MB',
  why: 'A query returns at most 1 MB, counted before the filter, and a LastEvaluatedKey where there is more. Each further page is a request of its own, made after the one before it; a caller that does not ask for them loses what they hold (DynamoDB developer guide, paginating query results, as of 2026).',
  remedy:
    'Give more of the key, read from an index that projects less, or give a `limit` and page on from where the last call ended. `pages: first` is for callers that need no more than the first page holds.',
  severity: 'warning',
  *check(context) {
    if (!mayBeBeyond(context)) return;
    for (const growth of context.growth.pages) {
      const { kind, firstPageOnly } = growth.resolved.action;
      if (kind !== 'query' && !firstPageOnly) continue;
      const problem = growth.isFollowed ? followed(growth) : firstOnly(growth);
      if (problem) yield problem;
    }
  },
});
