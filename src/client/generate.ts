// "Generate Table Definition…": asks for a target and shows what the server makes for it in a new editor.
// Deliberately writes no file: where it belongs, a person knows.
import * as vscode from 'vscode';
import {
  type GenerateParams,
  type GenerateReply,
  generateRequest,
  type TargetInfo,
  targetsRequest,
} from '../protocol/requests.ts';
import { activeModel } from './active-model.ts';
import type { Server } from './server-process.ts';

/** The command; a key binding may name the target and so skip the question. */
export const generateCommand =
  (server: Server) =>
  async (argument?: unknown): Promise<void> => {
    const model = await activeModel();
    const client = model && (await server.started());
    if (!model || !client) return;
    const targets = await client.sendRequest<readonly TargetInfo[]>(targetsRequest);
    const named = targets.find(({ id }) => id === argument);
    const target = named ?? (await pickTarget(targets));
    if (!target) return;
    const params: GenerateParams = { uri: model.uri.toString(), target: target.id };
    const reply = await client.sendRequest<GenerateReply>(generateRequest, params);
    await show(reply, target, model);
  };

async function pickTarget(targets: readonly TargetInfo[]): Promise<TargetInfo | undefined> {
  const items = targets.map((target) => ({ label: target.title, detail: target.description, target }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Generate Table Definition',
    placeHolder: 'What shall be generated?',
  });
  return picked?.target;
}

async function show(reply: GenerateReply, target: TargetInfo, model: vscode.TextDocument): Promise<void> {
  switch (reply.kind) {
    case 'text': {
      const { text, languageId, notes } = reply;
      const document = await vscode.workspace.openTextDocument({ content: text, language: languageId });
      await vscode.window.showTextDocument(document, { preview: false });
      if (notes.length > 0) void vscode.window.showInformationMessage(`${target.title}: ${notes.join(' ')}`);
      return;
    }
    case 'refused':
      return showReasons(reply.reasons, target, model);
    case 'unknown':
      void vscode.window.showErrorMessage(`${target.title} could not be generated; the output says why.`);
  }
}

async function showReasons(
  reasons: Extract<GenerateReply, { kind: 'refused' }>['reasons'],
  target: TargetInfo,
  model: vscode.TextDocument,
): Promise<void> {
  const message = `${target.title} cannot be generated from this model yet.`;
  const detail = reasons.map((reason) => `• ${reason.message}`).join('\n');
  const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail }, 'Show the First');
  const [first] = reasons;
  if (chosen === undefined || !first) return;
  const { start, end } = first.span;
  const selection = new vscode.Range(model.positionAt(start), model.positionAt(end));
  await vscode.window.showTextDocument(model, { selection });
}
