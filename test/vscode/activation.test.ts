// Singlet wakes up for models and for nothing else. Must run first: an extension never goes back to sleep.
// Deliberately tests no feature.
import assert from 'node:assert/strict';
import { closeEditors, eventually, openText, singlet } from './support.ts';

describe('activation', () => {
  after(closeEditors);

  it('leaves a plain YAML file alone', async () => {
    const { document } = await openText('values.yaml', 'replicas: 2\n');
    assert.equal(document.languageId, 'yaml');
    // Another language's event has been handled once a later one of VS Code's own has been answered.
    await openText('notes.md', '# Notes\n');
    assert.equal(singlet().isActive, false);
  });

  for (const name of ['shop.ddb.yaml', 'shop.ddb.yml']) {
    it(`takes ${name} for a DynamoDB model`, async () => {
      const { document } = await openText(name, 'table:\n  name: shop\n');
      assert.equal(document.languageId, 'singlet');
      await eventually('Singlet to become active', () => singlet().isActive);
    });
  }
});
