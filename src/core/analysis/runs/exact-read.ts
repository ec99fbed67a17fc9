// What a read comes to on items that the user has written: how many, their bytes, its units, exactly.
// Deliberately only of written items: of those that are made a figure would say nothing.
import type { Pattern, ResolvedAction } from '../../model/design.ts';
import { lazy } from '../../text/lazy.ts';
import type { Analysis } from '../analysis.ts';
import { entryIn, getUnits, rangeUnits, readFactor } from '../capacity/concrete-units.ts';
import { itemSizeOf } from '../capacity/item.ts';
import type { KeyCondition } from '../routes/route.ts';
import { termOfKey } from '../routes/terms.ts';
import { printValue } from '../samples/print-value.ts';
import { allReads } from './read.ts';
import type { ReadRun } from './run.ts';
import { type Scene, sceneOf } from './scene.ts';
import { valueWith } from './values.ts';

export interface ExactRead {
  /** `DeviceID = d#12345`, of all that the samples answer the one of most bytes; empty for a scan. */
  readonly condition: string;
  /** Items read, and paid for. */
  readonly read: number;
  /** Items that the filter leaves. */
  readonly returned: number;
  readonly bytes: number;
  /** RCU. */
  readonly units: number;
}

function conditionText({ args, route }: ReadRun): string {
  const text = (condition: KeyCondition): string => {
    const { attribute, operator, values } = termOfKey(condition);
    const printed = values.map((value) => {
      const known = valueWith(value, args, () => undefined);
      return known === undefined ? '…' : printValue(known);
    });
    return `${attribute} ${operator} ${printed.join(' and ')}`;
  };
  return [...route.partition, ...route.sort].map(text).join(' and ');
}

function exactly({ design }: Analysis, pattern: Pattern, run: ReadRun): ExactRead {
  const { route, resolved, items } = run;
  const factor = readFactor(pattern.kind, resolved.action.strong, route.target);
  const whole = items.map(({ sample }) => sample.item);
  const entries = whole.flatMap((item) => entryIn(design, route.target, item) ?? []);
  const isGet = route.operation === 'GetItem';
  const read = isGet ? getUnits(whole[0], factor) : rangeUnits(entries, factor);
  // What a local index lacks is fetched item by item.
  const fetched = route.fetched.length === 0 ? [] : whole.map((item) => getUnits(item, factor));
  return {
    condition: conditionText(run),
    read: items.length,
    returned: items.filter(({ fate }) => fate === 'returned').length,
    bytes: entries.reduce((all, entry) => all + itemSizeOf(entry), 0),
    units: fetched.reduce((all, units) => all + units, read),
  };
}

function runsOf(scene: () => Scene, { routes }: Analysis, resolved: ResolvedAction): readonly ReadRun[] {
  if (!resolved.entities.some(({ decl }) => decl.samples.length > 0)) return [];
  const result = routes.get(resolved.action);
  // Several queries in one call are rounded one by one, and which item came by which is not told.
  if (result?.kind !== 'served' || result.route.fanOut.length > 0) return [];
  return allReads(scene(), resolved, result.route).filter(({ items }) =>
    items.every(({ sample }) => sample.written !== undefined),
  );
}

/** Of each of the pattern's own reads that meets written items only, the dearest. */
export function exactReads(analysis: Analysis, pattern: Pattern): readonly ExactRead[] {
  const scene = lazy(() => sceneOf(analysis));
  return pattern.actions.flatMap((resolved) => {
    const all = runsOf(scene, analysis, resolved).map((run) => exactly(analysis, pattern, run));
    return all.toSorted((a, b) => b.bytes - a.bytes).slice(0, 1);
  });
}
