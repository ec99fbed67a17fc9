// The preview beside its editor: opened, drawn, following what is typed and which model is active.
// Deliberately does not look into the page; test/webview and test/vscode-ui do.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/client/extension.ts';
import type { ShowMessage } from '../../src/protocol/preview.ts';
import { closeEditors, eventually, openText, singlet } from './support.ts';

const modelOf = (name: string, entity: string): string =>
  [
    'version: 1',
    `table: { name: ${name}, partitionKey: PK }`,
    'entities:',
    `  ${entity}:`,
    '    attributes: { id: ksuid }',
    `    keys: { PK: "${entity}#\${id}" }`,
    '',
  ].join('\n');

describe('the preview', () => {
  const pictures: ShowMessage[] = [];
  let subscription: vscode.Disposable;

  before(async () => {
    const api = (await singlet().activate()) as Api;
    subscription = api.onDidShowPreview((picture) => void pictures.push(picture));
  });
  beforeEach(() => {
    pictures.length = 0;
  });
  afterEach(closeEditors);
  after(() => subscription.dispose());

  const shown = (what: string, holds: (picture: ShowMessage) => boolean): Promise<ShowMessage> =>
    eventually(what, () => pictures.findLast(holds)) as Promise<ShowMessage>;
  const previewTabs = (): vscode.Tab[] =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(
        ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('singlet.preview'),
      );

  it('opens beside the editor and draws the model', async () => {
    const editor = await openText('drawn.ddb.yaml', modelOf('Shop', 'Order'));
    await vscode.commands.executeCommand('singlet.openPreview');
    const picture = await shown('a picture', () => true);
    assert.equal(picture.overview.title, 'Shop');
    assert.deepEqual(
      picture.overview.entities.map(({ name }) => name),
      ['Order'],
    );
    const [tab, ...others] = previewTabs();
    assert.equal(tab?.label, 'Preview drawn.ddb.yaml');
    assert.deepEqual(others, []);
    assert.notEqual(tab?.group.viewColumn, editor.viewColumn);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document, 'the editor keeps the focus');
  });

  it('follows what is typed, and keeps the last picture while the text is broken', async () => {
    const { document } = await openText('typed-preview.ddb.yaml', modelOf('Shop', 'Order'));
    await vscode.commands.executeCommand('singlet.openPreview');
    await shown('the first picture', ({ overview }) => overview.title === 'Shop');
    const write = async (text: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
      await vscode.workspace.applyEdit(edit);
    };
    await write(modelOf('Store', 'Order'));
    const second = await shown('the changed name', ({ overview }) => overview.title === 'Store');
    assert.equal(second.version, document.version);
    await write('version: 1\n');
    const third = await shown('a stale picture', ({ stale }) => stale);
    assert.equal(third.overview.title, 'Store');
  });

  it('shows one panel, of the model that is active', async () => {
    await openText('one.ddb.yaml', modelOf('One', 'First'));
    await vscode.commands.executeCommand('singlet.openPreview');
    await shown('the first model', ({ overview }) => overview.title === 'One');
    await openText('two.ddb.yaml', modelOf('Two', 'Second'));
    await shown('the second model', ({ overview }) => overview.title === 'Two');
    await vscode.commands.executeCommand('singlet.openPreview');
    assert.deepEqual(
      previewTabs().map(({ label }) => label),
      ['Preview two.ddb.yaml'],
    );
  });

  it('comes back after the server was restarted', async () => {
    await openText('again.ddb.yaml', modelOf('Again', 'Order'));
    await vscode.commands.executeCommand('singlet.openPreview');
    await shown('a picture', ({ overview }) => overview.title === 'Again');
    pictures.length = 0;
    await vscode.commands.executeCommand('singlet.restartServer');
    await shown('a new picture', ({ overview }) => overview.title === 'Again');
  });
});
