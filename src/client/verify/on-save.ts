// Running on save: while it is switched on, the tests of a model that is saved are run anew.
// Deliberately one run at a time for each model: a later save ends what the earlier one began.
import * as vscode from 'vscode';
import { type RunParts, runTests } from './runs.ts';

/** Until the token is cancelled. */
export function followSaves(
  parts: RunParts,
  request: vscode.TestRunRequest,
  token: vscode.CancellationToken,
): void {
  const running = new Map<string, vscode.CancellationTokenSource>();
  const saves = vscode.workspace.onDidSaveTextDocument(async ({ uri }) => {
    const id = uri.toString();
    const include = wantedIn(request, parts.controller.items.get(id));
    if (include.length === 0) return;
    running.get(id)?.cancel();
    const own = new vscode.CancellationTokenSource();
    running.set(id, own);
    const once = new vscode.TestRunRequest(
      include,
      request.exclude,
      request.profile,
      true,
      request.preserveFocus,
    );
    await runTests(parts, once, own.token);
    if (running.get(id) === own) running.delete(id);
    own.dispose();
  });
  token.onCancellationRequested(() => {
    saves.dispose();
    for (const each of running.values()) each.cancel();
  });
}

/** What of a model is to be run. */
function wantedIn(
  { include }: vscode.TestRunRequest,
  suite: vscode.TestItem | undefined,
): readonly vscode.TestItem[] {
  if (!suite) return [];
  return include?.filter((item) => item === suite || item.parent === suite) ?? [suite];
}
