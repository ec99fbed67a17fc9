// The open documents: kept by incremental edits, each with one snapshot for its present text.
// Deliberately knows no file on disk (workspace-files.ts does).
import { type Connection, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ModelFile, modelFile, type SnapshotFactory } from './model-file.ts';
import { pathOf } from './paths.ts';

export interface Documents {
  get(uri: string): ModelFile | undefined;
  all(): readonly ModelFile[];
  /** Whether a file is open, however its address is spelled. */
  hasPath(path: string): boolean;
  /** Called when a document is opened and after each change. */
  onChanged(listener: (file: ModelFile) => void): void;
  onClosed(listener: (uri: string) => void): void;
}

export function listenToDocuments(connection: Connection, create: SnapshotFactory | undefined): Documents {
  const documents = new TextDocuments(TextDocument);
  const files = new Map<string, ModelFile>();
  const get = (uri: string): ModelFile | undefined => {
    const document = documents.get(uri);
    if (!document) return undefined;
    const { version } = document;
    const text = document.getText();
    const known = files.get(uri);
    if (known?.version === version && known.text === text) return known;
    const file = modelFile(uri, version, text, create);
    files.set(uri, file);
    return file;
  };
  const all = (): ModelFile[] => documents.keys().flatMap((uri) => get(uri) ?? []);
  documents.onDidClose(({ document }) => files.delete(document.uri));
  documents.listen(connection);
  return {
    get,
    all,
    hasPath: (path) => documents.keys().some((uri) => pathOf(uri) === path),
    onChanged: (listener) =>
      void documents.onDidChangeContent(({ document }) => {
        const file = get(document.uri);
        if (file) listener(file);
      }),
    onClosed: (listener) => void documents.onDidClose(({ document }) => listener(document.uri)),
  };
}
