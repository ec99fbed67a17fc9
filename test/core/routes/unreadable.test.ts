// Reads of which nothing can be said, so that their own finding stands alone.
// Deliberately without the findings: the rules' fixtures show them.
import assert from 'node:assert/strict';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { modelOf } from './sections.ts';

const resultOf = (pattern: string): unknown => {
  const model = `entities:
  Order:
    attributes: { buyer: string, orderId: ksuid }
    keys: { PK: "CUSTOMER#\${buyer}", SK: "\${orderId}" }
accessPatterns:
  pattern: ${pattern}`;
  const { routes } = createSnapshot(modelOf({ title: '', model }));
  return [...routes.values()][0];
};

describe('a route is unknown', () => {
  for (const [why, pattern] of [
    ['where an attribute in where is unknown', '{ query: Order, where: nobody }'],
    ['where the order is by an unknown attribute', '{ query: Order, where: buyer, order: placedAt }'],
    ['where the order is an operator', '{ query: Order, where: buyer, order: >= }'],
    ['where a clause has an operator that no key answers', '{ query: Order, where: buyer <> ann }'],
  ] as const)
    it(why, () => {
      assert.deepEqual(resultOf(pattern), { kind: 'unknown', reason: 'unreadable' });
    });
});
