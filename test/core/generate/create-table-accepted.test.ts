// The CreateTable requests, given to an engine: what it describes is what was asked for.
// Deliberately without multi-attribute keys and vector indexes, which the engine (dynalite) does not know.
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import dynalite from 'dynalite';
import { createTable } from '../../../src/core/generate/create-table.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { models } from './models.ts';

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return `http://127.0.0.1:${address.port}`;
}

/** The engine asks for a signature, and looks at its form only. */
async function call(url: string, operation: string, body: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20260101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=x, Signature=x',
    },
    body,
  });
  return { status: response.status, body: await response.json() };
}

describe('CreateTable requests', () => {
  const known = models.filter(({ text }) => {
    const { model } = createSnapshot(text);
    return model.indexes.every((index) => index.kind !== 'vector' && index.partitionKey.length < 2);
  });

  it('are of several models', () => {
    assert.ok(known.length >= 5);
  });

  for (const { name, text } of known) {
    it(`${name}: is accepted`, async () => {
      const server = dynalite({ createTableMs: 0 });
      try {
        const url = await listening(server);
        const generated = createTable.generate(createSnapshot(text));
        assert.ok(generated.kind === 'text');
        const { status, body } = await call(url, 'CreateTable', generated.text);
        assert.equal(status, 200, JSON.stringify(body));
        const asked = JSON.parse(generated.text);
        const made = body.TableDescription;
        assert.deepEqual(made.KeySchema, asked.KeySchema);
        const byName = (list: readonly { IndexName: string }[] = []) =>
          new Map(list.map((index) => [index.IndexName, index]));
        for (const kind of ['GlobalSecondaryIndexes', 'LocalSecondaryIndexes'] as const) {
          assert.deepEqual([...byName(made[kind]).keys()].sort(), [...byName(asked[kind]).keys()].sort());
        }
      } finally {
        await new Promise((resolve) => server.close(resolve));
      }
    });
  }
});
