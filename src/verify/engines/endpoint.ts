// An engine at an address that the user names: DynamoDB Local, dynoxide, Alternator or any other.
// Deliberately never AWS itself, which costs money and so is asked for by name, and never with anybody's credentials.
import { VerifyFailure } from '../failure.ts';
import { emulatorClients } from './clients.ts';
import { endpointProblem } from './endpoint-problem.ts';
import type { Engine } from './engine.ts';
import { greet, profileOf } from './identify.ts';

/** Milliseconds; an emulator answers at once. */
const defaultPatience = 10_000;

export async function openEndpoint(
  endpoint: string,
  signal: AbortSignal,
  patience = defaultPatience,
): Promise<Engine> {
  const problem = endpointProblem(endpoint);
  if (problem) throw new VerifyFailure('unreachable', problem);
  const greeting = await greet(endpoint, AbortSignal.any([signal, AbortSignal.timeout(patience)])).catch(
    (error: unknown) => {
      if (signal.aborted) throw new VerifyFailure('cancelled', 'Cancelled.');
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      throw isLate
        ? new VerifyFailure('hangs', `${endpoint} did not answer within ${patience / 1000} s.`)
        : new VerifyFailure('unreachable', `Nobody answers at ${endpoint}. Is the engine running?`, {
            cause: error,
          });
    },
  );
  const clients = emulatorClients(endpoint);
  return {
    profile: profileOf(greeting),
    place: endpoint,
    client: clients.client,
    once: clients.once,
    patience,
    died: undefined,
    tags: {},
    async close() {
      clients.destroy();
    },
  };
}
