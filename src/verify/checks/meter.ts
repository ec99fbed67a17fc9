// The index-diff meter: what each index holds of an item, before and after a write, and the write units of the difference.
// Deliberately reads the entries from the engine, so that membership and projection are the engine's and only rounding is ours.

import { canonicalItem, canonicalValue } from '../../core/analysis/capacity/canonical.ts';
import { entryIn, entryWriteUnits } from '../../core/analysis/capacity/concrete-units.ts';
import type { DynamoItem } from '../../core/analysis/capacity/item.ts';
import type { SampleKey } from '../../core/analysis/samples/assemble.ts';
import type { Target } from '../../core/model/design.ts';
import type { Units } from '../calls/consumed.ts';
import { type Context, deploymentFor } from '../context.ts';
import { entriesAt } from '../table/deployment.ts';
import type { Stored, World } from '../world.ts';

/** The entries that an index has of one item: one or none, if all is well. */
export type Entries = ReadonlyMap<Target, readonly DynamoItem[]>;

const keyText = ({ partition, sort }: SampleKey): string =>
  [...partition, ...sort].map(canonicalValue).join(' ');

/** The places at which the item was and should be, each once. */
function places(target: Target, moments: readonly (Stored | undefined)[]): readonly SampleKey[] {
  const keys = moments.flatMap((stored) => stored?.keys.get(target) ?? []);
  return [...new Map(keys.map((key) => [keyText(key), key])).values()];
}

/** What the indexes hold now of an item that was, or will be, as one of these. */
export async function readEntries(
  context: Context,
  targets: readonly Target[],
  before: Stored | undefined,
  after: Stored | undefined,
): Promise<Entries> {
  const { world } = context;
  const subject = before ?? after;
  const entries = new Map<Target, readonly DynamoItem[]>();
  if (subject === undefined) return entries;
  const own = world.keyText(subject.item);
  for (const target of targets) {
    const found: DynamoItem[] = [];
    for (const key of places(target, [before, after])) {
      const all = await entriesAt(deploymentFor(context, target), target, key);
      found.push(...all.filter((entry) => world.keyText(entry) === own));
    }
    entries.set(target, found);
  }
  return entries;
}

/** By the name of the index; entries as the engine has them. */
export function meteredUnits(before: Entries, after: Entries): Units {
  const units = new Map<string, number>();
  for (const [target, was] of before) {
    const own = entryWriteUnits(target, { before: was[0], after: after.get(target)?.[0] });
    if (own > 0) units.set(target.name, own);
  }
  return units;
}

/** Lines for each index that does not hold what it should, expected and actual. */
export function entryDifferences(
  { design }: World,
  entries: Entries,
  item: DynamoItem | undefined,
): readonly {
  readonly target: Target;
  readonly expected: DynamoItem | undefined;
  readonly actual: readonly DynamoItem[];
}[] {
  return [...entries].flatMap(([target, actual]) => {
    const expected = item && entryIn(design, target, item);
    const isSame =
      actual.length === (expected ? 1 : 0) &&
      actual.every((entry) => expected !== undefined && canonicalItem(entry) === canonicalItem(expected));
    return isSame ? [] : [{ target, expected, actual }];
  });
}
