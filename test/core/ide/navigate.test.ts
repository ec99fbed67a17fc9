// Definition, references and lenses.
// Deliberately over the same small model as the other editor features.
import assert from 'node:assert/strict';
import { codeLenses } from '../../../src/core/ide/lenses.ts';
import { definitionAt, occurrencesAt } from '../../../src/core/ide/navigate.ts';
import { createSnapshot } from '../../../src/core/snapshot.ts';
import { shop } from './shop.ts';

const snapshot = createSnapshot(shop);
const lineOf = (offset: number): number => shop.slice(0, offset).split('\n').length;

describe('navigation', () => {
  it('goes from a placeholder to the attribute', () => {
    const span = definitionAt(snapshot, shop.indexOf('${orderNumber') + 4);
    assert.equal(span && shop.slice(span.start, span.end), 'orderNumber');
    assert.equal(span && lineOf(span.start), 18);
  });

  it('goes from a reference to the other entity’s attribute', () => {
    const span = definitionAt(snapshot, shop.indexOf('Customer.username') + 'Customer.u'.length);
    assert.equal(span && lineOf(span.start), 9);
  });

  it('finds every place that names an entity', () => {
    const found = occurrencesAt(snapshot, shop.indexOf('Order:') + 1);
    assert.deepEqual(
      found.map(({ span, declaration }) => [lineOf(span.start), declaration]),
      [
        [15, true],
        [26, false],
        [28, false],
        [34, false],
      ],
    );
  });

  it('finds every place that names an attribute, in keys and clauses', () => {
    const found = occurrencesAt(snapshot, shop.indexOf('orderNumber:') + 1);
    assert.deepEqual(
      found.map(({ span }) => lineOf(span.start)),
      [18, 21, 22, 34],
    );
  });

  it('has lenses above each pattern: its route, units and money, and the offer to verify it', () => {
    assert.deepEqual(
      codeLenses(snapshot).map(({ title, span }) => [lineOf(span.start), title]),
      [
        [26, 'PutItem · 2 WCU a call · $98.55/month'],
        [26, 'Verify'],
        [27, 'Query table · 0.5 RCU a call · $32.85/month'],
        [27, 'Verify'],
        [34, 'Query GSI1 · at least 0.5 RCU a call'],
        [34, 'Verify'],
      ],
    );
  });
});
