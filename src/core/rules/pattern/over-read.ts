// pattern/over-read: a query whose range holds items that the pattern does not ask for.
// Deliberately only what a witness of plain values shows; what never can lie in the range is proved and not told.

import { isKnown, type Quantity, sum, tidy } from '../../analysis/capacity/quantity.ts';
import { readActionUnits } from '../../analysis/capacity/read-units.ts';
import type { ReadClaims } from '../../analysis/proofs/reads.ts';
import { targetName } from '../../analysis/routes/explain.ts';
import { listOf } from '../../text/words.ts';
import { keySpan, keysText, witnessOf } from '../proof-words.ts';
import { defineRule, type RuleContext } from '../rule.ts';

/** RCU of one call with and without the unwanted entities; undefined where that is not known. */
function waste({ sizes }: RuleContext, { use, route }: ReadClaims): number | undefined {
  const read = (alsoReads: readonly string[]): Quantity => {
    const served = { kind: 'served' as const, route: { ...route, alsoReads }, others: [] };
    const { byTarget } = readActionUnits(
      sizes,
      { action: use.action, entities: use.entities },
      served,
      use.pattern.kind,
    );
    return sum(byTarget.map((each) => each.read));
  };
  const [all, wanted] = [read(route.alsoReads), read([])];
  return isKnown(all) && isKnown(wanted) ? tidy(all.mean - wanted.mean) : undefined;
}

export const overRead = defineRule<{ readonly pattern: string; readonly entities: readonly string[] }>({
  id: 'pattern/over-read',
  title: 'A query that reads items nobody asked for',
  why: 'A query pays for every item in its range, comes to the 1 MB of a page earlier, and with `limit` the unwanted items take the places of the wanted ones (DynamoDB developer guide, query, as of 2026). The application must also tell them apart.',
  remedy:
    'Name the entities in `query` if they are wanted. Else narrow the range with `where`, or begin the sort keys so that the wanted items lie together.',
  severity: 'warning',
  *check(context) {
    for (const claims of context.proofs.reads) {
      const { use, route } = claims;
      const found = claims.overReads.filter(({ verdict }) => verdict.kind === 'refuted');
      const [first] = found;
      const [item] = (first && witnessOf(first.verdict)?.items) ?? [];
      if (first === undefined || item === undefined) continue;
      const names = [...new Set(found.map(({ entity }) => entity.name))];
      const units = waste(context, claims);
      const price = units !== undefined && units > 0 ? ` That is ${units} RCU more for each call.` : '';
      const limited =
        use.action.limit === undefined
          ? ''
          : ` They count towards limit: ${use.action.limit}, which is taken before anything is left out.`;
      yield {
        span: use.action.kind === use.pattern.kind ? use.pattern.decl.nameSpan : use.action.span,
        message: `${use.pattern.name} also reads ${listOf(names, 'and')} from ${targetName(route.target)}: ${item.entity} with ${keysText(item)} lies in its range.${price}${limited} Name ${names.length > 1 ? 'them' : 'it'} in query if that is meant, or narrow the range.`,
        data: { pattern: use.pattern.name, entities: names },
        related: found.map(({ entity, layout }) => ({
          span: keySpan(entity, layout),
          message: `The key of ${entity.name}`,
        })),
      };
    }
  },
});
