// What the editor tells about a model beside its findings: hover, outline, definition, lenses.
// Deliberately one of each; their contents are core's tests' matter.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, diagnosticsWhere, eventually, openText } from './support.ts';

const text = [
  'version: 1',
  'table: { name: Shop, partitionKey: PK }',
  'entities:',
  '  Order:',
  '    attributes: { id: ksuid }',
  '    keys: { PK: "ORDER#${id}" }',
  'accessPatterns:',
  '  order: { get: Order, rate: 5/s }',
  '  broken: { get: Oder }',
  '',
].join('\n');

describe('what the editor tells', () => {
  let document: vscode.TextDocument;
  before(async () => {
    ({ document } = await openText('told.ddb.yaml', text));
    await diagnosticsWhere(document, (found) => found.length > 0);
  });
  after(closeEditors);

  const ask = <T>(command: string, ...rest: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(command, document.uri, ...rest);
  const at = (word: string): vscode.Position => document.positionAt(text.indexOf(word) + 1);

  it('is a hover on an entity, at its name', async () => {
    const hovers = await eventually('a hover', async () => {
      const found = await ask<vscode.Hover[]>('vscode.executeHoverProvider', at('Order'));
      return found.length > 0 && found;
    });
    assert.equal(document.getText(hovers[0]?.range), 'Order');
    const [content] = hovers[0]?.contents ?? [];
    assert.ok(content instanceof vscode.MarkdownString);
    assert.match(content.value, /Order/);
    assert.match(content.value, /ORDER#/);
  });

  it('is an outline of table, entities and patterns', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Shop', 'Order', 'order', 'broken'],
    );
  });

  it('is the declaration of a name', async () => {
    const [place] = await ask<vscode.Location[]>('vscode.executeDefinitionProvider', at('Order, rate'));
    assert.ok(place);
    assert.equal(document.getText(place.range), 'Order');
    assert.equal(place.range.start.line, 3);
  });

  it('is a lens above a pattern', async () => {
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', 10);
    assert.ok(
      lenses.some(
        ({ range, command }) => range.start.line === 7 && command?.command === 'singlet.openPreview',
      ),
    );
  });
});
