// "Export Preview…": asks for format, table or index, and place, and writes the file.
// Deliberately lets the server make all of it but PNG, which only a page can draw.
import * as vscode from 'vscode';
import { type Format, formats } from '../../core/export/formats.ts';
import {
  type ExportParams,
  type ExportReply,
  exportRequest,
  type PreviewParams,
  type PreviewReply,
  previewRequest,
} from '../../protocol/requests.ts';
import { activeModel, addressIn } from '../active-model.ts';
import type { Server } from '../server-process.ts';
import { drawPng } from './png.ts';

type Choice = Omit<Format, 'id'> & { readonly id: Format['id'] | 'png' };

const png: Choice = {
  id: 'png',
  title: 'PNG picture',
  description: 'The same picture in pixels, for where SVG cannot go.',
  extensions: ['png'],
};

const choices: readonly Choice[] = formats.flatMap((format): readonly Choice[] =>
  format.id === 'svg' ? [format, png] : [format],
);

type Client = NonNullable<Awaited<ReturnType<Server['started']>>>;

/** The command; a key binding may give the model, the format and the file, and so skip the questions. */
export const exportPreviewCommand =
  (server: Server, extension: vscode.Uri) =>
  async (file?: unknown, format?: unknown, to?: unknown): Promise<void> => {
    const uri = addressIn(file) ?? (await activeModel())?.uri;
    const client = uri && (await server.started());
    if (!uri || !client) return;
    await vscode.workspace.openTextDocument(uri);
    const choice = choices.find(({ id }) => id === format) ?? (await pickFormat());
    const target = choice && (await pickTarget(client, uri, choice, to !== undefined));
    if (!choice || target === undefined) return;
    const place = addressIn(to) ?? (await pickPlace(uri, choice));
    if (!place) return;
    try {
      await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: `Exporting to ${nameOf(place)}…` },
        () => write({ client, uri, choice, target, place, extension }),
      );
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(`The preview could not be exported: ${why}.`);
      return;
    }
    void offerToOpen(place, choice);
  };

const nameOf = (place: vscode.Uri): string => place.path.split('/').at(-1) ?? '';

async function pickFormat(): Promise<Choice | undefined> {
  const items = choices.map((choice) => ({ label: choice.title, detail: choice.description, choice }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Export Preview',
    placeHolder: 'In which format?',
  });
  return picked?.choice;
}

/** The id of the table or an index, for formats that show one. Undefined where nothing is chosen. */
async function pickTarget(
  client: Client,
  uri: vscode.Uri,
  { id }: Choice,
  isTable: boolean,
): Promise<string | undefined> {
  if (id === 'html' || id === 'markdown' || isTable) return 'table';
  const params: PreviewParams = { uri: uri.toString(), questions: [] };
  const reply = await client.sendRequest<PreviewReply>(previewRequest, params);
  const targets = reply?.overview.targets ?? [];
  if (targets.length < 2) return 'table';
  const picked = await vscode.window.showQuickPick(
    targets.map(({ id: target, title }) => ({ label: title, target })),
    { title: 'Export Preview', placeHolder: 'The table, or which index?' },
  );
  return picked?.target;
}

async function pickPlace(uri: vscode.Uri, { title, extensions }: Choice): Promise<vscode.Uri | undefined> {
  const [extension] = extensions;
  const name = nameOf(uri).replace(/(?:\.ddb)?\.ya?ml$/i, '');
  const folder =
    uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, `${name}.${extension}`) }),
    filters: { [title]: [...extensions] },
    title: 'Export Preview',
  });
}

interface Job {
  readonly client: Client;
  readonly uri: vscode.Uri;
  readonly choice: Choice;
  readonly target: string;
  readonly place: vscode.Uri;
  readonly extension: vscode.Uri;
}

/** Rejects with what to tell. */
async function write({ client, uri, choice, target, place, extension }: Job): Promise<void> {
  const format = choice.id === 'png' ? 'svg' : choice.id;
  const read = async (name: string): Promise<string> => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', name));
    return new TextDecoder().decode(bytes);
  };
  const page =
    format === 'html'
      ? { script: await read('webview.js'), styles: await read('webview.css') }
      : { script: '', styles: '' };
  const params: ExportParams = { uri: uri.toString(), wish: { format, target, name: nameOf(uri) }, page };
  const reply = await client.sendRequest<ExportReply>(exportRequest, params);
  switch (reply.kind) {
    case 'text': {
      const bytes =
        choice.id === 'png' ? await drawPng(reply.text, extension) : new TextEncoder().encode(reply.text);
      return vscode.workspace.fs.writeFile(place, bytes);
    }
    case 'nothing':
      throw new Error(reply.why.replace(/\.$/, ''));
    case 'unknown':
      throw new Error('the server does not have the model; the output says more');
  }
}

async function offerToOpen(place: vscode.Uri, { id }: Choice): Promise<void> {
  const open = 'Open';
  const chosen = await vscode.window.showInformationMessage(`Exported to ${nameOf(place)}.`, open);
  if (chosen !== open) return;
  if (id === 'html') await vscode.env.openExternal(place);
  else await vscode.commands.executeCommand('vscode.open', place);
}
