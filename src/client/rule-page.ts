// "What does this rule say?": opens the page of a rule, as the link behind a problem's code does.
// Deliberately believes no id: only a page that ships is opened.
import * as vscode from 'vscode';

export const showRuleCommand =
  (extension: vscode.Uri) =>
  async (rule?: unknown): Promise<void> => {
    if (typeof rule !== 'string' || !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(rule)) return;
    const page = vscode.Uri.joinPath(extension, 'media/rules', `${rule}.md`);
    try {
      await vscode.workspace.fs.stat(page);
    } catch {
      void vscode.window.showInformationMessage(`There is no page for the rule ${rule}.`);
      return;
    }
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  };
