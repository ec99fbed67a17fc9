// An engine: something that speaks DynamoDB's API, where it is and what it can be believed.
// Deliberately little: how it comes and goes is each engine's own file, what is asked of it the session's.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Profile } from './capabilities.ts';

export interface Engine {
  readonly profile: Profile;
  /** Where it is, for messages: `the embedded engine`, `http://localhost:8000`. */
  readonly place: string;
  /** Asks again where that is safe. */
  readonly client: DynamoDBClient;
  /** Asks once: for tables, where an answer that got lost must not be taken for another's. */
  readonly once: DynamoDBClient;
  /** Milliseconds after which a request is given up. */
  readonly patience: number;
  /** Rejects when the engine ends by itself; undefined where only failed requests would show it. */
  readonly died: Promise<never> | undefined;
  /** Tags for every table, where the engine keeps them. */
  readonly tags: Readonly<Record<string, string>>;
  close(): Promise<void>;
}
