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
    await show(reply, target);
  };

async function pickTarget(targets: readonly TargetInfo[]): Promise<TargetInfo | undefined> {
  const items = targets.map((target) => ({ label: target.title, target }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Generate Table Definition',
    placeHolder: 'What shall be generated?',
  });
  return picked?.target;
}

async function show(reply: GenerateReply, target: TargetInfo): Promise<void> {
  switch (reply.kind) {
    case 'text': {
      const { text, languageId } = reply;
      const document = await vscode.workspace.openTextDocument({ content: text, language: languageId });
      await vscode.window.showTextDocument(document, { preview: false });
      return;
    }
    case 'problems': {
      const detail = reply.problems.map((problem) => `• ${problem}`).join('\n');
      const message = `${target.title} cannot be generated from this model yet.`;
      void vscode.window.showWarningMessage(message, { modal: true, detail });
      return;
    }
    case 'unknown':
      void vscode.window.showWarningMessage(
        `${target.title} could not be generated: the server does not know this file.`,
      );
  }
}
