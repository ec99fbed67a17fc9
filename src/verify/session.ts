// Requests of one run: each with a limit of time, given up when the run is, and its failure in a person's words.
// Deliberately passes on what the engine says about a request itself; only the caller knows whether that was expected.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Engine } from './engines/engine.ts';
import { isFailure, VerifyFailure } from './failure.ts';
import { pause } from './pause.ts';

export interface SendOptions {
  readonly abortSignal: AbortSignal;
}

export interface Session {
  readonly engine: Engine;
  readonly signal: AbortSignal;
  /** `operation` is for messages. Rejects with VerifyFailure, or with the SDK's error about the request. */
  request<T>(
    operation: string,
    send: (client: DynamoDBClient, options: SendOptions) => Promise<T>,
  ): Promise<T>;
  /** The same, asked one time only. */
  requestOnce<T>(
    operation: string,
    send: (client: DynamoDBClient, options: SendOptions) => Promise<T>,
  ): Promise<T>;
}

const endingMs = 500;

export function createSession(engine: Engine, signal: AbortSignal): Session {
  const run =
    (client: DynamoDBClient) =>
    async <T>(
      operation: string,
      send: (client: DynamoDBClient, options: SendOptions) => Promise<T>,
    ): Promise<T> => {
      if (signal.aborted) throw cancelled();
      const limit = AbortSignal.timeout(engine.patience);
      const sent = send(client, { abortSignal: AbortSignal.any([signal, limit]) });
      try {
        return await (engine.died ? Promise.race([sent, engine.died]) : sent);
      } catch (error) {
        // Nobody waits for it any more.
        sent.catch(() => undefined);
        const failure = translated(error, operation, engine, signal, limit);
        // A connection ends a little before its engine is known to have ended.
        const isGone = isFailure(failure) && failure.kind === 'unreachable';
        if (engine.died && isGone) await Promise.race([engine.died, pause(endingMs, signal)]);
        throw failure;
      }
    };
  return { engine, signal, request: run(engine.client), requestOnce: run(engine.once) };
}

export const cancelled = (): VerifyFailure => new VerifyFailure('cancelled', 'Cancelled.');

interface ServiceError {
  readonly name: string;
  readonly message: string;
  readonly $fault?: 'client' | 'server';
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const denials = /^(AccessDenied|UnrecognizedClient|ExpiredToken|InvalidSignature|MissingAuthentication)/;
const throttles = /^(ProvisionedThroughputExceeded|Throttling|RequestLimitExceeded|LimitExceeded)/;

function translated(
  error: unknown,
  operation: string,
  { place, patience }: Engine,
  signal: AbortSignal,
  limit: AbortSignal,
): unknown {
  if (isFailure(error)) return error;
  if (signal.aborted) return cancelled();
  if (limit.aborted) {
    const message = `${place} did not answer ${operation} within ${patience / 1000} s.`;
    return new VerifyFailure('hangs', message, { cause: error });
  }
  const { name, message, $fault, $metadata } = error as ServiceError;
  const said = `${name}: ${message}`;
  const failure = (kind: VerifyFailure['kind'], text: string) =>
    new VerifyFailure(kind, text, { cause: error });
  if (denials.test(name) || name === 'CredentialsProviderError') {
    return failure('denied', `${place} refuses ${operation}: ${said}`);
  }
  if (throttles.test(name)) return failure('errors', `${place} throttles ${operation}: ${said}`);
  const isAnswer = $metadata?.httpStatusCode !== undefined;
  // A proxy's page, say.
  if (isAnswer && $fault === undefined) {
    return failure('errors', `${place} answers ${operation} with what is no answer of DynamoDB.`);
  }
  if (!isAnswer) return failure('unreachable', `${place} does not answer ${operation} (${said}).`);
  if ($fault === 'server' || ($metadata?.httpStatusCode ?? 0) >= 500) {
    return failure('errors', `${place} answers ${operation} with an error: ${said}`);
  }
  return error;
}

/** The name of the SDK's error about a request; undefined for anything else. */
export const errorName = (error: unknown): string | undefined =>
  error instanceof Error && !isFailure(error) ? error.name : undefined;
