// The tree of the Test Explorer: each model a suite, each access pattern a test, kept in step with files and edits.
// Deliberately reads no YAML: the server says which patterns a text has, and where.
import * as vscode from 'vscode';
import {
  type PatternPlace,
  type PatternsParams,
  type PatternsReply,
  patternsRequest,
} from '../../protocol/requests.ts';
import { isModel } from '../active-model.ts';
import { type Server, schemes } from '../server-process.ts';
import { isSearched, modelFiles, openDocument, textOf } from './model-files.ts';

export interface Suites extends vscode.Disposable {
  /** Looks for models in the workspace. */
  discover(): Promise<void>;
  /** The suite of a model, made if need be, with its tests as the text is now. */
  of(uri: vscode.Uri): Promise<vscode.TestItem>;
  /** Its tests as the text is now; where they cannot be had, the suite says why. */
  load(suite: vscode.TestItem): Promise<void>;
}

const unknown = 'The access patterns are not known';

/** Milliseconds without an edit, after which the tests follow. */
const pause = 300;

export function createSuites(controller: vscode.TestController, server: Server): Suites {
  const waiting = new Map<string, NodeJS.Timeout>();
  /** The last of the loads of each suite, so that they come one after the other. */
  const loading = new Map<string, Promise<void>>();

  function suiteOf(uri: vscode.Uri): vscode.TestItem {
    const id = uri.toString();
    const known = controller.items.get(id);
    if (known) return known;
    const path = vscode.workspace.asRelativePath(uri);
    const slash = path.lastIndexOf('/');
    const suite = controller.createTestItem(id, path.slice(slash + 1), uri);
    if (slash > 0) suite.description = path.slice(0, slash);
    suite.canResolveChildren = true;
    controller.items.add(suite);
    return suite;
  }

  function load(suite: vscode.TestItem): Promise<void> {
    const before = loading.get(suite.id) ?? Promise.resolve();
    const own = before.then(() => loadNow(suite));
    loading.set(suite.id, own);
    return own;
  }

  async function loadNow(suite: vscode.TestItem): Promise<void> {
    const { uri } = suite;
    if (!uri) return;
    suite.busy = true;
    const places = await placesIn(uri).finally(() => {
      suite.busy = false;
    });
    suite.error = typeof places === 'string' ? places : undefined;
    if (typeof places !== 'string') update(suite, uri, places);
  }

  async function placesIn(uri: vscode.Uri): Promise<readonly PatternPlace[] | string> {
    const client = await server.started();
    if (!client) return `${unknown}: Singlet’s language server is not running.`;
    const text = openDocument(uri) ? undefined : await textOf(uri);
    const params: PatternsParams = { uri: uri.toString(), ...(text !== undefined && { text }) };
    try {
      const reply = await client.sendRequest<PatternsReply>(patternsRequest, params);
      return reply ?? `${unknown}: the file cannot be read, or is above 1 MB.`;
    } catch (error) {
      // The server has just been stopped, or has died.
      return `${unknown}: ${String(error)}`;
    }
  }

  /** Tests that are still there stay the same, so that they keep what came of them. */
  function update(suite: vscode.TestItem, uri: vscode.Uri, places: readonly PatternPlace[]): void {
    const gone = new Set([...suite.children].map(([id]) => id));
    for (const [index, { name, kind, range }] of places.entries()) {
      if (!gone.delete(name) && suite.children.get(name)) continue;
      const test = suite.children.get(name) ?? controller.createTestItem(name, name, uri);
      const { start, end } = range;
      test.range = new vscode.Range(start.line, start.character, end.line, end.character);
      test.description = kind;
      test.sortText = String(index).padStart(5, '0');
      suite.children.add(test);
    }
    for (const name of gone) suite.children.delete(name);
  }

  /** Once nothing has changed for a while. What was found before was found of another text. */
  function loadSoon(uri: vscode.Uri): void {
    const suite = suiteOf(uri);
    const pending = waiting.get(suite.id);
    if (pending === undefined) controller.invalidateTestResults(suite);
    clearTimeout(pending);
    const timer = setTimeout(() => {
      waiting.delete(suite.id);
      if (controller.items.get(suite.id) === suite) void load(suite);
    }, pause);
    waiting.set(suite.id, timer);
  }

  function forget(uri: vscode.Uri): void {
    const id = uri.toString();
    clearTimeout(waiting.get(id));
    waiting.delete(id);
    loading.delete(id);
    controller.items.delete(id);
  }

  async function discover(): Promise<void> {
    const found = await modelFiles();
    const there = new Set(found.map(String));
    for (const [id, { uri }] of controller.items) {
      if (!there.has(id) && !(uri && openDocument(uri))) controller.items.delete(id);
    }
    for (const uri of found) suiteOf(uri);
  }

  const isOurs = (document: vscode.TextDocument): boolean =>
    isModel(document) && schemes.includes(document.uri.scheme);
  let looking: NodeJS.Timeout | undefined;
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.ddb.{yaml,yml}');
  /** Open models are followed by their edits, and tests that nobody has looked at are made when somebody does. */
  const changedOnDisk = (uri: vscode.Uri): void => {
    if (!isSearched(uri) || openDocument(uri)) return;
    const suite = suiteOf(uri);
    if (suite.children.size > 0 || suite.error !== undefined) loadSoon(uri);
  };
  const subscriptions = vscode.Disposable.from(
    watcher,
    // Of a file that is moved out of a new folder, its end there may never be told.
    watcher.onDidCreate((uri) => {
      changedOnDisk(uri);
      clearTimeout(looking);
      looking = setTimeout(() => void discover(), pause);
    }),
    watcher.onDidChange(changedOnDisk),
    watcher.onDidDelete((uri) => {
      if (!openDocument(uri)) forget(uri);
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document)) void load(suiteOf(document.uri));
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (isOurs(document) && contentChanges.length > 0) loadSoon(document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument(async (document) => {
      if (!isOurs(document)) return;
      const text = isSearched(document.uri) ? await textOf(document.uri) : undefined;
      if (openDocument(document.uri)) return;
      if (text === undefined) forget(document.uri);
      // Edits that were not saved are gone.
      else if (text !== document.getText()) loadSoon(document.uri);
      else void load(suiteOf(document.uri));
    }),
  );
  for (const document of vscode.workspace.textDocuments.filter(isOurs)) void load(suiteOf(document.uri));

  return {
    discover,
    async of(uri) {
      const suite = suiteOf(uri);
      await load(suite);
      return suite;
    },
    load,
    dispose() {
      for (const timer of waiting.values()) clearTimeout(timer);
      clearTimeout(looking);
      subscriptions.dispose();
    },
  };
}
