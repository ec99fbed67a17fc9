// What "New Model from Example" shows of an example.
// Deliberately without VS Code.
import assert from 'node:assert/strict';
import { exampleHeader } from '../../src/client/example-header.ts';

describe('the header of an example', () => {
  it('is its first comment line as title and the rest as description', () => {
    const text = '# An online shop\n#\n# Customers, orders\r\n# and their items.\n\nversion: 1\n# not this\n';
    assert.deepEqual(exampleHeader('shop.ddb.yaml', text), {
      title: 'An online shop',
      description: 'Customers, orders and their items.',
    });
  });

  for (const text of ['', 'version: 1\n# A shop\n', '#\n']) {
    it(`is the file's name for ${JSON.stringify(text)}`, () => {
      assert.deepEqual(exampleHeader('shop.ddb.yaml', text), { title: 'shop.ddb.yaml', description: '' });
    });
  }
});
