// A fact about DynamoDB: a figure with its unit, where it is from, when that was true, and how sure it is.
// Deliberately holds no figures; limits.ts and units.ts do.

export type Confidence = 'high' | 'medium' | 'low';

/** Who says so, for the reader of a working: AWS's documentation, somebody's measurements, or texts that disagree. */
export type Provenance = 'documented' | 'measured by others' | 'disputed' | 'assumed';

export interface Source {
  readonly title: string;
  /** ISO 8601, as far as it is known: the day, month or year of the text itself, or when it was read. */
  readonly date: string;
}

/** Where the facts come from, by the keys that facts name. */
export const sources = {
  guide: { title: 'Amazon DynamoDB Developer Guide', date: '2026' },
  guide2023: { title: 'Amazon DynamoDB Developer Guide, archived copy', date: '2023-02' },
  reference: { title: 'AWS General Reference, DynamoDB endpoints and quotas', date: '2026' },
  api: { title: 'DynamoDB API model of botocore 1.43.107', date: '2026-10-01' },
  architect: { title: 'awslabs/mcp, prompt of the DynamoDB architect', date: '2026-08-21' },
  toolkit: { title: 'aws/agent-toolkit-for-aws, skill amazon-dynamodb', date: '2026-08-20' },
  emulators: { title: 'DynamoDB Local 3.3.1 and dynalite 4.0.0, measured', date: '2026-11-23' },
  capture: { title: 'measurements on DynamoDB published by the author of dynoxide', date: '2026-08' },
  extenddb: { title: 'measurements on DynamoDB in the source of ExtendDB', date: '2026-08-13' },
  general: { title: 'general knowledge, no text at hand', date: '2026-11-23' },
  singlet: { title: 'a choice of Singlet’s, for what a model leaves open', date: '2026-11-23' },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceKey = keyof typeof sources;

export interface Fact<Value = number> {
  readonly value: Value;
  readonly unit: string;
  readonly source: SourceKey;
  readonly date: string;
  readonly confidence: Confidence;
  /** How texts or people disagree, or what else must be said where the figure is shown. */
  readonly note?: string;
}

/** A figure with the date of its source. */
export function fact<Value>(
  value: Value,
  unit: string,
  source: SourceKey,
  confidence: Confidence = 'high',
  note?: string,
): Fact<Value> {
  const { date } = sources[source];
  return { value, unit, source, date, confidence, ...(note === undefined ? {} : { note }) };
}
