// "New Model from Example": a copy of an example that ships, as a file of the workspace or as an untitled document.
// Deliberately overwrites nothing.
import * as vscode from 'vscode';
import { exampleHeader } from './example-header.ts';

interface Example extends vscode.QuickPickItem {
  readonly fileName: string;
  readonly text: string;
}

export const newModelCommand = (extension: vscode.Uri) => async (): Promise<void> => {
  const example = await vscode.window.showQuickPick(
    examplesIn(vscode.Uri.joinPath(extension, 'media/examples')),
    {
      title: 'New Model from Example',
      placeHolder: 'Which example shall it begin with?',
      matchOnDetail: true,
    },
  );
  if (!example) return;
  const folder = vscode.workspace.workspaceFolders?.[0];
  const document = folder ? await inFolder(folder, example) : await untitled(example);
  if (document) await vscode.window.showTextDocument(document, { preview: false });
};

async function examplesIn(folder: vscode.Uri): Promise<Example[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const names = entries.map(([name]) => name).filter((name) => name.endsWith('.ddb.yaml'));
  const decoder = new TextDecoder();
  return Promise.all(
    names.sort().map(async (fileName) => {
      const text = decoder.decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, fileName)));
      const { title, description } = exampleHeader(fileName, text);
      return { label: title, detail: description, fileName, text };
    }),
  );
}

const untitled = ({ text }: Example): Thenable<vscode.TextDocument> =>
  vscode.workspace.openTextDocument({ language: 'singlet', content: text });

/** Undefined when the person thinks better of it. */
async function inFolder(
  { name: folderName, uri: folder }: vscode.WorkspaceFolder,
  example: Example,
): Promise<vscode.TextDocument | undefined> {
  const name = await vscode.window.showInputBox({
    title: 'New Model from Example',
    prompt: `The name of the new file in ${folderName}`,
    value: example.fileName,
    valueSelection: [0, example.fileName.indexOf('.')],
    validateInput: (value) => nameProblem(folder, value),
  });
  if (!name) return undefined;
  const file = vscode.Uri.joinPath(folder, name);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(example.text), overwrite: false });
  if (!(await vscode.workspace.applyEdit(edit))) return undefined;
  return vscode.workspace.openTextDocument(file);
}

async function nameProblem(folder: vscode.Uri, name: string): Promise<string | undefined> {
  if (!/^[^\\/:*?"<>|]+\.ddb\.ya?ml$/.test(name))
    return 'A model’s name ends with .ddb.yaml and has no slash.';
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
    return `${name} is already there.`;
  } catch {
    return undefined;
  }
}
