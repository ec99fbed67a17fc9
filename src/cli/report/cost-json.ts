// What a model costs as JSON for other programs, in a form that does not change; null is what is not known.
// Deliberately means only: how far single calls are from them is in the working.
import type { Quantity } from '../../core/analysis/capacity/quantity.ts';
import type { Step } from '../../core/analysis/capacity/step.ts';
import { patternRoute } from '../../core/ide/pattern-route.ts';
import type { Pattern, Target } from '../../core/model/design.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { lineIndex } from '../../core/text/line-index.ts';
import { lackingIn, optionFor } from './lacking.ts';

/** Ten digits: figures are computed with twelve, and what a year's seconds make of the last ones is noise. */
const figure = (value: number | undefined): number | null =>
  value === undefined ? null : Number(value.toPrecision(10));

const mean = (quantity: Quantity | undefined): number | null => figure(quantity?.mean);

/** The cost stage counts in millions. */
const units = (millions: Quantity | undefined): number | null =>
  millions?.mean === undefined ? null : figure(millions.mean * 1e6);

/** The table is `table`; an index that is called so, too, is kept apart. */
const keyOf = ({ kind, name }: Target): string =>
  kind === 'table' ? 'table' : name === 'table' ? 'index table' : name;

interface StepJson {
  readonly label: string;
  readonly value: number | null;
  readonly unit: string;
  readonly rule: Step['rule'];
  readonly note?: string;
  readonly provenance?: string;
  readonly parts: readonly StepJson[];
}

const stepJson = ({ label, value, unit, rule, note, provenance, parts }: Step): StepJson => ({
  label,
  value: mean(value),
  unit,
  rule,
  ...(note !== undefined && { note }),
  ...(provenance !== undefined && { provenance }),
  parts: parts.map(stepJson),
});

function patternJson(snapshot: Snapshot, pattern: Pattern) {
  const call = snapshot.units.get(pattern);
  const month = snapshot.cost.patterns.get(pattern);
  const byTarget = (call?.byTarget ?? []).map(
    ({ target, read, write }) => [keyOf(target), { readUnits: mean(read), writeUnits: mean(write) }] as const,
  );
  return {
    route: patternRoute(snapshot, pattern) ?? null,
    perCall: {
      readUnits: mean(call?.read),
      writeUnits: mean(call?.write),
      byTarget: Object.fromEntries(byTarget),
    },
    perMonth: {
      usd: mean(month?.usd),
      readUnits: units(month?.readUnits),
      writeUnits: units(month?.writeUnits),
    },
    steps: [...(call?.steps ?? []), ...(month?.steps ?? [])].map(stepJson),
  };
}

/** The table also has its item collections, where a local index sets them a limit. */
function storageJson({ cost, growth }: Snapshot) {
  const collections = growth.collections.map(({ partitionKey, bytes, afterAYear }) => ({
    partitionKey,
    bytes: mean(bytes),
    largestBytes: figure(bytes.max),
    bytesAfterAYear: mean(afterAYear.value),
  }));
  const entries = [...cost.storage].map(([target, { gigabytes, usd }]) => {
    const own = {
      gigabytes: mean(gigabytes),
      usd: mean(usd),
      gigabytesAfterAYear: mean(growth.table.byTarget.get(target)?.afterAYear),
    };
    const isLimited = target.kind === 'table' && collections.length > 0;
    return [keyOf(target), isLimited ? { ...own, collections } : own] as const;
  });
  return Object.fromEntries(entries);
}

export function costJson(snapshot: Snapshot): string {
  const { cost, design, text } = snapshot;
  const lines = lineIndex(text);
  const report = {
    patterns: Object.fromEntries(
      design.patterns.map((pattern) => [pattern.name, patternJson(snapshot, pattern)]),
    ),
    entities: Object.fromEntries(
      [...cost.entities].map(([{ name }, { itemBytes }]) => [name, { itemBytes: mean(itemBytes) }]),
    ),
    storage: storageJson(snapshot),
    monthlyUsd: mean(cost.total),
    unknown: lackingIn(snapshot).map(({ what, write, setting, assumed, span }) => {
      const { line, column } = lines.at(span.start);
      return {
        what,
        write: write ?? null,
        option: setting ? optionFor(setting) : null,
        assumed: assumed ?? null,
        line: line + 1,
        column: column + 1,
      };
    }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
