// "Generate Table Definition…": from a model to a new editor with the right language.
// Deliberately checks only the beginning of what is generated; the targets' golden files hold the rest.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { acceptUntil, closeEditors, openText } from './support.ts';

const text = [
  'version: 1',
  'table: { name: Shop, partitionKey: PK }',
  'entities:',
  '  Order:',
  '    attributes: { id: ksuid }',
  '    keys: { PK: "ORDER#${id}" }',
].join('\n');

describe('Generate Table Definition…', () => {
  afterEach(closeEditors);

  it('asks for a target and opens what is generated, unsaved', async () => {
    const { document } = await openText('generate.ddb.yaml', text);
    const generated = (): vscode.TextDocument | undefined => {
      const active = vscode.window.activeTextEditor?.document;
      return active === document ? undefined : active;
    };
    const done = vscode.commands.executeCommand('singlet.generate');
    await acceptUntil('the generated text', () => generated() !== undefined);
    await done;
    const result = generated();
    assert.equal(result?.isUntitled, true);
    assert.match(result.languageId, /^(yaml|json)$/);
    assert.match(result.getText(), /Shop/);
  });

  it('can be told the target by a key binding', async () => {
    const { document } = await openText('bound.ddb.yaml', text);
    await vscode.commands.executeCommand('singlet.generate', 'create-table');
    const result = vscode.window.activeTextEditor?.document;
    assert.notEqual(result, document);
    assert.equal(result?.languageId, 'json');
    assert.equal(JSON.parse(result.getText()).TableName, 'Shop');
  });
});
