// The page of a rule, opened by the link behind a problem's code: a document of a scheme of its own, shown rendered.
// Deliberately no command: VS Code's hover follows links, but runs no commands behind a problem's code.
import * as vscode from 'vscode';

const scheme = 'singlet-rule';

/** Where the page of a rule is; the server puts its id in place of `{rule}`. */
export const rulePage = `${scheme}:/{rule}.md`;

/** Serves the pages that ship. package.json has `workbench.editorAssociations` show them as a preview. */
export function serveRulePages(extension: vscode.Uri): vscode.Disposable {
  const decoder = new TextDecoder();
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const page = vscode.Uri.joinPath(extension, 'media/rules', path);
      try {
        return decoder.decode(await vscode.workspace.fs.readFile(page));
      } catch {
        return `# ${path.slice(1).replace(/\.md$/, '')}\n\nThis version of Singlet has no page for this rule.\n`;
      }
    },
  });
}
