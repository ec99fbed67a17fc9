// Verifying in a thread of its own, as an editor does it: what it tells, how it ends, that nothing is left of it.
// Deliberately the built bundles; what is checked of a model is the other tests' matter.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Ending, Job, Outcome } from '../../src/verify/thread/messages.ts';
import { startThread, type ThreadOptions, type VerifyThread } from '../../src/verify/thread/start.ts';
import { root } from '../support/golden.ts';
import { engineFile } from './support.ts';

const file = path.join(root, 'dist/verify-thread.cjs');

const thread = (options: Partial<ThreadOptions> = {}): VerifyThread =>
  startThread({ file, engineFile, endpoint: undefined, ...options });

interface Heard {
  readonly ending: Ending;
  readonly started: readonly string[];
  readonly outcomes: readonly Outcome[];
}

async function hear(verifying: VerifyThread, job: Partial<Job> & Pick<Job, 'text'>): Promise<Heard> {
  const started: string[] = [];
  const outcomes: Outcome[] = [];
  const ending = await verifying.verify(
    { hostile: false, ...job },
    { started: (pattern) => started.push(pattern), outcome: (outcome) => outcomes.push(outcome) },
  );
  return { ending, started, outcomes };
}

const model = (sort: string): string => `version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
entities:
  Order:
    attributes: { customer: { type: string, pattern: '^[a-z]+$' }, number: { type: number, min: 0, max: 99999 } }
    keys: { PK: "CUSTOMER#\${customer}", SK: "${sort}" }
    count: 9 per customer
accessPatterns:
  order: { get: Order }
  newest: { query: Order, where: customer, order: number descending, limit: 5 }
  sales: { analyze: Order, needs: [aggregate] }
`;
const sound = model('ORDER#${number | pad(5)}');

describe('the thread in which an editor verifies', () => {
  let verifying: VerifyThread;
  afterEach(() => verifying.close());

  it('tells each pattern as it begins and ends, then what it comes to', async () => {
    verifying = thread();
    const { ending, started, outcomes } = await hear(verifying, { text: sound });
    assert.deepEqual(started, ['order', 'newest', 'sales']);
    assert.deepEqual(
      outcomes.map(({ pattern, summary }) => [pattern, summary]),
      [
        ['order', 'confirmed'],
        ['newest', 'confirmed'],
        ['sales', 'not-checkable'],
      ],
    );
    assert.deepEqual(outcomes[2]?.reasons, ['an analysis is no call of DynamoDB']);
    assert.ok(ending.type === 'done', JSON.stringify(ending));
    assert.match(ending.lines.join('\n'), /dynalite.*embedded engine.*\n3 patterns: 2 confirmed/);
  });

  it('does the next job on the same engine, and only the patterns that are asked for', async () => {
    verifying = thread();
    await hear(verifying, { text: sound });
    const { outcomes } = await hear(verifying, { text: sound, patterns: ['order'] });
    assert.deepEqual(
      outcomes.map(({ pattern }) => pattern),
      ['order'],
    );
  });

  it('says why no table can be made of a model, and where', async () => {
    verifying = thread();
    const text = 'version: 1\ntable: { name: Shop }\n';
    const { ending } = await hear(verifying, { text });
    assert.ok(ending.type === 'refused', JSON.stringify(ending));
    assert.ok(ending.reasons.length > 0);
    for (const { span } of ending.reasons) assert.ok(span.end <= text.length);
  });

  it('ends as cancelled in the middle of its work, and then is gone', async () => {
    verifying = thread();
    const outcomes: Outcome[] = [];
    const ending = await verifying.verify(
      { text: sound, hostile: false },
      { started: () => verifying.cancel(), outcome: (outcome) => outcomes.push(outcome) },
    );
    assert.ok(ending.type === 'failed', JSON.stringify(ending));
    assert.equal(ending.kind, 'cancelled');
    assert.ok(outcomes.length < 3);
    await verifying.close();
    const after = await hear(verifying, { text: sound });
    assert.ok(after.ending.type === 'failed', 'a closed thread does nothing more');
  });

  it('leaves the caller’s own thread alone', async () => {
    verifying = thread();
    const before = performance.eventLoopUtilization();
    const { ending } = await hear(verifying, { text: sound });
    const { utilization } = performance.eventLoopUtilization(before);
    assert.equal(ending.type, 'done');
    assert.ok(utilization < 0.5, `the caller was busy for ${Math.round(utilization * 100)}% of the time`);
  });

  describe('on an endpoint', () => {
    let server: Server;
    let endpoint: string;
    let answers: boolean;
    before(async () => {
      server = createServer((_, response) => {
        if (answers) response.writeHead(500).end('{"__type":"InternalServerError","message":"out of order"}');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    after(() => {
      server.closeAllConnections();
      server.close();
    });

    it('that is not there: says so', async () => {
      verifying = thread({ endpoint: 'http://127.0.0.1:1' });
      const { ending } = await hear(verifying, { text: sound });
      assert.ok(ending.type === 'failed' && ending.kind === 'unreachable', JSON.stringify(ending));
      assert.match(ending.message, /Nobody answers at http:\/\/127\.0\.0\.1:1/);
    });

    it('that answers with errors: says so', async () => {
      answers = true;
      verifying = thread({ endpoint });
      const { ending } = await hear(verifying, { text: sound });
      assert.ok(ending.type === 'failed' && ending.kind === 'errors', JSON.stringify(ending));
    });

    it('that does not answer: is ended from outside when nobody wants to wait', async () => {
      answers = false;
      verifying = thread({ endpoint, patience: 200 });
      const ending = hear(verifying, { text: sound });
      await new Promise((resolve) => setTimeout(resolve, 200));
      await verifying.close();
      const { ending: last } = await ending;
      assert.ok(last.type === 'failed' && last.kind === 'died', JSON.stringify(last));
    });
  });
});
