// Amazon DynamoDB itself: credentials and Region as the AWS SDK finds them, tables tagged as this run's own.
// Deliberately opened only after the person has been asked (spending.ts says what it will cost): it is their money.
import { VerifyFailure } from '../failure.ts';
import { aws } from './capabilities.ts';
import { awsClients } from './clients.ts';
import type { Engine } from './engine.ts';

export interface AwsOptions {
  /** Where the SDK's own configuration names none. */
  readonly region?: string | undefined;
  /** The run's number; it stands in the tables' names and tags. */
  readonly runId: string;
  /** Tests give one. */
  readonly endpoint?: string;
  readonly patience?: number;
}

const defaultPatience = 30_000;

/** The Region in which the SDK would make a table, by its own configuration; undefined where that names none. */
export async function configuredRegion(): Promise<string | undefined> {
  const clients = awsClients(undefined);
  try {
    return await clients.client.config.region();
  } catch {
    return undefined;
  } finally {
    clients.destroy();
  }
}

/** Rejects with VerifyFailure where there are no credentials or no Region. */
export async function openAws({ region, runId, endpoint, patience }: AwsOptions): Promise<Engine> {
  const clients = awsClients(region, endpoint);
  try {
    const known = await clients.client.config.region();
    await clients.client.config.credentials();
    return {
      profile: aws,
      place: `DynamoDB in ${known}`,
      client: clients.client,
      once: clients.once,
      patience: patience ?? defaultPatience,
      died: undefined,
      tags: { 'created-by': 'singlet-verify', 'singlet-run': runId },
      async close() {
        clients.destroy();
      },
    };
  } catch (error) {
    clients.destroy();
    const said = error instanceof Error ? error.message : String(error);
    const message = `The AWS SDK finds no Region or no credentials: ${said}. Sign in as for the AWS CLI, and name a Region.`;
    throw new VerifyFailure('denied', message, { cause: error });
  }
}
