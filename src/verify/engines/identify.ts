// Which engine answers at an address, by what it says of itself.
// Deliberately asks for nothing that needs a signature, and takes no answer for an engine that is not known.
import {
  alternator,
  dynalite,
  dynamoDbLocal,
  dynoxide,
  type Profile,
  unknownEngine,
} from './capabilities.ts';

export interface Greeting {
  /** The header of that name; empty where there is none. */
  readonly server: string;
  readonly body: string;
}

export function profileOf({ server, body }: Greeting): Profile {
  if (/^dynoxide\b/i.test(server)) return dynoxide;
  if (/^jetty\b/i.test(server)) return dynamoDbLocal;
  if (/seastar|scylla/i.test(server)) return alternator;
  // dynalite greets like AWS, and names no server.
  if (server === '' && body.startsWith('healthy: dynamodb.')) return dynalite;
  return unknownEngine;
}

/** Rejects as `fetch` does where nobody answers. */
export async function greet(endpoint: string, signal: AbortSignal): Promise<Greeting> {
  const response = await fetch(endpoint, { signal, redirect: 'manual' });
  const body = await response.text();
  return { server: response.headers.get('server') ?? '', body: body.slice(0, 200) };
}
