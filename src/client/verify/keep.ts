// "Keep as Sample": the items on which a failure turned, written under `samples` of the model as one edit.
// Deliberately saves nothing: the edit is there to be read, and undone.
import * as vscode from 'vscode';
import type { KeptSample } from '../../core/ide/keep-samples.ts';
import {
  type KeepSamplesParams,
  type KeepSamplesReply,
  keepSamplesRequest,
} from '../../protocol/requests.ts';
import type { Server } from '../server-process.ts';

/** What failures had to say, found again by the context of their message. */
export interface Kept {
  /** The context for the message; package.json offers the command where it begins with `singlet.sample`. */
  remember(uri: vscode.Uri, samples: readonly KeptSample[]): string;
  recall(context: string): { readonly uri: vscode.Uri; readonly samples: readonly KeptSample[] } | undefined;
}

/** Of older failures the model has most likely changed since. */
const mostKept = 1_000;

export function createKept(): Kept {
  const kept = new Map<string, { readonly uri: vscode.Uri; readonly samples: readonly KeptSample[] }>();
  let count = 0;
  return {
    remember(uri, samples) {
      count += 1;
      const context = `singlet.sample.${count}`;
      kept.set(context, { uri, samples });
      kept.delete(`singlet.sample.${count - mostKept}`);
      return context;
    },
    recall: (context) => kept.get(context),
  };
}

/** The command; VS Code gives it the message on which it was chosen. */
export const keepCommand =
  (server: Server, kept: Kept) =>
  async (chosen?: unknown): Promise<void> => {
    const found = kept.recall(contextIn(chosen));
    if (!found) {
      void vscode.window.showInformationMessage('Verify again first: this failure is no longer known.');
      return;
    }
    const { uri, samples } = found;
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    const client = await server.started();
    if (!client) return;
    const params: KeepSamplesParams = { uri: uri.toString(), samples };
    const reply = await client.sendRequest<KeepSamplesReply>(keepSamplesRequest, params);
    await carryOut(editor, reply);
  };

function contextIn(chosen: unknown): string {
  const { message } = (chosen ?? {}) as { readonly message?: vscode.TestMessage };
  return message?.contextValue ?? '';
}

async function carryOut({ document }: vscode.TextEditor, reply: KeepSamplesReply): Promise<void> {
  switch (reply.kind) {
    case 'edits': {
      const edit = new vscode.WorkspaceEdit();
      for (const { range, newText } of reply.edits) {
        const { start, end } = range;
        edit.replace(
          document.uri,
          new vscode.Range(start.line, start.character, end.line, end.character),
          newText,
        );
      }
      const isCurrent = document.version === reply.version;
      if (isCurrent && (await vscode.workspace.applyEdit(edit))) return;
      void vscode.window.showWarningMessage('The model has changed in the meantime, so nothing was written.');
      return;
    }
    case 'kept-already':
      void vscode.window.showInformationMessage(
        'The items of this failure are samples of the model already.',
      );
      return;
    case 'no-place':
      void vscode.window.showWarningMessage(
        `Nothing was written: the model has no entity ${reply.entity} any more, or its samples are no list.`,
      );
      return;
    case 'unknown':
      void vscode.window.showErrorMessage('The sample could not be kept; the output says why.');
  }
}
