// What the figures of a report lack: first what moves the total, then what only other figures depend on.
// Deliberately every reason once; where a figure is null or unknown, its reason is here.
import { distinctMissing, type Missing } from '../../core/analysis/capacity/quantity.ts';
import { daxExample, pollsExample, type Setting } from '../../core/analysis/capacity/setting.ts';
import type { Snapshot } from '../../core/snapshot.ts';

/** What to give `singlet cost`, where no line of the model would tell: `--dax "3 x t3.small"`. */
export function optionFor(setting: Setting): string {
  switch (setting.kind) {
    case 'price':
      return `--price ${setting.region}:${setting.price}=USD`;
    case 'dax':
      return `--dax "${daxExample}"`;
    case 'stream-polls':
      return `--stream-polls ${pollsExample}`;
  }
}

/** The same in a sentence. */
export function optionAdvice(setting: Setting): string {
  const own = `Give \`${optionFor(setting)}\``;
  return setting.kind === 'price' && setting.hasEstimate ? `${own}, or \`--estimates\`.` : `${own}.`;
}

/** Of all figures of money, units, sizes and growth. */
export function lackingIn({ cost, growth, units, design }: Snapshot): readonly Missing[] {
  const sizes = [
    ...[...cost.entities.values()].map(({ itemBytes }) => itemBytes),
    ...[...cost.storage.values()].map(({ gigabytes }) => gigabytes),
    growth.table.afterAYear,
    ...growth.collections.flatMap(({ bytes, afterAYear }) => [bytes, afterAYear.value]),
  ];
  return distinctMissing([
    ...cost.unknown.map(({ missing }) => missing),
    ...cost.assumed,
    ...design.patterns.flatMap((pattern) => units.get(pattern).unknown),
    ...sizes.flatMap(({ missing }) => missing),
  ]);
}
