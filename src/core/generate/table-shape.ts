// What every definition of a table has in common: its keys, its indexes, and how it is billed.
// Deliberately leaves the units' own property to the target: CreateTable, tables and global tables each name it otherwise.
import {
  attributeDefinitions,
  type Json,
  keySchema,
  listed,
  localIndexes,
  projection,
  vectorIndexes,
} from './parts.ts';
import type { Source } from './source.ts';
import { indexUnits, tableUnits, type Units } from './throughput.ts';

/** The properties that state the units of the table or of an index; undefined where it is on-demand. */
export type UnitsProperties = (units: Units | undefined) => Readonly<Record<string, Json | undefined>>;

/** As CreateTable and AWS::DynamoDB::Table have them. */
export const provisionedThroughput: UnitsProperties = (units) => ({
  ProvisionedThroughput: units && { ReadCapacityUnits: units.read, WriteCapacityUnits: units.write },
});

export function tableShape(
  source: Source,
  unitsProperties: UnitsProperties,
): Readonly<Record<string, Json | undefined>> {
  const { design, name, table } = source;
  const units = tableUnits(design);
  return {
    TableName: name,
    AttributeDefinitions: attributeDefinitions(source),
    KeySchema: keySchema(table),
    BillingMode: units ? 'PROVISIONED' : 'PAY_PER_REQUEST',
    ...unitsProperties(units),
    GlobalSecondaryIndexes: listed(
      source.globalIndexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index),
        Projection: projection(design, index.decl),
        ...unitsProperties(indexUnits(design, index.decl)),
      })),
    ),
    LocalSecondaryIndexes: localIndexes(source),
    VectorIndexes: vectorIndexes(source),
  };
}
