// What stands under the cursor: the one classifier.
// Deliberately one line for each kind of place, and for each way to name it.
import assert from 'node:assert/strict';
import { type Place, placeAt } from '../../../src/core/ide/place.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { shop } from './shop.ts';

/** The kind of place and what it names, at the n-th letter of the first text that is found behind `after`. */
function place(word: string, after = ''): string | undefined {
  const start = shop.indexOf(word, Math.max(0, shop.indexOf(after)));
  assert.ok(start >= 0, `${word} is in the model`);
  const found = placeAt(createSnapshot(shop), start + 1);
  return found && describePlace(found);
}

function describePlace(found: Place): string {
  switch (found.kind) {
    case 'entity':
      return `entity ${found.entity.name}${found.declaration ? ', declared' : ''}`;
    case 'attribute':
      return `attribute ${found.attribute.entity}.${found.attribute.name}${found.declaration ? ', declared' : ''}`;
    case 'index':
      return `index ${found.index.name}${found.declaration ? ', declared' : ''}`;
    case 'pattern':
      return `pattern ${found.pattern.name}${found.declaration ? ', declared' : ''}`;
    case 'key':
      return `key ${found.entity.name} ${found.key.name}`;
    case 'function':
      return `function ${found.call.name}`;
    case 'property':
      return `property ${found.path.join('.')}${found.onKey ? '' : ' value'}`;
  }
}

describe('what stands under the cursor', () => {
  const cases: readonly (readonly [word: string, after: string, expected: string])[] = [
    ['version', '', 'property version'],
    ['Shop', '', 'property table.name value'],
    ['partitionKey', '', 'property table.partitionKey'],
    ['GSI1:', '', 'index GSI1, declared'],
    ['Customer:', 'entities', 'entity Customer, declared'],
    ['username:', 'attributes', 'attribute Customer.username, declared'],
    ['size', 'attributes', 'property entities.Customer.attributes.username.size'],
    ['12 B', '', 'property entities.Customer.attributes.username.size value'],
    ['Customer.username', '', 'entity Customer'],
    ['username', 'Customer.', 'attribute Customer.username'],
    ['PK: ', 'Order:', 'key Order PK'],
    ['CUSTOMER#', 'Order:', 'key Order PK'],
    ['orderNumber | pad', '', 'attribute Order.orderNumber'],
    ['pad(6)', '', 'function pad'],
    ['newestOrders', '', 'pattern newestOrders, declared'],
    ['query', '', 'property accessPatterns.newestOrders.query'],
    ['Customer, Order', '', 'entity Customer'],
    ['username', 'where', 'attribute Customer.username'],
    ['placeOrder', 'readYourWrites', 'pattern placeOrder'],
    ['GSI1 }', 'orderByNumber', 'index GSI1'],
    ['30/s', '', 'property accessPatterns.placeOrder.rate value'],
  ];
  for (const [word, after, expected] of cases) {
    it(`${word.trim()}${after === '' ? '' : ` behind ${after}`}: ${expected}`, () => {
      assert.equal(place(word, after), expected);
    });
  }

  it('is nothing in white space, and nothing in an empty text', () => {
    assert.equal(placeAt(createSnapshot(''), 0), undefined);
    assert.equal(placeAt(createSnapshot('version: 1\n\n\n'), 12), undefined);
  });
});
