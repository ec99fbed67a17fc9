// cost/beyond-capacity: traffic that the capacity of the table, or of an index, does not serve.
// Deliberately of whole tables and indexes; hot-partition is about single keys.
import { printValue } from '../../analysis/capacity/print-steps.ts';
import type { Excess } from '../../analysis/cost/headroom.ts';
import { targetName } from '../../analysis/routes/explain.ts';
import { defineRule, type Related } from '../rule.ts';

const perSecond = { read: 'RCU/s', write: 'WCU/s' } as const;
const units = { read: 'RCU', write: 'WCU' } as const;

function has({ ceiling, most, side }: Excess): string {
  const figure = printValue(most, units[side]);
  switch (ceiling) {
    case 'provisioned':
      return `it has ${figure}`;
    case 'autoscaling':
      return `autoscaling may go up to ${figure}`;
  }
}

function remedy({ ceiling, side, use }: Excess): string {
  const needed = `${side}: ${Math.ceil(use.value.atLeast)}`;
  switch (ceiling) {
    case 'provisioned':
      return `Write \`${needed}\` in its capacity, let autoscaling follow the traffic, or take on-demand.`;
    case 'autoscaling':
      return `Write \`max: { ${needed} }\`, or take on-demand.`;
  }
}

const consequence = ({ target, side }: Excess): string =>
  target.kind === 'global' && side === 'write'
    ? 'What is beyond is throttled, and a throttled index throttles the writes to its table.'
    : 'What is beyond is throttled, once the burst of unused capacity is gone.';

const relatedTo = ({ use }: Excess, spans: ReadonlyMap<string, Related['span']>): readonly Related[] =>
  use.parts.flatMap(({ label, unit, value }) => {
    const name = label.replace(/^(reads|writes) of /, '');
    const span = spans.get(name);
    return span === undefined || value.atLeast === 0
      ? []
      : [{ span, message: `${printValue(value.atLeast, unit)} from ${name}` }];
  });

export const beyondCapacity = defineRule<{
  readonly target: string;
  readonly side: Excess['side'];
  readonly use: number;
  readonly most: number;
}>({
  id: 'cost/beyond-capacity',
  title: 'More traffic than the capacity serves',
  why: 'Provisioned capacity is units a second: a table with 80 RCU and 100 WCU serves no more in the long run, and unused capacity of the last five minutes only covers a burst. Every global index has a capacity of its own. What autoscaling provisions is bounded by its `max` (DynamoDB developer guide, provisioned capacity mode, as of 2026).',
  remedy:
    'Provision as much as the peaks use, give autoscaling a higher `max`, or take `capacity: on-demand`; fewer or smaller reads and writes need less.',
  severity: 'warning',
  *check({ design, excess }) {
    const spans = new Map(design.patterns.map(({ name, decl }) => [name, decl.nameSpan]));
    for (const each of excess) {
      const { target, side, load, use, most } = each;
      const when = load === 'rate' ? 'at their mean rates' : 'at the peak';
      const figure = printValue(use.value.atLeast, perSecond[side]);
      yield {
        span: target.nameSpan,
        message: `The patterns use ${figure} of ${targetName(target)} ${when}, and ${has(each)}. ${consequence(each)} ${remedy(each)}`,
        data: { target: target.name, side, use: use.value.atLeast, most },
        ...(load === 'rate' ? { severity: 'error' as const } : {}),
        related: relatedTo(each, spans),
      };
    }
  },
});
