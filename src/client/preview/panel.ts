// One preview panel: asks the server for what its page looks at, sends it there, answers its clicks.
// Deliberately does not choose the document (preview.ts follows the active editor).
import * as vscode from 'vscode';
import type { Question } from '../../core/preview/view/questions.ts';
import type { FromPreview, SelectMessage, ShowMessage, ToPreview } from '../../protocol/preview.ts';
import { type PreviewParams, type PreviewReply, previewRequest } from '../../protocol/requests.ts';
import type { Server } from '../server-process.ts';
import { pageFor } from './page.ts';
import { isAnswered, nextPicture } from './picture.ts';

/** Long enough to skip what is typed in one go, short enough to look immediate. */
const pauseMs = 150;

export interface PreviewPanel {
  readonly panel: vscode.WebviewPanel;
  /** What is on show; undefined before the first picture. */
  readonly picture: ShowMessage | undefined;
  /** From now on shows that document. */
  show(document: vscode.Uri): void;
  /** Selects in the page, as soon as it shows the document. */
  select(message: SelectMessage): void;
}

export interface PanelParts {
  readonly server: Server;
  readonly extension: vscode.Uri;
  readonly output: vscode.LogOutputChannel;
  /** Told of every picture that the webview was sent. */
  readonly shown: (picture: ShowMessage) => void;
}

/** Takes charge of a webview panel, new or restored, until it is closed. */
export function drivePanel(panel: vscode.WebviewPanel, parts: PanelParts): PreviewPanel {
  const { server, output, shown } = parts;
  let document: vscode.Uri | undefined;
  let picture: ShowMessage | undefined;
  let questions: readonly Question[] = [];
  let selection: SelectMessage | undefined;
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;
  let asking: vscode.CancellationTokenSource | undefined;

  const post = (message: ToPreview): Thenable<boolean> => panel.webview.postMessage(message);

  async function send(): Promise<void> {
    if (!isReady || !picture) return;
    const sent = picture;
    if (await post(sent)) shown(sent);
    if (selection && selection.document === sent.document) {
      const waiting = selection;
      selection = undefined;
      await post(waiting);
    }
  }

  /** @param only the questions to be asked; else all that are looked at */
  async function ask(only: readonly Question[] = questions): Promise<void> {
    const asked = document;
    if (!asked) return;
    asking?.cancel();
    const source = new vscode.CancellationTokenSource();
    asking = source;
    try {
      await openForServer(asked);
      const client = await server.started();
      const params: PreviewParams = { uri: asked.toString(), questions: only };
      const reply = await client?.sendRequest<PreviewReply>(previewRequest, params, source.token);
      const next = nextPicture(picture, asked.toString(), reply ?? null);
      if (document !== asked || !next) return;
      picture = next;
      await send();
    } catch (error) {
      // A server that stopped is told elsewhere; a closed panel, a deleted file or a newer question needs no picture.
      output.debug(`no preview of ${asked.toString()}: ${String(error)}`);
    } finally {
      source.dispose();
    }
  }

  function askSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), pauseMs);
  }

  /** What is looked at from now on; what is known of it already is not asked again. */
  function watch(next: readonly Question[]): void {
    questions = next;
    const open = next.filter((question) => !picture || !isAnswered(picture, question));
    const isTold = picture?.document === document?.toString();
    if (open.length > 0 || !isTold) void ask(isTold ? open : next);
  }

  const subscriptions = [
    panel.webview.onDidReceiveMessage((message: FromPreview) => {
      switch (message.type) {
        case 'ready':
          isReady = true;
          void send();
          return watch(message.questions);
        case 'watch':
          return watch(message.questions);
        case 'reveal':
          return void reveal(message);
        case 'copy':
          return void vscode.env.clipboard.writeText(message.text);
      }
    }),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document.uri.toString() === document?.toString()) askSoon();
    }),
    vscode.workspace.onDidOpenTextDocument((opened) => {
      if (opened.uri.toString() === document?.toString()) askSoon();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('singlet')) return;
      // The same text has other figures now.
      if (picture) picture = { ...picture, answers: {} };
      askSoon();
    }),
    server.onDidChangeState((state) => {
      if (state === 'running') askSoon();
    }),
  ];
  panel.onDidDispose(() => {
    clearTimeout(timer);
    asking?.cancel();
    document = undefined;
    vscode.Disposable.from(...subscriptions).dispose();
  });
  const icon = (name: string): vscode.Uri => vscode.Uri.joinPath(parts.extension, 'media', name);
  panel.iconPath = { light: icon('file-icon-light.svg'), dark: icon('file-icon-dark.svg') };
  panel.webview.options = {
    enableScripts: true,
    localResourceRoots: [vscode.Uri.joinPath(parts.extension, 'dist')],
  };
  panel.webview.html = pageFor(panel.webview, vscode.Uri.joinPath(parts.extension, 'dist'), {
    script: 'webview.js',
    title: 'DynamoDB model',
  });

  return {
    panel,
    get picture() {
      return picture;
    },
    show(next) {
      if (document?.toString() === next.toString()) return;
      document = next;
      panel.title = `Preview ${vscode.workspace.asRelativePath(next).split('/').at(-1) ?? ''}`;
      void ask();
    },
    select(message) {
      if (isReady && picture?.document === message.document) void post(message);
      else selection = message;
    },
  };
}

/** Opens a document that no editor shows, as after a reload of the window; a lost untitled one has nothing to open. */
async function openForServer(uri: vscode.Uri): Promise<void> {
  if (uri.scheme !== 'untitled') await vscode.workspace.openTextDocument(uri);
}

/** Shows the place in the editor of the document; not if the text has moved on, as a newer picture is on its way. */
async function reveal({ document: address, of, span }: FromPreview & { type: 'reveal' }): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.version !== of) return;
  const selection = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = open?.viewColumn ?? vscode.ViewColumn.One;
  await vscode.window.showTextDocument(document, { viewColumn, selection });
}
