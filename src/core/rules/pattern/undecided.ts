// pattern/undecided: a claim about a read that the search could neither prove nor refute.
// Deliberately an information: it says that nothing is known, which is not the same as that nothing is wrong.

import type { ReadClaims } from '../../analysis/proofs/reads.ts';
import type { Verdict } from '../../analysis/proofs/verdict.ts';
import { undecidedText } from '../proof-words.ts';
import { defineRule } from '../rule.ts';
import { spanOfUse } from '../support.ts';

/** The claims of a read in words, with what came out. */
function* claimsIn({ use, overReads, misses, wrongItems, orders }: ReadClaims): Iterable<[string, Verdict]> {
  const name = use.pattern.name;
  for (const { entity, verdict } of overReads) yield [`That ${name} never reads ${entity.name}`, verdict];
  for (const { entity, verdict } of misses) yield [`That ${name} returns every ${entity.name}`, verdict];
  for (const { entity, verdict } of wrongItems)
    yield [`That ${name} returns no ${entity.name} that was not asked for`, verdict];
  // One pair that is out of order says enough of the others.
  const isBroken = orders.some(({ verdict }) => verdict.kind === 'refuted');
  for (const { attribute, verdict } of isBroken ? [] : orders)
    yield [`That ${name} comes in the order of ${attribute}`, verdict];
}

export const undecidedRead = defineRule<{ readonly pattern: string }>({
  id: 'pattern/undecided',
  title: 'A read of which nothing could be proved',
  why: 'Where the same attributes recur in several places of a key, or a function hides them, what lies in a range may have no answer that a bounded search finds. The read may be right, or not.',
  remedy: 'Write simpler keys, or bound the attributes with `format`, `pattern` or `enum`.',
  severity: 'information',
  *check({ proofs }) {
    for (const claims of proofs.reads) {
      const { use } = claims;
      for (const [what, verdict] of claimsIn(claims)) {
        if (verdict.kind !== 'undecided') continue;
        yield {
          span: spanOfUse(use),
          message: undecidedText(what, verdict.steps),
          data: { pattern: use.pattern.name },
        };
        break;
      }
    }
  },
});
