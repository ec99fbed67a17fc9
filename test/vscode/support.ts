// What the tests inside VS Code share: files of a temporary workspace, waiting, diagnostics, code actions.
// Deliberately reaches Singlet only through VS Code, as a person does.
import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

const patienceMs = 60_000;

/** Asks again until the answer is neither undefined nor false, and gives it. Throws after a minute. */
export async function eventually<T>(what: string, ask: () => T | Thenable<T>) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Singlet, installed or under development. */
export function singlet(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('singlet.singlet');
  assert.ok(extension, 'VS Code has no extension singlet.singlet');
  return extension;
}

/** The temporary folder that is open; it is empty at first and gone after the run. */
export function workspaceFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri.fsPath;
}

/** Writes a file into the workspace and shows it. */
export async function openText(name: string, text: string): Promise<vscode.TextEditor> {
  const file = path.join(workspaceFolder(), name);
  writeFileSync(file, text);
  return show(file);
}

/** Copies a model of media/examples into the workspace and shows the copy. */
export async function openExample(name: string): Promise<vscode.TextEditor> {
  const file = path.join(workspaceFolder(), path.basename(name));
  copyFileSync(path.join(singlet().extensionPath, 'media/examples', name), file);
  return show(file);
}

async function show(file: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
}

/** Closes all editors without asking, so that a test leaves nothing to the next. */
export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // A new untitled editor takes the name of one that is just closing, and with it what stands there.
  await eventually('the end of untitled documents', () =>
    vscode.workspace.textDocuments.every((document) => !document.isUntitled),
  );
}

/** Waits until the document's diagnostics satisfy the condition, and gives them. */
export async function diagnosticsWhere(
  { uri }: vscode.TextDocument,
  condition: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  let last: readonly vscode.Diagnostic[] = [];
  try {
    return await eventually('diagnostics', () => {
      last = vscode.languages.getDiagnostics(uri);
      return condition(last) && last;
    });
  } catch (error) {
    const seen = last.map(({ message }) => message).join('; ') || 'none';
    throw new Error(`the diagnostics of ${uri.path} stayed: ${seen}`, { cause: error });
  }
}

/** Waits until a code action of that title is offered in the range, applies it, and gives the text then. */
export async function applyCodeAction(
  { document }: vscode.TextEditor,
  range: vscode.Range,
  title: string | RegExp,
): Promise<string> {
  const fits = (action: vscode.CodeAction): boolean =>
    typeof title === 'string' ? action.title === title : title.test(action.title);
  const action = await eventually(`the code action ${title}`, async () => {
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      undefined,
      // Asks VS Code to resolve the edits too; a person's editor does so when the action is chosen.
      50,
    );
    return offered.find(fits);
  });
  if (action.edit) await vscode.workspace.applyEdit(action.edit);
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
  assert.ok(action.edit ?? action.command, `the code action ${title} does nothing`);
  return document.getText();
}

/** Accepts what VS Code asks (the first entry of a list, the proposed text) until the condition holds. */
export async function acceptUntil(what: string, holds: () => boolean): Promise<void> {
  await eventually(what, async () => {
    if (holds()) return true;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((resolve) => setTimeout(resolve, 100));
    return holds();
  });
}
