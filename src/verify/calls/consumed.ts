// Units that an engine reports, by table and index.
// Deliberately undefined where it reports none: that is no 0.
import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';

/** By the name of the target, `table` for the table; only what is not 0. */
export type Units = ReadonlyMap<string, number>;

export function unitsIn(reports: readonly (ConsumedCapacity | undefined)[]): Units | undefined {
  const units = new Map<string, number>();
  const add = (name: string, number: number | undefined): void => {
    if (number) units.set(name, (units.get(name) ?? 0) + number);
  };
  for (const report of reports) {
    if (report?.CapacityUnits === undefined) return undefined;
    const indexes = [
      ...Object.entries(report.GlobalSecondaryIndexes ?? {}),
      ...Object.entries(report.LocalSecondaryIndexes ?? {}),
    ];
    for (const [name, { CapacityUnits }] of indexes) add(name, CapacityUnits);
    const onIndexes = indexes.reduce((sum, [, { CapacityUnits }]) => sum + (CapacityUnits ?? 0), 0);
    add('table', report.Table?.CapacityUnits ?? report.CapacityUnits - onIndexes);
  }
  return units;
}

export function sumUnits(all: readonly (Units | undefined)[]): Units | undefined {
  const sum = new Map<string, number>();
  for (const units of all) {
    if (units === undefined) return undefined;
    for (const [name, number] of units) sum.set(name, (sum.get(name) ?? 0) + number);
  }
  return sum;
}

/** `1.5 on GSI1, 1 on the table`. */
export function unitLines(units: Units): readonly string[] {
  const lines = [...units]
    .filter(([, number]) => number !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, number]) => `${number} on ${name === 'table' ? 'the table' : name}`);
  return lines.length > 0 ? lines : ['0'];
}
