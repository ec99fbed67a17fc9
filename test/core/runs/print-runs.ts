// Runs as text: what each pattern reads of the sample items in which order, and which entries it writes.
// Deliberately with the keys only, which tell items apart.
import type { DynamoValue } from '../../../src/core/analysis/capacity/item.ts';
import { routeLabel } from '../../../src/core/analysis/routes/request.ts';
import type { Arguments, LegRun } from '../../../src/core/analysis/runs/run.ts';
import { runPattern } from '../../../src/core/analysis/runs/run-pattern.ts';
import { sceneOf } from '../../../src/core/analysis/runs/scene.ts';
import type { SampleKey } from '../../../src/core/analysis/samples/assemble.ts';
import { printValue } from '../../../src/core/analysis/samples/print-value.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';

const values = (all: readonly DynamoValue[]): string => all.map(printValue).join(', ');

const keyText = (key: SampleKey | undefined): string =>
  key === undefined
    ? '-'
    : [values(key.partition), ...(key.sort.length > 0 ? [values(key.sort)] : [])].join(' / ');

const argsText = (args: Arguments): string =>
  args.size === 0 ? '' : ` (${[...args].map(([name, value]) => `${name}: ${printValue(value)}`).join(', ')})`;

function legLines(leg: LegRun): readonly string[] {
  const { action } = leg.resolved;
  switch (leg.kind) {
    case 'none':
      return [`${action.kind}: ${leg.reason}`];
    case 'read':
      return [
        `${routeLabel(leg.route)}${argsText(leg.args)}`,
        ...leg.items.map(({ sample, fate }, i) => {
          const mark = fate === 'returned' ? '' : ` ${fate}`;
          return `  ${i + 1}. ${sample.entity} ${keyText(sample.keys.get(leg.route.target))}${mark}`;
        }),
      ];
    case 'write':
      return [
        `${action.kind} ${leg.entity.name}${argsText(leg.args)}`,
        ...leg.entries.map(({ target, fate, before, after, missing }) => {
          const where = target.kind === 'table' ? 'table' : target.name;
          const lacks = missing.length > 0 ? ` (${missing.join(', ')})` : '';
          const keys =
            fate === 'moves' ? `${keyText(before)} -> ${keyText(after)}` : keyText(after ?? before);
          return `  ${where}: ${fate}${lacks} ${keys}`;
        }),
      ];
  }
}

export function printRuns(text: string): string {
  const snapshot = createSnapshot(text);
  const scene = sceneOf(snapshot);
  const lines = snapshot.design.patterns.flatMap((pattern) => {
    const { legs, steps } = runPattern(scene, pattern);
    const later = steps.flatMap((step) => step.flatMap(legLines).map((line) => `then ${line}`));
    return [`${pattern.name}`, ...[...legs.flatMap(legLines), ...later].map((line) => `  ${line}`), ''];
  });
  return lines.join('\n');
}
