// The guard around every handler: lets waiting messages in first, honours cancellation, and catches a crash alone.
// Deliberately the only place that catches everything: a handler has no try of its own.
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';

export type Log = (message: string) => void;
export type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R>;
export type Guard = <P, R>(
  feature: string,
  /** The answer when the feature crashes. */
  nothing: R,
  answer: (params: P, token: CancellationToken) => R | Promise<R>,
) => Handler<P, R>;

/** Logs a crash with the name of what crashed, and answers with nothing. */
export function createGuard(log: Log): Guard {
  return (feature, nothing, answer) => async (params, token) => {
    try {
      await letOthersIn(token);
      return await answer(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log(`${feature} failed: ${errorText(error)}`);
      return nothing;
    }
  };
}

/** Part of an answer: a crash is logged and leaves that part out. */
export function attempt<R>(log: Log, feature: string, nothing: R, part: () => R): R {
  try {
    return part();
  } catch (error) {
    log(`${feature} failed: ${errorText(error)}`);
    return nothing;
  }
}

/**
 * Between two big steps: lets the messages that have arrived be read, among them a cancellation.
 * Throws the LSP's error for a cancelled request.
 */
export async function letOthersIn(token: CancellationToken): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** The answer to a question about a text that has changed since it was asked. */
export const contentModified = (): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed since');

export const errorText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
