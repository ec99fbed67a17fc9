// "Open Preview to the Side": one panel that follows the model in the active editor, also after a reload of the window.
// Deliberately one: two pictures of two tables side by side have not been asked for.
import * as vscode from 'vscode';
import type { ShowMessage } from '../../protocol/preview.ts';
import { activeModel, addressIn, isModel } from '../active-model.ts';
import type { Server } from '../server-process.ts';
import { followCursor } from './follow-cursor.ts';
import { drivePanel, type PreviewPanel } from './panel.ts';

const viewType = 'singlet.preview';

export interface Preview extends vscode.Disposable {
  /** The command: on a file of the explorer, on that of a code lens with its pattern, or on the active editor. */
  open(file?: unknown, pattern?: unknown): Promise<void>;
  /** A picture has been sent to the webview. */
  readonly onDidShow: vscode.Event<ShowMessage>;
}

export function createPreview(
  server: Server,
  extension: vscode.Uri,
  output: vscode.LogOutputChannel,
): Preview {
  const shown = new vscode.EventEmitter<ShowMessage>();
  let current: PreviewPanel | undefined;

  function drive(panel: vscode.WebviewPanel): PreviewPanel {
    const driven = drivePanel(panel, { server, extension, output, shown: (picture) => shown.fire(picture) });
    current = driven;
    panel.onDidDispose(() => {
      if (current === driven) current = undefined;
    });
    return driven;
  }

  async function open(file?: unknown, pattern?: unknown): Promise<void> {
    const uri = addressIn(file) ?? (await activeModel())?.uri;
    if (!uri) return;
    if (current) current.panel.reveal(undefined, true);
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const driven = current ?? drive(vscode.window.createWebviewPanel(viewType, 'Preview', where));
    driven.show(uri);
    if (typeof pattern === 'string') {
      driven.select({ type: 'select', document: uri.toString(), selection: { pattern }, open: true });
    }
  }

  const subscriptions = vscode.Disposable.from(
    shown,
    followCursor(server, (message) => {
      if (current?.picture?.document === message.document) current.select(message);
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isModel(editor.document)) current?.show(editor.document.uri);
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        const document = documentIn(state) ?? (await activeModel())?.uri;
        if (document && !current) drive(panel).show(document);
        else panel.dispose();
      },
    }),
  );
  return {
    open,
    onDidShow: shown.event,
    dispose() {
      current?.panel.dispose();
      subscriptions.dispose();
    },
  };
}

/** The document whose picture the webview last kept. */
function documentIn(state: unknown): vscode.Uri | undefined {
  if (typeof state !== 'object' || state === null || !('document' in state)) return undefined;
  return addressIn(state.document);
}
