// What a client asks in order to verify: patterns of open and closed models, edits that keep samples, the lens.
// Deliberately runs nothing on an engine: the server does not either.
import assert from 'node:assert/strict';
import {
  type KeepSamplesParams,
  type KeepSamplesReply,
  keepSamplesRequest,
  type PatternsParams,
  type PatternsReply,
  patternsRequest,
} from '../../src/protocol/requests.ts';
import { killServers, rangeOf, startServer, type TestServer } from './client.ts';

const text = `version: 1
table: { name: "🧾", partitionKey: PK }
entities:
  Order:
    attributes: { id: string }
    keys: { PK: "ORDER#\${id}" }
accessPatterns:
  "🧾order": { get: Order }
  all:
    scan: Order
  sums: { analyze: Order }
`;

describe('verifying over the protocol', () => {
  let server: TestServer;
  before(async () => {
    server = await startServer();
  });
  after(killServers);

  const patterns = (params: PatternsParams): Promise<PatternsReply> =>
    server.connection.sendRequest<PatternsReply>(patternsRequest, params);
  const keep = (params: KeepSamplesParams): Promise<KeepSamplesReply> =>
    server.connection.sendRequest<KeepSamplesReply>(keepSamplesRequest, params);

  it('tells the patterns of the present text, with the whole of each', async () => {
    const { uri, change } = await server.open(text);
    await change('everything', rangeOf(text, 'all'));
    const order = '"🧾order": { get: Order }';
    assert.deepEqual(await patterns({ uri }), [
      { name: '🧾order', kind: 'get', range: rangeOf(text, order) },
      {
        name: 'everything',
        kind: 'scan',
        range: { start: { line: 8, character: 2 }, end: { line: 9, character: 15 } },
      },
      { name: 'sums', kind: 'analyze', range: rangeOf(text, 'sums: { analyze: Order }') },
    ]);
  });

  it('tells those of a text that is not open, and of none nothing', async () => {
    const uri = 'file:///closed.ddb.yaml';
    const found = await patterns({ uri, text });
    assert.deepEqual(
      found?.map(({ name }) => name),
      ['🧾order', 'all', 'sums'],
    );
    assert.deepEqual(await patterns({ uri, text: '' }), []);
    assert.equal(await patterns({ uri }), null);
  });

  it('writes a sample into the present version of the text', async () => {
    const { uri, change } = await server.open(text);
    await change('\n', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    const samples = [{ entity: 'Order', text: '{ id: a }' }];
    const at = { line: 6, character: 31 };
    assert.deepEqual(await keep({ uri, samples }), {
      kind: 'edits',
      version: 2,
      edits: [{ range: { start: at, end: at }, newText: '\n    samples:\n      - { id: a }' }],
    });
    assert.deepEqual(await keep({ uri, samples: [{ entity: 'Oder', text: '{ id: a }' }] }), {
      kind: 'no-place',
      entity: 'Oder',
    });
    assert.deepEqual(await keep({ uri: 'file:///closed.ddb.yaml', samples }), { kind: 'unknown' });
  });

  it('offers to verify above each pattern that is calls, where the client has a command for it', async () => {
    const isOffer = ({ command }: { readonly command?: { readonly title: string } }): boolean =>
      command?.title === 'Verify';
    assert.deepEqual((await (await server.open(text)).lenses()).filter(isOffer), []);
    const able = await startServer({ initialize: { initializationOptions: { verifyCommand: 'run' } } });
    const doc = await able.open(text);
    assert.deepEqual((await doc.lenses()).filter(isOffer), [
      {
        range: rangeOf(text, '"🧾order"'),
        command: { title: 'Verify', command: 'run', arguments: [doc.uri, '🧾order'] },
      },
      {
        range: rangeOf(text, 'all'),
        command: { title: 'Verify', command: 'run', arguments: [doc.uri, 'all'] },
      },
    ]);
  });
});
