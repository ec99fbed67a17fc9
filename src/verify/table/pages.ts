// The pages of a query or scan, followed by LastEvaluatedKey to the last.
// Deliberately gives up where a page begins where an earlier one did: an engine that goes in circles would never end.

import { canonicalItem } from '../../core/analysis/capacity/canonical.ts';
import { fromSdkItem, type SdkItem } from '../attribute-values.ts';
import { VerifyFailure } from '../failure.ts';

/**
 * Asks for page after page; `ask` gives the LastEvaluatedKey of the page that begins after `from`.
 * Rejects with VerifyFailure where the same one comes twice.
 */
export async function eachPage(
  place: string,
  ask: (from: SdkItem | undefined) => Promise<SdkItem | undefined>,
): Promise<void> {
  const seen = new Set<string>();
  for (let from = await ask(undefined); from !== undefined; from = await ask(from)) {
    const key = canonicalItem(fromSdkItem(from));
    if (seen.has(key)) {
      throw new VerifyFailure(
        'errors',
        `${place} gives the same page over and over: its LastEvaluatedKey never ends.`,
      );
    }
    seen.add(key);
  }
}
