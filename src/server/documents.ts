// The open documents: kept by incremental edits, each with one snapshot for its present text.
// Deliberately knows no file on disk (workspace-files.ts does).
import { type Connection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ModelFile, modelFile } from './model-file.ts';
import { pathOf } from './paths.ts';
import type { Snapshots } from './snapshots.ts';

export interface Documents {
  get(uri: string): ModelFile | undefined;
  all(): readonly ModelFile[];
  /** Whether a file is open, however its address is spelled. */
  hasPath(path: string): boolean;
  /** Called when a document is opened and after each change. */
  onChanged(listener: (file: ModelFile) => void): void;
  onClosed(listener: (uri: string) => void): void;
  /** To be called when the same texts give other snapshots: each is made anew, and told as a change. */
  renew(): void;
}

export function listenToDocuments(connection: Connection, snapshots: Snapshots): Documents {
  const documents = new TextDocuments(TextDocument);
  const files = new Map<string, ModelFile>();
  const get = (uri: string): ModelFile | undefined => {
    const document = documents.get(uri);
    if (!document) return undefined;
    const { version } = document;
    const text = document.getText();
    const known = files.get(uri);
    if (known?.version === version && known.text === text) return known;
    const file = modelFile(uri, version, text, snapshots.create);
    files.set(uri, file);
    return file;
  };
  const listeners: ((file: ModelFile) => void)[] = [];
  const tell = (uri: string): void => {
    const file = get(uri);
    if (file) for (const listener of listeners) listener(file);
  };
  const all = (): ModelFile[] => documents.keys().flatMap((uri) => get(uri) ?? []);
  documents.onDidClose(({ document }) => files.delete(document.uri));
  documents.onDidChangeContent(({ document }) => tell(document.uri));
  documents.listen(connection);
  return {
    get,
    all,
    hasPath: (path) => documents.keys().some((uri) => pathOf(uri) === path),
    onChanged: (listener) => void listeners.push(listener),
    onClosed: (listener) => void documents.onDidClose(({ document }) => listener(document.uri)),
    renew() {
      files.clear();
      for (const uri of documents.keys()) tell(uri);
    },
  };
}
