// What a person sees of findings: squiggles with text and place, quick fixes, problems of files that are not open.
// Deliberately one finding only; which findings a text has is the fixtures' matter.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  applyCodeAction,
  closeEditors,
  diagnosticsWhere,
  eventually,
  openText,
  workspaceFolder,
} from './support.ts';

const text = [
  'version: 1',
  'table: { name: Shop, partitionKey: PK }',
  'entities:',
  '  Order:',
  '    attributes: { id: ksuid }',
  '    keys: { PK: "ORDER#${id}" }',
  'accessPatterns:',
  '  order: { get: Oder }',
  '',
].join('\n');
const mended = text.replace('Oder', 'Order');

const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);
const misspelt = (found: readonly vscode.Diagnostic[]): vscode.Diagnostic | undefined =>
  found.find((each) => codeOf(each) === 'name/unknown-entity');
const isMisspelt = (found: readonly vscode.Diagnostic[]): boolean => misspelt(found) !== undefined;
const isWell = (found: readonly vscode.Diagnostic[]): boolean => !isMisspelt(found);

describe('findings in the editor', () => {
  afterEach(closeEditors);

  it('stand under the text that they are about, with a link to the rule', async () => {
    const { document } = await openText('findings.ddb.yaml', text);
    const found = misspelt(await diagnosticsWhere(document, isMisspelt));
    assert.ok(found);
    assert.equal(document.getText(found.range), 'Oder');
    assert.equal(found.message, 'There is no entity Oder. Did you mean Order?');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found.source, 'singlet');
    assert.ok(typeof found.code === 'object');
    assert.equal(found.code.target.toString(true), 'singlet-rule:/name/unknown-entity.md');
  });

  it('lead to the page of their rule, rendered', async () => {
    const { document } = await openText('ruled.ddb.yaml', text);
    const code = misspelt(await diagnosticsWhere(document, isMisspelt))?.code;
    assert.ok(typeof code === 'object');
    await vscode.commands.executeCommand('vscode.open', code.target);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.viewType, 'vscode.markdown.preview.editor');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /name\/unknown-entity/);
  });

  it('follow the text as it is typed', async () => {
    const { document } = await openText('typed.ddb.yaml', mended);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(mended.indexOf('Order }'));
    edit.insert(document.uri, new vscode.Position(0, 0), '# 🧾 receipts\n');
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 5)), '"Oder"');
    await vscode.workspace.applyEdit(edit);
    const found = misspelt(await diagnosticsWhere(document, isMisspelt));
    assert.ok(found);
    assert.match(document.getText(found.range), /^"?Oder"?$/);
  });

  it('are mended by a quick fix that one undo takes back', async () => {
    const editor = await openText('mended.ddb.yaml', text);
    const found = misspelt(await diagnosticsWhere(editor.document, isMisspelt));
    assert.ok(found);
    assert.equal(await applyCodeAction(editor, found.range, 'Change to Order'), mended);
    await diagnosticsWhere(editor.document, isWell);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
    await diagnosticsWhere(editor.document, isMisspelt);
  });

  it('are silenced by a comment above them', async () => {
    const editor = await openText('silenced.ddb.yaml', text);
    const found = misspelt(await diagnosticsWhere(editor.document, isMisspelt));
    assert.ok(found);
    const title = 'Silence name/unknown-entity here, with a reason';
    const silenced = await applyCodeAction(editor, found.range, title);
    assert.match(silenced, /\n {2}# singlet-ignore name\/unknown-entity: why it is meant so\n {2}order: /);
    assert.equal(editor.document.getText(editor.selection), 'why it is meant so');
    await diagnosticsWhere(editor.document, isWell);
  });

  it('show for models that are not open, until they are mended on disk', async () => {
    // The server starts with the first model that is opened.
    await openText('open.ddb.yaml', mended);
    const file = path.join(workspaceFolder(), 'closed.ddb.yaml');
    const uri = vscode.Uri.file(file);
    try {
      writeFileSync(file, text);
      await eventually('a problem in a closed file', () => isMisspelt(vscode.languages.getDiagnostics(uri)));
      writeFileSync(file, mended);
      await eventually('the end of the problem', () => isWell(vscode.languages.getDiagnostics(uri)));
    } finally {
      rmSync(file);
    }
  });

  it('stay when their file is closed', async () => {
    const uri = vscode.Uri.file(path.join(workspaceFolder(), 'stays.ddb.yaml'));
    const problem = (): boolean => isMisspelt(vscode.languages.getDiagnostics(uri));
    writeFileSync(uri.fsPath, text);
    // As from the explorer: a document that an extension opens stays open for minutes after its editor.
    await vscode.commands.executeCommand('vscode.open', uri);
    await eventually('the problem', problem);
    const isOpen = (): boolean => vscode.workspace.textDocuments.some((each) => each.uri.path === uri.path);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually('the document to be closed', () => !isOpen());
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.ok(problem());
    rmSync(uri.fsPath);
    await eventually('the end of the problem', () => !problem());
  });
});
