// Logical ids of CloudFormation: letters and digits, each once.
// Deliberately small: golden files show them at work.
import assert from 'node:assert/strict';
import { createLogicalIds } from '../../../src/core/generate/logical-ids.ts';

describe('logical ids', () => {
  it('are made of the words of a name', () => {
    const logicalId = createLogicalIds();
    assert.equal(logicalId('order-items.v2'), 'OrderItemsV2');
    assert.equal(logicalId('OnlineShop'), 'OnlineShop');
  });

  it('are each given once', () => {
    const logicalId = createLogicalIds();
    assert.deepEqual(['A-B', 'AB', 'a_b', '___', '---'].map(logicalId), [
      'AB',
      'AB2',
      'AB3',
      'Table',
      'Table2',
    ]);
  });

  it('are never too long', () => {
    const logicalId = createLogicalIds();
    const long = 'x'.repeat(255);
    assert.match(logicalId(long), /^[A-Za-z0-9]{1,255}$/);
    assert.match(logicalId(long), /^[A-Za-z0-9]{1,255}$/);
  });
});
