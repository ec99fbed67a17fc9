// An engine that fails: a clear message each time, the table gone wherever that is possible, and nobody else's touched.
// Deliberately one fault at a time, on an endpoint of our own; aws.test.ts has what only AWS has.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createSnapshot } from '../../src/core/snapshot.ts';
import { startEmbedded } from '../../src/verify/engines/embedded.ts';
import { openEndpoint } from '../../src/verify/engines/endpoint.ts';
import type { FailureKind } from '../../src/verify/failure.ts';
import { type RunOptions, verify } from '../../src/verify/run.ts';
import {
  always,
  apiError,
  deadEndpoint,
  type Fault,
  type Faulty,
  pass,
  type Request,
  startFaulty,
  type WireItem,
} from './faulty.ts';
import { embedded, never } from './support.ts';

const model = `
version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
entities:
  Order:
    attributes: { username: { type: string, distinct: 2 }, orderId: ulid, total: number }
    keys: { PK: "CUSTOMER#\${username}", SK: "ORDER#\${orderId}" }
    count: 20
accessPatterns:
  all: { query: Order, where: username }
  one: { get: Order }
  save: { put: Order }
`;
const snapshot = createSnapshot(model);
const runId = '0123456789';
const table = `singlet-verify-Shop-${runId}`;
const quick = { between: 5, atMost: 2_000 };
/** Milliseconds: long for a fault, and short for a test on a busy machine. */
const patience = 3_000;

const isFailure =
  (kind: FailureKind, message: RegExp) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof Error);
    assert.match(error.message, message);
    assert.equal((error as Error & { kind?: unknown }).kind, kind);
    return true;
  };

interface Outcome {
  readonly faulty: Faulty;
  readonly failed: Promise<unknown>;
}

async function withFaulty(
  faultFor: (request: Request) => Fault,
  check: (outcome: Outcome) => Promise<void>,
  options: Partial<RunOptions> = {},
  prepare: (faulty: Faulty) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const faulty = await startFaulty(faultFor);
  try {
    await prepare(faulty);
    const engine = await openEndpoint(faulty.endpoint, never, patience);
    try {
      const failed = verify(snapshot, { engine, signal: never, wait: quick, runId, ...options });
      failed.catch(() => undefined);
      await check({ faulty, failed });
    } finally {
      await engine.close();
    }
  } finally {
    await faulty.close();
  }
}

/** The run fails like this, and leaves no table. */
const fails =
  (kind: FailureKind, message: RegExp) =>
  async ({ faulty, failed }: Outcome): Promise<void> => {
    await assert.rejects(failed, isFailure(kind, message));
    assert.deepEqual(await faulty.tables(), []);
  };

