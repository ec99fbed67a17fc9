// The request of a route as the SDK takes it: expressions, names and values.
// Deliberately little of routes themselves; served.txt shows which there are.
import assert from 'node:assert/strict';
import { printRequestValue } from '../../../src/core/analysis/requests/request-value.ts';
import { type KeyRequest, keyRequest } from '../../../src/core/analysis/routes/request.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';

/** The request of the only pattern on an order, in a table with a local index by its total. */
function requestOf(pattern: string): KeyRequest {
  const snapshot = createSnapshot(`
version: 1
table: { name: Shop, partitionKey: PK, sortKey: SK }
indexes:
  ByTotal: { type: local, sortKey: total, projection: [placed-at] }
entities:
  Order:
    attributes:
      username: string
      orderId: ksuid
      total: number
      paid: boolean
      status: { enum: [OPEN, HELD, DONE] }
      placed-at: date
    keys: { PK: "CUSTOMER#\${username}", SK: "ORDER#\${orderId}" }
accessPatterns:
  pattern: ${pattern}
`);
  const [resolved] = snapshot.design.patterns[0]?.actions ?? [];
  assert.ok(resolved);
  const result = snapshot.routes.get(resolved.action);
  assert.equal(result?.kind, 'served');
  return keyRequest(result.route, resolved);
}

/** A value as people read it. */
function written(values: KeyRequest['values'], name: string): string | undefined {
  const value = values.get(name);
  return value && printRequestValue(value);
}

describe('the request of a route', () => {
  it('gives every name and value an alias', () => {
    const request = requestOf('{ query: Order, where: [username, orderId between] }');
    assert.equal(request.keyConditionExpression, '#PK = :PK AND #SK BETWEEN :SKFrom AND :SKTo');
    assert.deepEqual(
      [...request.names],
      [
        ['#PK', 'PK'],
        ['#SK', 'SK'],
      ],
    );
    assert.deepEqual([...request.values.keys()], [':PK', ':SKFrom', ':SKTo']);
  });

  it('leaves a parameter bare that is a number', () => {
    const { values } = requestOf('{ query: Order, where: [username, total >=] }');
    assert.equal(written(values, ':PK'), '"CUSTOMER#${username}"');
    assert.equal(written(values, ':total'), 'total');
  });

  it('of a local index asks for all attributes, or for those selected: else it returns what is projected', () => {
    const all = requestOf('{ query: Order, where: username, order: total descending }');
    assert.equal(all.select, 'ALL_ATTRIBUTES');
    const some = requestOf('{ query: Order, where: username, order: total descending, select: [status] }');
    assert.equal(some.select, undefined);
    assert.equal(some.projectionExpression, '#status');
    assert.equal(some.names.get('#status'), 'status');
  });

  it('selects by the aliases of keys, and by aliases without signs', () => {
    const { projectionExpression, names } = requestOf(
      '{ query: Order, where: [username, total >], select: [total, placed-at] }',
    );
    assert.equal(projectionExpression, '#total, #placed_at');
    assert.equal(names.get('#placed_at'), 'placed-at');
  });

  it('filters by names and values of its own', () => {
    const request = requestOf(
      '{ query: Order, where: username, filter: [total > 9, status = OPEN or HELD, paid = true, placed-at exists] }',
    );
    assert.equal(
      request.filterExpression,
      '#total > :total AND #status IN (:status, :status_) AND #paid = :paid AND attribute_exists(#placed_at)',
    );
    assert.equal(written(request.values, ':total'), '9');
    assert.equal(written(request.values, ':status_'), '"HELD"');
    assert.equal(written(request.values, ':paid'), 'true');
  });

  it('filters by parameters: two for between, and texts in quotes', () => {
    const request = requestOf(
      '{ query: Order, where: username, filter: [total between, status <> :other, orderId contains] }',
    );
    assert.equal(
      request.filterExpression,
      '#total BETWEEN :totalFrom AND :totalTo AND #status <> :status AND contains(#orderId, :orderId)',
    );
    assert.equal(written(request.values, ':totalFrom'), 'totalFrom');
    assert.equal(written(request.values, ':status'), '"${other}"');
  });

  it('of a get is its key, without a condition', () => {
    const request = requestOf('{ get: Order, select: [status] }');
    assert.deepEqual(
      [...request.key.keys()].map((name) => [name, written(request.key, name)]),
      [
        ['PK', '"CUSTOMER#${username}"'],
        ['SK', '"ORDER#${orderId}"'],
      ],
    );
    assert.equal(request.keyConditionExpression, '');
    assert.deepEqual([...request.names], [['#status', 'status']]);
    assert.equal(request.values.size, 0);
  });

  it('of a scan is its filter', () => {
    const request = requestOf('{ scan: Order, filter: paid = false }');
    assert.equal(request.keyConditionExpression, '');
    assert.equal(request.filterExpression, '#paid = :paid');
  });
});
