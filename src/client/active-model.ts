// The model that a command is about: the one that it is given, or the one in the active editor.
// Deliberately the one place that tells a person what to open first.
import * as vscode from 'vscode';

export const isModel = ({ languageId }: vscode.TextDocument): boolean => languageId === 'singlet';

/** Undefined, and a message, where the active editor shows no model. */
export async function activeModel(): Promise<vscode.TextDocument | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (document && isModel(document)) return document;
  const newModel = 'New Model from Example';
  const message = 'Open a DynamoDB model first: a file named *.ddb.yaml.';
  void vscode.window.showInformationMessage(message, newModel).then((chosen) => {
    if (chosen === newModel) void vscode.commands.executeCommand('singlet.newModel');
  });
  return undefined;
}

/** The explorer gives an address, a code lens its text. */
export function addressIn(file: unknown): vscode.Uri | undefined {
  if (file instanceof vscode.Uri) return file;
  return typeof file === 'string' ? vscode.Uri.parse(file) : undefined;
}
