// cost/over-quota: more throughput than AWS lets a table, an index or an account have unless it is asked.
// Deliberately adds up traffic only where there is much: below so many calls a second nobody comes near these quotas.
import { limits } from '../../facts/limits.ts';
import type { Target } from '../../model/design.ts';
import type { Throughput } from '../../model/model.ts';
import { printNumber } from '../../syntax/quantity.ts';
import { defineRule, type Problem, type RuleContext } from '../rule.ts';

interface Data {
  readonly units: number;
}

type Side = 'read' | 'write';

const sides = [
  { side: 'read', unit: 'RCU', quota: limits.tableReadUnits.value, ofAccount: limits.accountReadUnits.value },
  {
    side: 'write',
    unit: 'WCU',
    quota: limits.tableWriteUnits.value,
    ofAccount: limits.accountWriteUnits.value,
  },
] as const;

/** Ten units for each call come to the quota. */
const manyCalls = limits.tableReadUnits.value / 10;

export const overQuota = defineRule<Data>({
  id: 'cost/over-quota',
  title: 'More throughput than the default quotas allow',
  why: `By default a table, and each of its global indexes, has at most ${printNumber(limits.tableReadUnits.value)} RCU and ${printNumber(limits.tableWriteUnits.value)} WCU a second, on-demand or provisioned, and all provisioned tables and indexes of an account in a Region ${printNumber(limits.accountReadUnits.value)} of each. What is beyond cannot be provisioned, or is throttled (AWS General Reference, DynamoDB quotas, as of 2026).`,
  remedy:
    'Ask AWS for a higher quota before the traffic comes, in every Region of the table; or spread the load over tables.',
  severity: 'warning',
  *check(context) {
    const { table } = context.design;
    if (table === undefined) return;
    const isProvisioned = table.decl.capacity?.mode === 'provisioned';
    const holders = context.design.targets.filter(({ kind }) => kind !== 'local');
    const used = isProvisioned ? undefined : unitsAtPeak(context);
    for (const { side, unit, quota, ofAccount } of sides) {
      let sum = 0;
      for (const target of holders) {
        const units = used
          ? (used.get(target)?.[side] ?? 0)
          : (mostOf(target.decl?.capacity ?? table.decl.capacity, side) ?? 0);
        sum += units;
        if (units > quota) yield ofHolder(target, units, unit, quota, isProvisioned);
      }
      if (isProvisioned && sum > ofAccount) {
        yield {
          span: table.target.nameSpan,
          message: `The table and its indexes can have ${printNumber(sum)} ${unit} provisioned together, and AWS lets an account have ${printNumber(ofAccount)} in a Region unless it is asked. Ask for a higher quota.`,
          data: { units: sum },
        };
      }
    }
  },
});

function ofHolder(
  { kind, name, nameSpan }: Target,
  units: number,
  unit: string,
  quota: number,
  isProvisioned: boolean,
): Problem<Data> {
  const holder = kind === 'table' ? 'The table' : name;
  const has = isProvisioned
    ? `can have ${printNumber(units)} ${unit} provisioned`
    : `takes ${printNumber(units)} ${unit}/s at the peak`;
  return {
    span: nameSpan,
    message: `${holder} ${has}, and AWS allows ${printNumber(quota)} unless it is asked. Ask for a higher quota before the traffic comes.`,
    data: { units },
  };
}

/** With autoscaling, as far as it goes. */
function mostOf(throughput: Throughput | undefined, side: Side): number | undefined {
  if (throughput?.mode !== 'provisioned') return undefined;
  const { read, write, autoscaling } = throughput;
  const [units, most] = side === 'read' ? [read, autoscaling?.maxRead] : [write, autoscaling?.maxWrite];
  return units === undefined ? undefined : Math.max(units, most ?? 0);
}

/** What is known of the units per second that the patterns take when all have their peaks; those of local indexes are the table's. */
function unitsAtPeak({ design, units }: RuleContext): ReadonlyMap<Target, Readonly<Record<Side, number>>> {
  const found = new Map<Target, { read: number; write: number }>();
  const { table } = design;
  const calls = design.patterns.map(({ decl }) => decl.peak ?? decl.rate ?? 0);
  if (table === undefined || calls.reduce((sum, each) => sum + each, 0) < manyCalls) return found;
  for (const pattern of design.patterns) {
    const { peak, rate, cacheHits } = pattern.decl;
    const perSecond = peak ?? rate;
    if (perSecond === undefined) continue;
    for (const { target, read, write } of units.get(pattern).byTarget) {
      const holder = target.kind === 'local' ? table.target : target;
      const known = found.get(holder) ?? { read: 0, write: 0 };
      known.read += read.atLeast * perSecond * (1 - (cacheHits ?? 0));
      known.write += write.atLeast * perSecond;
      found.set(holder, known);
    }
  }
  return found;
}
