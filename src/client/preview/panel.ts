// One preview panel: asks the server for the picture of its document, sends it to the webview, answers its clicks.
// Deliberately does not choose the document (preview.ts follows the active editor).
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { previewHtml } from '../../core/preview/html.ts';
import type { FromPreview, ToPreview } from '../../protocol/preview.ts';
import { type PreviewParams, type PreviewReply, previewRequest } from '../../protocol/requests.ts';
import type { Server } from '../server-process.ts';
import { nextPicture } from './picture.ts';

/** Long enough to skip what is typed in one go, short enough to look immediate. */
const pauseMs = 150;

export interface PreviewPanel {
  readonly panel: vscode.WebviewPanel;
  /** From now on shows that document. */
  show(document: vscode.Uri): void;
}

export interface PanelParts {
  readonly server: Server;
  readonly extension: vscode.Uri;
  readonly output: vscode.LogOutputChannel;
  /** Told of every picture that the webview was sent. */
  readonly shown: (picture: ToPreview) => void;
}

/** Takes charge of a webview panel, new or restored, until it is closed. */
export function drivePanel(panel: vscode.WebviewPanel, parts: PanelParts): PreviewPanel {
  const { server, output, shown } = parts;
  let document: vscode.Uri | undefined;
  let picture: ToPreview | undefined;
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;

  async function send(): Promise<void> {
    if (!isReady || !picture) return;
    const sent = picture;
    if (await panel.webview.postMessage(sent)) shown(sent);
  }

  async function refresh(): Promise<void> {
    const asked = document;
    if (!asked) return;
    try {
      await openForServer(asked);
      const client = await server.started();
      const params: PreviewParams = { uri: asked.toString() };
      const reply = await client?.sendRequest<PreviewReply>(previewRequest, params);
      const next = nextPicture(picture, asked.toString(), reply ?? null);
      if (document !== asked || !next) return;
      picture = next;
      await send();
    } catch (error) {
      // A server that stopped is told elsewhere; a closed panel or a deleted file needs no picture.
      output.debug(`no preview of ${asked.toString()}: ${String(error)}`);
    }
  }

  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(refresh, pauseMs);
  }

  const subscriptions = [
    panel.webview.onDidReceiveMessage((message: FromPreview) => {
      switch (message.type) {
        case 'ready':
          isReady = true;
          void send();
          return;
        case 'reveal':
          void reveal(message);
      }
    }),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document.uri.toString() === document?.toString()) refreshSoon();
    }),
    vscode.workspace.onDidOpenTextDocument((opened) => {
      if (opened.uri.toString() === document?.toString()) refreshSoon();
    }),
    server.onDidChangeState((state) => {
      if (state === 'running') refreshSoon();
    }),
  ];
  panel.onDidDispose(() => {
    clearTimeout(timer);
    document = undefined;
    vscode.Disposable.from(...subscriptions).dispose();
  });
  const icon = (name: string): vscode.Uri => vscode.Uri.joinPath(parts.extension, 'media', name);
  panel.iconPath = { light: icon('file-icon-light.svg'), dark: icon('file-icon-dark.svg') };
  panel.webview.options = {
    enableScripts: true,
    localResourceRoots: [vscode.Uri.joinPath(parts.extension, 'dist')],
  };
  panel.webview.html = pageFor(panel.webview, parts.extension);

  return {
    panel,
    show(next) {
      if (document?.toString() === next.toString()) return;
      document = next;
      panel.title = `Preview ${vscode.workspace.asRelativePath(next).split('/').at(-1) ?? ''}`;
      void refresh();
    },
  };
}

/** Opens a document that no editor shows, as after a reload of the window; a lost untitled one has nothing to open. */
async function openForServer(uri: vscode.Uri): Promise<void> {
  if (uri.scheme !== 'untitled') await vscode.workspace.openTextDocument(uri);
}

function pageFor(webview: vscode.Webview, extension: vscode.Uri): string {
  const resource = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString();
  return previewHtml({
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
    scriptUri: resource('webview.js'),
    styleUri: resource('webview.css'),
    title: 'DynamoDB model',
  });
}

/** Shows the place in the editor of the document; not if the text has moved on, as a newer picture is on its way. */
async function reveal({ document: address, version, span }: FromPreview & { type: 'reveal' }): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.version !== version) return;
  const selection = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = open?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(document, { viewColumn, selection });
}
