// pattern/over-read: a query whose range holds items that the pattern does not ask for.
// Deliberately only what a witness of plain values shows; what never can lie in the range is proved and not told.

import { isKnown, type Quantity, sum, tidy } from '../../analysis/capacity/quantity.ts';
import { readActionUnits } from '../../analysis/capacity/read-units.ts';
import { isStranger } from '../../analysis/counts/strangers.ts';
import type { ReadClaims } from '../../analysis/proofs/reads.ts';
import { targetName } from '../../analysis/routes/explain.ts';
import { listOf } from '../../text/words.ts';
import { keySpan, keysText, witnessOf } from '../proof-words.ts';
import { defineRule, type Problem, type RuleContext } from '../rule.ts';
import { spanOfUse } from '../support.ts';

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

type OverRead = ReadClaims['overReads'][number];

interface Data {
  readonly pattern: string;
  readonly entities: readonly string[];
}

/** What the whole query says of some that lie in its range; undefined where none does. */
function problemOf(
  { use }: ReadClaims,
  found: readonly OverRead[],
  words: (names: readonly string[], witness: string) => Pick<Problem<Data>, 'message' | 'severity'>,
): Problem<Data> | undefined {
  const [first] = found;
  const [item] = (first && witnessOf(first.verdict)?.items) ?? [];
  if (item === undefined) return undefined;
  const names = [...new Set(found.map(({ entity }) => entity.name))];
  return {
    ...words(names, `${item.entity} with ${keysText(item)} lies in its range`),
    span: spanOfUse(use),
    data: { pattern: use.pattern.name, entities: names },
    related: found.map(({ entity, layout }) => ({
      span: keySpan(entity, layout),
      message: `The key of ${entity.name}`,
    })),
  };
}

function neighboursRead(context: RuleContext, claims: ReadClaims, found: readonly OverRead[]) {
  const { use, route } = claims;
  return problemOf(claims, found, (names, witness) => {
    const units = waste(context, claims);
    const price = units !== undefined && units > 0 ? ` That is ${units} RCU more for each call.` : '';
    const limited =
      use.action.limit === undefined
        ? ''
        : ` They count towards limit: ${use.action.limit}, which is taken before anything is left out.`;
    return {
      message: `${use.pattern.name} also reads ${listOf(names, 'and')} from ${targetName(route.target)}: ${witness}.${price}${limited} Name ${names.length > 1 ? 'them' : 'it'} in query if that is meant, or narrow the range.`,
    };
  });
}

const strangersRead = (claims: ReadClaims, found: readonly OverRead[]) =>
  problemOf(claims, found, (names, witness) => {
    const { use, route } = claims;
    const key = listOf(route.target.partitionKey.map(({ name }) => name));
    return {
      message: `${use.pattern.name} also reads ${listOf(names, 'and')} from ${targetName(route.target)} where ${key} happens to be the same: ${witness}. Begin the partition keys with texts of their own, as no id then is that of something else.`,
      severity: 'information',
    };
  });

export const overRead = defineRule<Data>({
  id: 'pattern/over-read',
  title: 'A query that reads items nobody asked for',
  why: 'A query pays for every item in its range, comes to the 1 MB of a page earlier, and with `limit` the unwanted items take the places of the wanted ones (DynamoDB developer guide, query, as of 2026). The application must also tell them apart.',
  remedy:
    'Name the entities in `query` if they are wanted. Else narrow the range with `where`, or begin the sort keys so that the wanted items lie together.',
  severity: 'warning',
  *check(context) {
    for (const claims of context.proofs.reads) {
      const { use, route } = claims;
      // That nothing wanted is found at all is said by pattern/finds-nothing, with what is read in its place.
      if (use.entities.every(({ name }) => route.shutOut.some(({ entity }) => entity === name))) continue;
      const found = claims.overReads.filter(({ verdict }) => verdict.kind === 'refuted');
      const strangers = found.filter(({ layout }) => isStranger(context.design, route, layout));
      const neighbours = found.filter((each) => !strangers.includes(each));
      const problems = [neighboursRead(context, claims, neighbours), strangersRead(claims, strangers)];
      yield* problems.filter((each) => each !== undefined);
    }
  },
});