describe('an engine that fails', function () {
  this.timeout(30_000);

  it('is not there', async () => {
    const endpoint = await deadEndpoint();
    await assert.rejects(
      openEndpoint(endpoint, never),
      isFailure('unreachable', /^Nobody answers at http:\/\/127\.0\.0\.1:\d+\. Is the engine running\?$/),
    );
  });

  it('takes the connection and says nothing', async () => {
    const faulty = await startFaulty(() => pass, undefined, 'silent');
    try {
      await assert.rejects(
        openEndpoint(faulty.endpoint, never, 200),
        isFailure('hangs', /did not answer within 0\.2 s\.$/),
      );
    } finally {
      await faulty.close();
    }
  });

  it('hangs in the middle', () =>
    withFaulty(always('Query', { kind: 'hang' }), fails('hangs', /did not answer Query within 3 s\.$/)));

  it('answers with an error of its own', () =>
    withFaulty(
      always('Query', apiError('InternalServerError', 'out of order', 500)),
      fails('errors', /answers Query with an error: InternalServerError: out of order$/),
    ));

  it('answers with what is no answer', () =>
    withFaulty(
      always('Query', { kind: 'garbage' }),
      fails('errors', /answers Query with what is no answer of DynamoDB\.$/),
    ));

  it('throttles', () =>
    withFaulty(
      always('Query', apiError('ProvisionedThroughputExceededException', 'too much')),
      fails('errors', /throttles Query: ProvisionedThroughputExceededException: too much$/),
    ));

  it('does not let us', () =>
    withFaulty(
      always('CreateTable', apiError('AccessDeniedException', 'not authorized')),
      fails('denied', /refuses CreateTable: AccessDeniedException: not authorized$/),
    ));

  it('refuses the table', () =>
    withFaulty(
      always('CreateTable', apiError('ValidationException', 'no such key')),
      fails('errors', /refuses the table or its items\. ValidationException: no such key$/),
    ));

  it('never finishes the table', () =>
    withFaulty(
      always('DescribeTable', {
        kind: 'change',
        change: (answer) => Object.assign(answer.Table ?? {}, { TableStatus: 'CREATING' }),
      }),
      fails('hangs', /did not become active; it is CREATING\.$/),
    ));

  it('loses the answer to the making of the table: that is found again, and deleted', () =>
    withFaulty(
      always('CreateTable', { kind: 'lose-answer' }),
      fails('unreachable', /does not answer CreateTable/),
    ));

  it('gives one page over and over', () => {
    const first = new Map<string, WireItem>();
    return withFaulty(
      always('Query', {
        kind: 'change',
        change: (answer) => {
          const { PK = {}, SK = {} } = answer.Items?.[0] ?? {};
          const key = JSON.stringify(PK);
          first.set(key, first.get(key) ?? { PK, SK });
          answer.LastEvaluatedKey = first.get(key) ?? { PK, SK };
        },
      }),
      fails('errors', /gives the same page over and over/),
    );
  });

  it('takes some of the items only when asked again', () =>
    withFaulty(
      ({ operation, nth, input }) =>
        operation === 'BatchWriteItem' && nth === 0
          ? {
              kind: 'change',
              change: (answer) => Object.assign(answer, { UnprocessedItems: input.RequestItems }),
            }
          : pass,
      async ({ faulty, failed }) => {
        const done = (await failed) as { kind: string };
        assert.equal(done.kind, 'done');
        assert.deepEqual(await faulty.tables(), []);
      },
    ));

  it('dies in the middle, and it is said which table may be left', () =>
    withFaulty(
      ({ operation, nth }) => {
        isDead ||= operation === 'GetItem' && nth > 0;
        return isDead ? { kind: 'drop' } : pass;
      },
      async ({ failed }) => {
        const message = new RegExp(`does not answer GetItem .*${table} may still be there`);
        await assert.rejects(failed, isFailure('unreachable', message));
      },
    ));
  let isDead = false;

  it('does not delete the table, and it is said how to', () =>
    withFaulty(
      always('DeleteTable', apiError('InternalServerError', 'no', 500)),
      async ({ faulty, failed }) => {
        const message = new RegExp(
          `did not delete ${table} .*aws dynamodb delete-table --table-name ${table}`,
        );
        await assert.rejects(failed, isFailure('errors', message));
        assert.deepEqual(await faulty.tables(), [table]);
      },
    ));

  it('has a table of that name, which stays as it is', () =>
    withFaulty(
      () => pass,
      async ({ faulty, failed }) => {
        await assert.rejects(
          failed,
          isFailure('table-exists', /has a table .* already\. It was left as it is/),
        );
        assert.deepEqual(await faulty.tables(), [table]);
        const key = { id: { S: 'theirs' } };
        assert.deepEqual((await faulty.ask('GetItem', { TableName: table, Key: key })).Item, key);
        const touching = faulty.log.filter(({ operation }) => operation !== 'CreateTable');
        assert.deepEqual(touching, []);
      },
      {},
      async ({ ask }) => {
        await ask('CreateTable', theirs(table));
        await ask('PutItem', { TableName: table, Item: { id: { S: 'theirs' } } });
      },
    ));

  it('has the model’s own table, which nothing touches', () =>
    withFaulty(
      () => pass,
      async ({ faulty, failed }) => {
        await failed;
        assert.deepEqual(await faulty.tables(), ['Shop']);
        assert.deepEqual([...new Set(faulty.log.map((each) => each.table))], [table]);
      },
      {},
      ({ ask }) => ask('CreateTable', theirs('Shop')),
    ));
});

