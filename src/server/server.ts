// The language server: which message goes to which feature, for any connection.
// Deliberately without features of its own, and without a process (main.ts has it).
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { abilitiesOf, type ClientAbilities } from './client-abilities.ts';
import { codeActionKinds } from './code-actions.ts';
import { diagnosticSource } from './convert.ts';
import { type Documents, listenToDocuments } from './documents.ts';
import { attachFeatures } from './features.ts';
import { createChecker } from './findings.ts';
import { createGuard, errorText, type Guard, type Log } from './guard.ts';
import { followSettings } from './live-settings.ts';
import { attachOwnRequests } from './own-requests.ts';
import { pullDiagnostics } from './pull-diagnostics.ts';
import { pushDiagnostics } from './push-diagnostics.ts';
import { createSnapshots, type SnapshotFactory, type Snapshots } from './snapshots.ts';
import { workspaceDiagnostics } from './workspace-diagnostics.ts';
import { createWorkspaceModels, type WorkspaceModels } from './workspace-models.ts';

export interface ServerOptions {
  /** Tests give one whose rules crash. */
  readonly createSnapshot?: SnapshotFactory;
  readonly version?: string;
}

/** Serves the connection from now on. The features are attached when the client has said what it can do. */
export function serve(connection: Connection, options: ServerOptions = {}): void {
  const log: Log = (message) => connection.console.error(message);
  const guard = createGuard(log);
  const snapshots = createSnapshots(options.createSnapshot);
  const documents = listenToDocuments(connection, snapshots);
  let refresh: () => void = () => undefined;
  const models = createWorkspaceModels(() => refresh());

  connection.onInitialize((params) => {
    const client = abilitiesOf(params);
    models.setFolders(foldersOf(params));
    attachDiagnostics(connection, { client, guard, documents, models, log, snapshots });
    attachFeatures(connection, client, guard, documents, log);
    attachOwnRequests(connection, guard, documents, snapshots);
    connection.onInitialized(() => {
      if (client.refreshesDiagnostics) {
        refresh = () => void connection.languages.diagnostics.refresh().catch(() => undefined);
      }
      followClient(connection, client, models, log);
      followSettings(connection, client, log, ({ checkWorkspace, cost }) => {
        models.switchOn(checkWorkspace);
        if (snapshots.use(cost)) showAnew(connection, client, documents, models);
      });
    });
    return initializeResult(client, options.version);
  });
  connection.listen();
}

function initializeResult(client: ClientAbilities, version: string | undefined): InitializeResult {
  return {
    serverInfo: { name: 'singlet', ...(version !== undefined && { version }) },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: {
          identifier: diagnosticSource,
          interFileDependencies: false,
          workspaceDiagnostics: true,
        },
      }),
      codeActionProvider: { codeActionKinds },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      codeLensProvider: {},
      documentSymbolProvider: { label: 'Singlet' },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

interface DiagnosticParts {
  readonly client: ClientAbilities;
  readonly guard: Guard;
  readonly documents: Documents;
  readonly models: WorkspaceModels;
  readonly log: Log;
  readonly snapshots: Snapshots;
}

function attachDiagnostics(connection: Connection, parts: DiagnosticParts): void {
  const { client, guard, documents, models, log, snapshots } = parts;
  const checker = createChecker(client, guard, log);
  const { languages } = connection;
  languages.diagnostics.on(pullDiagnostics(guard, documents, checker, snapshots));
  languages.diagnostics.onWorkspace(workspaceDiagnostics(guard, documents, models, checker, snapshots));
  if (!client.pullsDiagnostics) pushDiagnostics(connection, documents, checker, guard);
  // What is closed is the workspace's again.
  documents.onClosed(() => models.changed.ring());
  connection.onDidChangeWatchedFiles(({ changes }) => {
    models.apply(changes);
  });
}

/** After a change of settings: the same texts have other figures and findings. */
function showAnew(
  connection: Connection,
  client: ClientAbilities,
  documents: Documents,
  models: WorkspaceModels,
): void {
  documents.renew();
  if (client.refreshesLenses) {
    void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  }
  if (client.refreshesDiagnostics) {
    void connection.languages.diagnostics.refresh().catch(() => undefined);
  }
  models.changed.ring();
}

/** What may be asked of a client only after its `initialized`. */
function followClient(
  connection: Connection,
  client: ClientAbilities,
  models: WorkspaceModels,
  log: Log,
): void {
  if (client.sendsFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      models.addAndRemoveFolders(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      ),
    );
  }
  if (client.registersWatchers) {
    connection.client
      .register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.ddb.{yaml,yml}' }],
      })
      .then(
        () => models.watched(),
        (error: unknown) => log(`models on disk are not watched: ${errorText(error)}`),
      );
  }
}
