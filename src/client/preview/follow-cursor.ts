// The preview selects what the cursor of the editor stands on.
// Deliberately asks the server what that is: positions mean something only there.
import * as vscode from 'vscode';
import type { SelectMessage } from '../../protocol/preview.ts';
import {
  type PreviewSelectionParams,
  type PreviewSelectionReply,
  previewSelectionRequest,
} from '../../protocol/requests.ts';
import { isModel } from '../active-model.ts';
import type { Server } from '../server-process.ts';

/** Long enough that a cursor which is on its way through does not count. */
const pauseMs = 120;

/** Tells what is selected whenever the cursor comes to rest in a model. */
export function followCursor(server: Server, selected: (message: SelectMessage) => void): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;

  async function ask({ document, selection }: vscode.TextEditor): Promise<void> {
    if (server.state !== 'running') return;
    const { version, uri } = document;
    const offset = document.offsetAt(selection.active);
    const params: PreviewSelectionParams = { uri: uri.toString(), offset, version };
    const client = await server.started();
    const reply = await client?.sendRequest<PreviewSelectionReply>(previewSelectionRequest, params);
    if (reply) selected({ type: 'select', document: uri.toString(), selection: reply, open: false });
  }

  const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
    clearTimeout(timer);
    // What the preview's own click selected is no wish to see something else.
    const isOfPerson =
      kind === vscode.TextEditorSelectionChangeKind.Mouse ||
      kind === vscode.TextEditorSelectionChangeKind.Keyboard;
    if (!isModel(textEditor.document) || !isOfPerson) return;
    timer = setTimeout(() => void ask(textEditor).catch(() => undefined), pauseMs);
  });
  return vscode.Disposable.from(listener, { dispose: () => clearTimeout(timer) });
}
