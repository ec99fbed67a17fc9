// The provisioned capacity of the table and its global indexes, with how it is scaled.
// Deliberately without AWS's words; each target has its own for the same thing.
import type { Design } from '../model/design.ts';
import type { IndexDecl, Throughput } from '../model/model.ts';

/** How far capacity follows the traffic. */
export interface Scaling {
  readonly min: number;
  readonly max: number;
  /** Percent of the provisioned units that are meant to be used. */
  readonly target: number;
}

export interface Units {
  readonly read: number;
  readonly write: number;
  readonly readScaling: Scaling | undefined;
  readonly writeScaling: Scaling | undefined;
}

/** AWS's own default; the language says the same. */
const defaultTarget = 0.7;

export const targetPercent = (share: number | undefined): number =>
  Number(((share ?? defaultTarget) * 100).toPrecision(12));

/** Undefined for on-demand. */
export function unitsOf(throughput: Throughput | undefined): Units | undefined {
  if (throughput?.mode !== 'provisioned') return undefined;
  const { read, write, autoscaling } = throughput;
  if (read === undefined || write === undefined) return undefined;
  const scaling = (min: number, max: number | undefined): Scaling | undefined =>
    autoscaling && max !== undefined ? { min, max, target: targetPercent(autoscaling.target) } : undefined;
  return {
    read,
    write,
    readScaling: scaling(read, autoscaling?.maxRead),
    writeScaling: scaling(write, autoscaling?.maxWrite),
  };
}

export const tableUnits = ({ model }: Design): Units | undefined => unitsOf(model.table?.capacity);

/** The index's own, else the table's. */
export const indexUnits = ({ model }: Design, index: IndexDecl | undefined): Units | undefined =>
  unitsOf(index?.capacity ?? model.table?.capacity);
