// Requests with parameters in their place: what is sent.
// Deliberately little of requests themselves; request.test.ts has them.
import assert from 'node:assert/strict';
import type { DynamoValue } from '../../../src/core/analysis/capacity/item.ts';
import { concreteRequest, type Parameters } from '../../../src/core/analysis/requests/concrete.ts';
import { placeholdersOf, placeholderText, shardTexts } from '../../../src/core/analysis/requests/fan-out.ts';
import { keyRequest } from '../../../src/core/analysis/routes/request.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';

function routed(pattern: string) {
  const snapshot = createSnapshot(`
version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
indexes:
  ByTotal: { type: local, sortKey: total }
  ByDay: { partitionKey: day, sortKey: at }
entities:
  Order:
    attributes:
      username: string
      orderId: ksuid
      total: number
      at: epoch-seconds
      tags: string-set
    keys:
      PK: "CUSTOMER#\${username | lower}"
      SK: "ORDER#\${orderId}"
      day: "\${orderId | shard(3)}#\${at | date(yyyy-MM-dd)}"
accessPatterns:
  pattern: ${pattern}
`);
  const [resolved] = snapshot.design.patterns[0]?.actions ?? [];
  assert.ok(resolved);
  const result = snapshot.routes.get(resolved.action);
  assert.equal(result?.kind, 'served');
  return { route: result.route, request: keyRequest(result.route, resolved) };
}

const parameters = (
  given: Readonly<Record<string, DynamoValue>>,
  each: Readonly<Record<string, string>> = {},
  format?: string,
): Parameters => ({
  given: new Map(Object.entries(given).map(([name, value]) => [name, { value, format }])),
  each: new Map(Object.entries(each)),
});

const text = (value: string): DynamoValue => ({ type: 'string', value });
const number = (value: string): DynamoValue => ({ type: 'number', value });

describe('a concrete request', () => {
  it('has the functions of the key applied, and numbers as numbers', () => {
    const { request } = routed('{ query: Order, where: [username, total >=], filter: tags contains }');
    const made = concreteRequest(
      request,
      parameters({ username: text('Ann'), total: number('9.50'), tags: text('new') }),
    );
    assert.equal(made.kind, 'made');
    assert.deepEqual(
      [...made.request.values],
      [
        [':PK', text('CUSTOMER#ann')],
        [':total', number('9.50')],
        [':tags', text('new')],
      ],
    );
  });

  it('is not made without a parameter, whose name is told', () => {
    const { request } = routed('{ query: Order, where: [username, total between] }');
    const made = concreteRequest(request, parameters({ username: text('Ann'), totalFrom: number('1') }));
    assert.deepEqual(made, { kind: 'lacks', parameters: ['totalTo'] });
  });

  it('is not made of a value that has no rendering', () => {
    const { request } = routed('{ get: Order }');
    const made = concreteRequest(request, parameters({ username: number('1'), orderId: text('a') }));
    assert.deepEqual(made, { kind: 'lacks', parameters: ['username'] });
  });

  it('of one shard has that shard, and dates by the format of what is given', () => {
    const { route, request } = routed('{ query: Order, where: at }');
    const [fanOut] = route.fanOut;
    assert.ok(fanOut);
    const [shard] = placeholdersOf(route, fanOut);
    assert.ok(shard);
    assert.deepEqual(shardTexts(shard), ['0', '1', '2']);
    const made = concreteRequest(
      request,
      parameters({ at: number('1767600000') }, { [placeholderText(shard)]: '2' }, 'epoch-seconds'),
    );
    assert.equal(made.kind, 'made');
    assert.deepEqual(made.request.values.get(':day'), text('2#2026-01-05'));
  });
});
