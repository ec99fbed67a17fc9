// Tables of a run: made, waited for, and deleted whatever happens in between.
// Deliberately deletes only what this run has made; a table that was there before is never touched.
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DescribeTableCommand,
  ListTagsOfResourceCommand,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { isFailure, VerifyFailure } from '../failure.ts';
import { pause } from '../pause.ts';
import { cancelled, createSession, errorName, type Session } from '../session.ts';

/** Milliseconds. */
export interface Waiting {
  readonly between: number;
  readonly atMost: number;
}

export const waiting: Waiting = { between: 200, atMost: 5 * 60_000 };

/** `perhaps`: the request may have been carried out, but no answer came. */
type Ownership = 'no' | 'yes' | 'perhaps';

/**
 * Makes the tables, does the work, and deletes the tables, also when the work fails or is cancelled. Where a table cannot be
 * deleted, that is the failure, and the work's stands behind it.
 */
export async function withTables<T>(
  session: Session,
  inputs: readonly CreateTableCommandInput[],
  work: () => Promise<T>,
  wait: Waiting = waiting,
): Promise<T> {
  const made: { readonly input: CreateTableCommandInput; readonly owned: Ownership }[] = [];
  let failure: unknown;
  let result: T | undefined;
  try {
    for (const input of inputs) {
      const { owned, error } = await create(session, input);
      made.push({ input, owned });
      if (error !== undefined) throw error;
    }
    for (const input of inputs) await untilActive(session, input.TableName, wait);
    result = await work();
  } catch (error) {
    failure = error;
  }
  const left = await deleteAll(session, made, wait);
  // The embedded engine takes its tables with it.
  if (left.length > 0 && session.engine.died === undefined) throw leftover(session, left, failure);
  if (failure !== undefined) throw failure;
  return result as T;
}

interface Created {
  readonly owned: Ownership;
  readonly error?: unknown;
}

async function create(session: Session, input: CreateTableCommandInput): Promise<Created> {
  if (session.signal.aborted) return { owned: 'no', error: cancelled() };
  // Who cancels waits for the answer: a request that is given up may be carried out after we have looked for the table.
  const patient = createSession(session.engine, new AbortController().signal);
  try {
    await patient.requestOnce('CreateTable', (client, options) =>
      client.send(new CreateTableCommand(input), options),
    );
    return { owned: 'yes' };
  } catch (error) {
    const { place } = session.engine;
    if (errorName(error) === 'ResourceInUseException') {
      const message = `${place} has a table ${input.TableName} already. It was left as it is; delete or rename it, and verify again.`;
      return { owned: 'no', error: new VerifyFailure('table-exists', message, { cause: error }) };
    }
    const isUnclear = isFailure(error) && error.kind !== 'denied';
    return { owned: isUnclear ? 'perhaps' : 'no', error };
  }
}

async function describe(session: Session, name: string | undefined): Promise<TableDescription | undefined> {
  try {
    const { Table } = await session.request('DescribeTable', (client, options) =>
      client.send(new DescribeTableCommand({ TableName: name }), options),
    );
    return Table;
  } catch (error) {
    if (errorName(error) === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

async function untilActive(session: Session, name: string | undefined, wait: Waiting): Promise<void> {
  const deadline = Date.now() + wait.atMost;
  for (;;) {
    const table = await describe(session, name);
    const indexes = table?.GlobalSecondaryIndexes ?? [];
    const isActive = (status: string | undefined): boolean => status === undefined || status === 'ACTIVE';
    if (table?.TableStatus === 'ACTIVE' && indexes.every((index) => isActive(index.IndexStatus))) return;
    if (Date.now() > deadline) {
      const state = table?.TableStatus ?? 'not there';
      throw new VerifyFailure('hangs', `The table ${name} did not become active; it is ${state}.`);
    }
    await pause(wait.between, session.signal);
  }
}

/** The tables that could not be deleted, with the reason. */
async function deleteAll(
  session: Session,
  made: readonly { readonly input: CreateTableCommandInput; readonly owned: Ownership }[],
  wait: Waiting,
): Promise<readonly { readonly name: string; readonly reason: string }[]> {
  // The run may have been cancelled; what it made must go all the same.
  const own = createSession(session.engine, AbortSignal.timeout(wait.atMost));
  const left: { name: string; reason: string }[] = [];
  for (const { input, owned } of made) {
    if (owned === 'no') continue;
    const name = input.TableName ?? '';
    try {
      if (owned === 'yes' || (await isOurs(own, name, wait))) await remove(own, name, wait);
    } catch (error) {
      left.push({ name, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return left;
}

/** How often a table is looked for whose making was not answered: it may come a little later. */
const mostLooks = 5;

async function lookFor(
  session: Session,
  name: string,
  { between }: Waiting,
): Promise<TableDescription | undefined> {
  for (let look = 1; ; look++) {
    const table = await describe(session, name);
    if (table !== undefined || look === mostLooks) return table;
    await pause(between, session.signal);
  }
}

/** The name has a number of this run alone; where tables are tagged, the tag must agree, too. */
async function isOurs(session: Session, name: string, wait: Waiting): Promise<boolean> {
  const table = await lookFor(session, name, wait);
  const wanted = Object.entries(session.engine.tags);
  if (table === undefined) return false;
  if (wanted.length === 0) return true;
  const { Tags = [] } = await session.request('ListTagsOfResource', (client, options) =>
    client.send(new ListTagsOfResourceCommand({ ResourceArn: table.TableArn }), options),
  );
  return wanted.every(([key, value]) => Tags.some((tag) => tag.Key === key && tag.Value === value));
}

/** A table that is still being made cannot be deleted yet. */
async function remove(session: Session, name: string, wait: Waiting): Promise<void> {
  const deadline = Date.now() + wait.atMost;
  for (;;) {
    try {
      await session.request('DeleteTable', (client, options) =>
        client.send(new DeleteTableCommand({ TableName: name }), options),
      );
      return;
    } catch (error) {
      const reason = errorName(error);
      if (reason === 'ResourceNotFoundException') return;
      if (reason !== 'ResourceInUseException' || Date.now() > deadline) throw error;
      await pause(wait.between, session.signal);
    }
  }
}

function leftover(
  { engine }: Session,
  left: readonly { readonly name: string; readonly reason: string }[],
  failure: unknown,
): unknown {
  if (isFailure(failure) && failure.kind === 'unreachable') {
    const names = left.map(({ name }) => name).join(', ');
    const message = `${failure.message} ${names} may still be there: then delete it by hand.`;
    return new VerifyFailure('unreachable', message, { cause: failure });
  }
  const tables = left.map(({ name, reason }) => `${name} (${reason})`).join(', ');
  const before = failure instanceof Error ? `${failure.message} And ` : '';
  const message = `${before}${engine.place} did not delete ${tables}: delete it by hand, e.g. \`aws dynamodb delete-table --table-name ${left[0]?.name}\`.`;
  return new VerifyFailure('errors', message, { cause: failure });
}
