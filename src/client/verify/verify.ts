// Verify in VS Code: the Test Explorer's models and patterns, and the commands that run them.
// Deliberately starts nothing by itself: no engine before a run, no server before a model is open or the tests are looked at.
import * as vscode from 'vscode';
import { activeModel, addressIn } from '../active-model.ts';
import type { Server } from '../server-process.ts';
import { createKept, keepCommand } from './keep.ts';
import { followSaves } from './on-save.ts';
import { type RunParts, runTests } from './runs.ts';
import { createSuites } from './suites.ts';

export interface Verify extends vscode.Disposable {
  readonly controller: vscode.TestController;
  /** The command: a model, of a code lens also the pattern; else all patterns of the model in the active editor. */
  verify(file?: unknown, pattern?: unknown): Promise<void>;
  /** The command: keeps the items of a failure. */
  keep(chosen?: unknown): Promise<void>;
}

/** `dist` is the folder of the bundles. */
export function createVerify(server: Server, dist: string): Verify {
  const controller = vscode.tests.createTestController('singlet', 'DynamoDB Models');
  const suites = createSuites(controller, server);
  const kept = createKept();
  const parts: RunParts = { controller, suites, kept, dist };
  controller.resolveHandler = (item) => (item ? suites.load(item) : suites.discover());
  controller.refreshHandler = suites.discover;
  const profile = controller.createRunProfile(
    'Verify',
    vscode.TestRunProfileKind.Run,
    (request, token) => (request.continuous ? followSaves(parts, request, token) : runTests(parts, request)),
    true,
    undefined,
    true,
  );

  async function verify(file?: unknown, pattern?: unknown): Promise<void> {
    const uri = addressIn(file) ?? (await activeModel())?.uri;
    if (!uri) return;
    const suite = await suites.of(uri);
    const test = typeof pattern === 'string' ? suite.children.get(pattern) : undefined;
    await runTests(parts, new vscode.TestRunRequest([test ?? suite], undefined, profile));
  }

  return {
    controller,
    verify,
    keep: keepCommand(server, kept),
    dispose() {
      suites.dispose();
      controller.dispose();
    },
  };
}