const theirs = (name: string): object => ({
  TableName: name,
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  BillingMode: 'PAY_PER_REQUEST',
});

describe('a run that is cancelled', function () {
  this.timeout(30_000);

  for (const at of ['all', 'one', 'save']) {
    it(`at ${at}: leaves no table`, () => {
      const cancelling = new AbortController();
      return withFaulty(() => pass, fails('cancelled', /^Cancelled\.$/), {
        signal: cancelling.signal,
        onStart: (pattern) => {
          if (pattern === at) cancelling.abort();
        },
      });
    });
  }

  it('while the engine hangs: leaves no table, and does not wait', () => {
    const cancelling = new AbortController();
    const hangs = (request: Request): Fault => {
      if (request.operation !== 'GetItem') return pass;
      setTimeout(() => cancelling.abort(), 20);
      return { kind: 'hang' };
    };
    return withFaulty(hangs, fails('cancelled', /^Cancelled\.$/), { signal: cancelling.signal });
  });

  it('while the table is made: leaves no table', () => {
    const cancelling = new AbortController();
    const slow = (request: Request): Fault => {
      if (request.operation === 'CreateTable') setTimeout(() => cancelling.abort(), 20);
      return request.operation === 'CreateTable' ? { kind: 'late', ms: 150 } : pass;
    };
    return withFaulty(slow, fails('cancelled', /^Cancelled\.$/), { signal: cancelling.signal });
  });

  it('before it began: asks for nothing', async () => {
    const signal = AbortSignal.abort();
    await withFaulty(
      () => pass,
      async ({ faulty, failed }) => {
        await assert.rejects(failed, isFailure('cancelled', /^Cancelled\.$/));
        assert.deepEqual(faulty.log, []);
      },
      { signal },
    );
  });
});

describe('the embedded engine', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'singlet-engine-'));
  after(() => rmSync(folder, { recursive: true }));

  const engineOf = (code: string): string => {
    const file = path.join(folder, `${code.length}.cjs`);
    writeFileSync(file, code);
    return file;
  };
  const answering = (answer: string): string => `
const { parentPort } = require('node:worker_threads');
const server = require('node:http').createServer((request, response) => { ${answer} });
server.listen(0, '127.0.0.1', () => parentPort.postMessage({ port: server.address().port }));`;

  async function failsWith(file: string, kind: FailureKind, message: RegExp): Promise<void> {
    const engine = await startEmbedded({ file, patience });
    try {
      const failed = verify(snapshot, { engine, signal: never, wait: quick });
      await assert.rejects(failed, isFailure(kind, message));
    } finally {
      await engine.close();
    }
  }

  it('that breaks is said to have, and why', () =>
    failsWith(engineOf(answering("throw new Error('no memory');")), 'died', /ended by itself: no memory\.$/));

  it('that ends by itself is said to have', () =>
    failsWith(
      engineOf(answering('process.exit(3);')),
      'died',
      /^The embedded engine ended by itself: exit code 3\.$/,
    ));

  it('that hangs is given up', () =>
    failsWith(
      engineOf(answering('')),
      'hangs',
      /^the embedded engine did not answer CreateTable within 3 s\./i,
    ));

  it('that cannot start is said not to', async () => {
    const file = path.join(folder, 'missing.cjs');
    await assert.rejects(startEmbedded({ file }), isFailure('died', /ended by itself: Cannot find module/));
  });

  it('starts in well under a second, and is gone when closed', async () => {
    const from = performance.now();
    const engine = await embedded();
    const ms = performance.now() - from;
    await engine.close();
    // Loaded machines are slower than what is promised.
    assert.ok(ms < 5_000, `${ms} ms`);
    await assert.rejects(verify(snapshot, { engine, signal: never, wait: quick }));
  });
});
