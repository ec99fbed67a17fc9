// Models as files and as open documents: where they are, and their text of the moment.
// Deliberately skips what the server skips in a workspace: packages, hidden folders, huge files.
import * as vscode from 'vscode';

const maxModels = 2_000;
const maxBytes = 1024 * 1024;

/** Of all folders of the workspace. */
export async function modelFiles(): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles('**/*.ddb.{yaml,yml}', '**/node_modules/**', maxModels);
  return found.filter(isSearched);
}

/** Whether it lies in the workspace, and not below a skipped folder. */
export function isSearched(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return false;
  const parts = uri.path.slice(folder.uri.path.length).split('/');
  return !parts.some((part) => part === 'node_modules' || part.startsWith('.'));
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === address);
}

/** As the editor has it, saved or not, else as the disk has it; undefined where it cannot be read, or is huge. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  if (open) return open.getText();
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.byteLength > maxBytes ? undefined : new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
