// The extension's entry: puts the parts together when VS Code wakes it, and takes them apart again.
// Deliberately starts no server: the first model or the first command that needs one does.
import * as vscode from 'vscode';
import { generateCommand } from './generate.ts';
import { newModelCommand } from './new-model.ts';
import { exportPreviewCommand } from './preview/export-preview.ts';
import { createPreview, type Preview } from './preview/preview.ts';
import { serveRulePages } from './rule-page.ts';
import { createServer } from './server-process.ts';
import { showStatus } from './status.ts';
import { createVerify } from './verify/verify.ts';

/** What other extensions, and tests, may use. */
export interface Api {
  readonly onDidShowPreview: Preview['onDidShow'];
  /** The models and their access patterns in the Test Explorer. */
  readonly tests: vscode.TestController;
}

export function activate(context: vscode.ExtensionContext): Api {
  const output = vscode.window.createOutputChannel('Singlet', { log: true });
  const server = createServer(context, output);
  const preview = createPreview(server, context.extensionUri, output);
  const verify = createVerify(server, context.asAbsolutePath('dist'));
  const command = (id: string, run: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, run);
  context.subscriptions.push(
    output,
    server,
    preview,
    verify,
    showStatus(server),
    serveRulePages(context.extensionUri),
    command('singlet.generate', generateCommand(server)),
    command('singlet.openPreview', preview.open),
    command('singlet.exportPreview', exportPreviewCommand(server, context.extensionUri)),
    command('singlet.verify', verify.verify),
    command('singlet.keepSample', verify.keep),
    command('singlet.newModel', newModelCommand(context.extensionUri)),
    command('singlet.restartServer', () => server.restart()),
    command('singlet.showOutput', () => output.show()),
  );
  const startForModel = ({ languageId }: vscode.TextDocument): void => {
    // A server that stopped for good is a person's to start again, not the next file's.
    if (languageId === 'singlet' && server.state === 'not started') void server.started();
  };
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument(startForModel));
  vscode.workspace.textDocuments.forEach(startForModel);
  return { onDidShowPreview: preview.onDidShow, tests: verify.controller };
}
