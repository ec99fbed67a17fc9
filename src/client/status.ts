// The language status of a model: how many problems it has, or that the server is not running and how to start it.
// Deliberately beside the language's name and not in the status bar, where it would follow a person into other files.
import * as vscode from 'vscode';
import type { Server } from './server-process.ts';

export function showStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('singlet.status', { language: 'singlet' });
  item.name = 'Singlet';
  const update = (): void => {
    item.busy = server.state === 'starting';
    if (server.state === 'stopped') {
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.text = 'Singlet is not running';
      item.command = { title: 'Restart Server', command: 'singlet.restartServer' };
      return;
    }
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.text = summary(vscode.window.activeTextEditor?.document);
    item.command = { title: 'Show Output', command: 'singlet.showOutput' };
  };
  update();
  return vscode.Disposable.from(
    item,
    server.onDidChangeState(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) update();
    }),
  );
}

function summary(document: vscode.TextDocument | undefined): string {
  if (document?.languageId !== 'singlet') return 'Singlet';
  const { length } = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
  if (length === 0) return 'Singlet: no problems';
  return length === 1 ? 'Singlet: 1 problem' : `Singlet: ${length} problems`;
}
