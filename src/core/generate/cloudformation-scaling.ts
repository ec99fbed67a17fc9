// Autoscaling of a table and its global indexes in CloudFormation: a scalable target and a policy for each side.
// Deliberately not for global tables, which state it in their own properties.
import type { Json } from './parts.ts';
import type { Source } from './source.ts';
import { indexUnits, type Scaling, tableUnits, type Units } from './throughput.ts';

interface Holder {
  /** The beginning of the logical ids. */
  readonly name: string;
  readonly kind: 'table' | 'index';
  readonly resource: string;
  readonly units: Units | undefined;
}

/** @param table the logical id of the table */
export function scalingResources(
  { design, globalIndexes }: Source,
  table: string,
  logicalId: (name: string) => string,
): { readonly [id: string]: Json } {
  const path = `table/\${${table}}`;
  const holders: readonly Holder[] = [
    { name: table, kind: 'table', resource: path, units: tableUnits(design) },
    ...globalIndexes.map((index) => ({
      name: index.name,
      kind: 'index' as const,
      resource: `${path}/index/${literal(index.name)}`,
      units: indexUnits(design, index.decl),
    })),
  ];
  const resources: Record<string, Json> = {};
  for (const holder of holders) {
    for (const side of ['Read', 'Write'] as const) {
      const scaling = side === 'Read' ? holder.units?.readScaling : holder.units?.writeScaling;
      if (scaling === undefined) continue;
      const target = logicalId(`${holder.name}-${side}-capacity`);
      resources[target] = scalableTarget(holder, side, scaling);
      resources[logicalId(`${holder.name}-${side}-scaling`)] = scalingPolicy(target, side, scaling);
    }
  }
  return resources;
}

/** Text in which `Fn::Sub` replaces nothing. */
const literal = (text: string): string => text.replaceAll('${', '${!');

const scalableTarget = ({ kind, resource }: Holder, side: 'Read' | 'Write', { min, max }: Scaling): Json => ({
  Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
  Properties: {
    ServiceNamespace: 'dynamodb',
    ResourceId: { 'Fn::Sub': resource },
    ScalableDimension: `dynamodb:${kind}:${side}CapacityUnits`,
    MinCapacity: min,
    MaxCapacity: max,
  },
});

const scalingPolicy = (target: string, side: 'Read' | 'Write', scaling: Scaling): Json => ({
  Type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
  Properties: {
    PolicyName: `${side}CapacityUtilization`,
    PolicyType: 'TargetTrackingScaling',
    ScalingTargetId: { Ref: target },
    TargetTrackingScalingPolicyConfiguration: {
      PredefinedMetricSpecification: { PredefinedMetricType: `DynamoDB${side}CapacityUtilization` },
      TargetValue: scaling.target,
    },
  },
});
