import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearest } from '../../../src/core/model/suggest.ts';

describe('suggest', () => {
  const keys = ['partitionKey', 'sortKey', 'projection', 'capacity', 'description'];

  it('finds a misspelt word', () => {
    assert.equal(nearest('partitonKey', keys), 'partitionKey');
    assert.equal(nearest('capcity', keys), 'capacity');
    assert.equal(nearest('Custmer', ['Order', 'Customer']), 'Customer');
  });

  it('ignores case and separators', () => {
    assert.equal(nearest('sort_key', keys), 'sortKey');
    assert.equal(nearest('PARTITION-KEY', keys), 'partitionKey');
    assert.equal(nearest('pk', ['SK', 'PK']), 'PK');
  });

  it('takes the beginning of a word', () => {
    assert.equal(nearest('desc', keys), 'description');
    assert.equal(nearest('partition', keys), 'partitionKey');
  });

  it('takes swapped letters for one mistake', () => {
    assert.equal(nearest('raet', ['date', 'rate']), 'rate');
    assert.equal(nearest('qurey', ['query', 'scan']), 'query');
  });

  it('is silent where nothing is near', () => {
    assert.equal(nearest('colour', keys), undefined);
    assert.equal(nearest('AB', ['PK', 'SK', 'AC']), undefined);
    assert.equal(nearest('', keys), undefined);
    assert.equal(nearest('_', keys), undefined);
  });

  it('prefers the same first letter, then the shorter word', () => {
    assert.equal(nearest('prder', ['order', 'pider']), 'pider');
    assert.equal(nearest('batch', ['batchWrite', 'batchGet']), 'batchGet');
  });

  it('never offers the word itself, and always one of the candidates', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 8 }), (word, candidates) => {
        const found = nearest(word, [...candidates, word]);
        assert.ok(found === undefined || (found !== word && candidates.includes(found)));
      }),
    );
  });

  it('finds a word of eight letters with one letter lost', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{8}$/), fc.nat(7), (word, at) => {
        assert.equal(nearest(word.slice(0, at) + word.slice(at + 1), [word]), word);
      }),
    );
  });
});
