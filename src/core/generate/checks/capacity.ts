// What CreateTable and autoscaling refuse about capacity: units that are no whole numbers, modes that differ, a bad range.
// Deliberately without quotas: AWS raises those.
import type { Design } from '../../model/design.ts';
import type { Throughput } from '../../model/model.ts';
import { entryOf, type Node } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import type { Reason } from '../target.ts';
import { targetPercent } from '../throughput.ts';

export function* capacityReasons({ model }: Design): Iterable<Reason> {
  const { table } = model;
  if (table === undefined) return;
  yield* unitReasons('The table', table.capacity, at(table.node, table.span));
  const tableMode = table.capacity?.mode ?? 'on-demand';
  for (const index of model.indexes) {
    if (index.kind !== 'global' || index.capacity === undefined) continue;
    const place = at(index.entry.value, index.nameSpan);
    yield* unitReasons(index.name, index.capacity, place);
    if (index.capacity.mode !== tableMode) {
      yield {
        message: `${index.name} is ${index.capacity.mode} and the table is ${tableMode}. A table and its indexes have one mode: write the same for both, or leave the capacity of ${index.name} out.`,
        span: place,
      };
    }
  }
}

const at = (node: Node | undefined, otherwise: Span): Span => entryOf(node, 'capacity')?.span ?? otherwise;

function* unitReasons(holder: string, throughput: Throughput | undefined, span: Span): Iterable<Reason> {
  if (throughput?.mode !== 'provisioned') return;
  const { read, write, autoscaling } = throughput;
  const sides = [
    ['read', read, autoscaling?.maxRead],
    ['write', write, autoscaling?.maxWrite],
  ] as const;
  for (const [side, units, most] of sides) {
    if (units === undefined || !Number.isInteger(units) || units < 1) {
      const found = units === undefined ? '' : `, not ${units}`;
      yield {
        message: `${holder} needs a whole number of ${side} units, at least 1${found}.`,
        span,
      };
    } else if (most !== undefined && (!Number.isInteger(most) || most < units)) {
      yield {
        message: `${holder} scales from ${units} to ${most} ${side} units. The most must be a whole number that is not below what is provisioned.`,
        span,
      };
    }
  }
  const target = autoscaling && targetPercent(autoscaling.target);
  if (target !== undefined && (target < 20 || target > 90)) {
    yield { message: `${holder} scales at ${target}% use, and AWS takes 20% to 90%.`, span };
  }
}
