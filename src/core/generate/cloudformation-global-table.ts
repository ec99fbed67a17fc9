// AWS::DynamoDB::GlobalTable: the table with its replicas, where a part of the settings stands under each replica.
// Deliberately multi-Region eventual consistency, the default; the language has no word for the other yet.
import { listOf } from '../text/words.ts';
import { type Json, listed, tableClass } from './parts.ts';
import type { Source } from './source.ts';
import { tableShape } from './table-shape.ts';
import { indexUnits, type Scaling, tableUnits, targetPercent, type Units } from './throughput.ts';

/** The properties of the table. */
export function globalTable(source: Source): Json {
  const { decl } = source;
  return {
    ...tableShape(source, (each) => ({ WriteProvisionedThroughputSettings: writeSettings(each) })),
    // Global tables replicate by the stream, and only this view will do.
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    TimeToLiveSpecification: decl.timeToLive && { AttributeName: decl.timeToLive.value, Enabled: true },
    Replicas: regions(source).map((region) => replica(source, region)),
  };
}

/** The Region of the stack must be among the replicas; where the model names none, CloudFormation fills it in. */
function regions({ decl }: Source): readonly Json[] {
  const others = decl.replicas.map((each) => each.value);
  const home = decl.region?.value;
  if (home === undefined) return [{ Ref: 'AWS::Region' }, ...new Set(others)];
  return [...new Set([home, ...others])];
}

function replica(source: Source, region: Json): Json {
  const { design, decl } = source;
  const units = tableUnits(design);
  return {
    Region: region,
    ReadProvisionedThroughputSettings: readSettings(units),
    GlobalSecondaryIndexes:
      units &&
      listed(
        source.globalIndexes.map((index) => ({
          IndexName: index.name,
          ReadProvisionedThroughputSettings: readSettings(indexUnits(design, index.decl)),
        })),
      ),
    PointInTimeRecoverySpecification: decl.pointInTimeRecovery
      ? { PointInTimeRecoveryEnabled: true }
      : undefined,
    TableClass: decl.tableClass && tableClass(decl.tableClass),
    DeletionProtectionEnabled: decl.deletionProtection ? true : undefined,
  };
}

const scalingSettings = ({ min, max, target }: Scaling): Json => ({
  MinCapacity: min,
  MaxCapacity: max,
  TargetTrackingScalingPolicyConfiguration: { TargetValue: target },
});

const readSettings = (units: Units | undefined): Json | undefined => {
  if (units === undefined) return undefined;
  return units.readScaling
    ? { ReadCapacityAutoScalingSettings: scalingSettings(units.readScaling) }
    : { ReadCapacityUnits: units.read };
};

/** Global tables know write capacity only with autoscaling: fixed units are a range without width. */
const writeSettings = (units: Units | undefined): Json | undefined =>
  units && {
    WriteCapacityAutoScalingSettings: scalingSettings(
      units.writeScaling ?? { min: units.write, max: units.write, target: targetPercent(undefined) },
    ),
  };

/** What making it a global table changes, or asks of whoever deploys it. */
export function globalTableNotes({ design, decl, globalIndexes }: Source): readonly string[] {
  const notes: string[] = [];
  const home = decl.region?.value;
  if (home === undefined) {
    const others = listOf(
      decl.replicas.map((each) => each.value),
      'or',
    );
    notes.push(
      `The first replica is the Region of the stack, as the model names no \`region\`. It must not be ${others}.`,
    );
  } else {
    notes.push(`Deploy the stack in ${home}: the Region of the stack must be among the replicas.`);
  }
  if (decl.stream !== 'new-and-old-images') {
    const said = decl.stream === undefined ? 'no stream' : `a stream of ${decl.stream}`;
    notes.push(`The model has ${said}; a global table needs one of new and old images.`);
  }
  const fixed = [
    ...(isFixed(tableUnits(design)) ? ['the table'] : []),
    ...globalIndexes.filter((index) => isFixed(indexUnits(design, index.decl))).map((index) => index.name),
  ];
  if (fixed.length > 0) {
    notes.push(
      `A global table’s write capacity is always autoscaled: the fixed units of ${listOf(fixed)} are written as least and most.`,
    );
  }
  return notes;
}

const isFixed = (units: Units | undefined): boolean =>
  units !== undefined && units.writeScaling === undefined;
