// table/capacity: provisioned capacity that DynamoDB or autoscaling refuses, or that differs between table and index.
// Deliberately without the default quotas, which AWS raises: those are cost/over-quota.
import { limits } from '../../facts/limits.ts';
import type { Model, Throughput } from '../../model/model.ts';
import { printShare } from '../../syntax/quantity.ts';
import { entryOf, type Node } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Problem } from '../rule.ts';

interface Data {
  /** The table or the index. */
  readonly holder: string;
}

const least = limits.capacityUnitsAtLeast.value;
const lowest = limits.autoscalingTargetAtLeast.value;
const highest = limits.autoscalingTarget.value;

export const capacity = defineRule<Data>({
  id: 'table/capacity',
  title: 'Capacity that cannot be provisioned',
  why: `Units are whole numbers, at least ${least}; a table and its global indexes are all provisioned or all on-demand; autoscaling aims at ${printShare(lowest)} to ${printShare(highest)} and never goes below its least (CreateTable and Application Auto Scaling, API references, as of 2026-10). CreateTable fails otherwise.`,
  remedy:
    'Write whole units, one mode for the table and all its indexes, and a range that begins with what is provisioned.',
  severity: 'error',
  *check({ model }) {
    const { table } = model;
    if (table === undefined) return;
    yield* ofUnits('The table', table.capacity, at(table.node, table.span));
    for (const index of model.indexes) {
      if (index.kind !== 'global' || index.capacity === undefined) continue;
      const place = at(index.entry.value, index.nameSpan);
      yield* ofUnits(index.name, index.capacity, place);
      yield* ofMode(model, index.name, index.capacity, place);
    }
  },
});

const at = (node: Node | undefined, otherwise: Span): Span => entryOf(node, 'capacity')?.span ?? otherwise;

function* ofMode({ table }: Model, name: string, { mode }: Throughput, span: Span): Iterable<Problem<Data>> {
  const tableMode = table?.capacity?.mode ?? 'on-demand';
  if (table === undefined || mode === tableMode) return;
  yield {
    message: `${name} is ${mode} and the table is ${tableMode}. A table and its indexes have one mode: write the same for both, or leave the capacity of ${name} out.`,
    span,
    data: { holder: name },
    related: [{ span: at(table.node, table.span), message: `the table is ${tableMode}` }],
  };
}

function* ofUnits(holder: string, throughput: Throughput | undefined, span: Span): Iterable<Problem<Data>> {
  if (throughput?.mode !== 'provisioned') return;
  const { read, write, autoscaling } = throughput;
  const data = { holder };
  const sides = [
    ['read', read, autoscaling?.maxRead],
    ['write', write, autoscaling?.maxWrite],
  ] as const;
  for (const [side, units, most] of sides) {
    // What is not written is schema/missing-key, and keeps a table from being made all the same.
    if (units === undefined) continue;
    if (!Number.isInteger(units) || units < least) {
      yield {
        message: `${holder} needs a whole number of ${side} units, at least ${least}, not ${units}.`,
        span,
        data,
      };
    } else if (most !== undefined && (!Number.isInteger(most) || most < units)) {
      yield {
        message: `${holder} scales from ${units} to ${most} ${side} units. The most must be a whole number that is not below what is provisioned.`,
        span,
        data,
      };
    }
  }
  const target = autoscaling?.target;
  if (target !== undefined && (target < lowest || target > highest)) {
    yield {
      message: `${holder} scales at ${printShare(target)} use, and AWS takes ${printShare(lowest)} to ${printShare(highest)}.`,
      span,
      data,
    };
  }
}
