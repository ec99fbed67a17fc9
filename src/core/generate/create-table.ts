// The input of CreateTable as JSON, for `aws dynamodb create-table --cli-input-json`.
// Deliberately without comments, which JSON has not: what CreateTable cannot express is said in notes.
import { listOf } from '../text/words.ts';
import { commonNotes } from './notes.ts';
import { type Json, streamViewType, tableClass } from './parts.ts';
import { generateFrom, type Source } from './source.ts';
import { provisionedThroughput, tableShape } from './table-shape.ts';
import { fileStem, type GeneratorTarget } from './target.ts';
import { indexUnits, tableUnits, type Units } from './throughput.ts';

export const createTable: GeneratorTarget = {
  id: 'create-table',
  title: 'CreateTable request (JSON)',
  description:
    'The input of `aws dynamodb create-table --cli-input-json`, and of CreateTable in every AWS SDK.',
  languageId: 'json',
  fileName: (design) => `${fileStem(design)}.create-table.json`,
  generate: (snapshot) =>
    generateFrom(snapshot, (source) => ({
      kind: 'text',
      text: `${JSON.stringify(request(source), null, 2)}\n`,
      notes: [...commonNotes(source), ...leftOut(source)],
    })),
};

function request(source: Source): Json {
  const { decl } = source;
  return {
    ...tableShape(source, provisionedThroughput),
    StreamSpecification: decl.stream && { StreamEnabled: true, StreamViewType: streamViewType(decl.stream) },
    TableClass: decl.tableClass && tableClass(decl.tableClass),
    DeletionProtectionEnabled: decl.deletionProtection ? true : undefined,
  };
}

function leftOut({ design, decl, globalIndexes }: Source): readonly string[] {
  const notes: string[] = [];
  if (decl.timeToLive) {
    notes.push(
      `CreateTable cannot set the time to live: run update-time-to-live for ${JSON.stringify(decl.timeToLive.value)} once the table is active.`,
    );
  }
  if (decl.pointInTimeRecovery) {
    notes.push(
      'CreateTable cannot turn on point-in-time recovery: run update-continuous-backups once the table is active.',
    );
  }
  const scaled = [
    ...(isScaled(tableUnits(design)) ? ['the table'] : []),
    ...globalIndexes.filter((index) => isScaled(indexUnits(design, index.decl))).map((index) => index.name),
  ];
  if (scaled.length > 0) {
    notes.push(
      `CreateTable cannot set up autoscaling: register scalable targets and policies for ${listOf(scaled)} with Application Auto Scaling.`,
    );
  }
  if (decl.replicas.length > 0) {
    const regions = listOf(decl.replicas.map((region) => JSON.stringify(region.value)));
    notes.push(
      `CreateTable makes the table in one Region: add its replicas in ${regions} by update-table once it is active.${decl.stream === 'new-and-old-images' ? '' : ' A table with replicas has a stream of new and old images.'}`,
    );
  }
  return notes;
}

const isScaled = (units: Units | undefined): boolean =>
  units?.readScaling !== undefined || units?.writeScaling !== undefined;
