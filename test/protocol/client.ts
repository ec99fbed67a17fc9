// A language client of verbs for the built server, over standard input and output, as any editor may start it.
// Deliberately adds nothing to the protocol: what a test does not send is not sent.
import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Definition,
  type DefinitionLink,
  DefinitionRequest,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type DocumentHighlight,
  DocumentHighlightRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExitNotification,
  type FileChangeType,
  type Hover,
  HoverRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type Location,
  LogMessageNotification,
  type Position,
  type PreviousResultId,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  ReferencesRequest,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import type { Question } from '../../src/core/preview/view/questions.ts';
import {
  type GenerateReply,
  generateRequest,
  type PreviewReply,
  previewRequest,
} from '../../src/protocol/requests.ts';

/** What VS Code says of itself, as far as the server cares. */
export const fullCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    publishDiagnostics: {},
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly string[];
  /** The answer to the server's question for its settings. */
  readonly settings?: unknown;
  /** Another server than the one that ships. */
  readonly entry?: string;
  /** Beside or instead of what a full client sends first. */
  readonly initialize?: Partial<InitializeParams>;
}

export interface TestServer {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** What the server logged. */
  readonly log: readonly string[];
  readonly pushed: readonly PublishDiagnosticsParams[];
  /** What the server asked to be told of. */
  readonly registered: readonly string[];
  /** How often the server asked to be asked again. */
  readonly refreshes: { readonly diagnostics: number; readonly lenses: number };
  open(text: string, uri?: string): Promise<Doc>;
  workspaceDiagnostics(previous?: readonly PreviousResultId[]): Promise<WorkspaceDiagnosticReport>;
  /** What a client does whose user changes the settings. */
  changeSettings(settings: unknown): Promise<void>;
  fileEvent(file: string, type: FileChangeType): Promise<void>;
  /** Ends it as the protocol wants, and gives its exit code. */
  stop(): Promise<number | null>;
  /** Only `exit`, without `shutdown` before it. */
  exitAtOnce(): Promise<number | null>;
}

export interface Doc {
  readonly uri: string;
  /** Replaces a range, or the whole text where none is given. */
  change(newText: string, range?: Range): Promise<void>;
  report(previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(): Promise<readonly Diagnostic[]>;
  codeActions(range: Range, only?: string[]): Promise<readonly CodeAction[]>;
  symbols(): Promise<readonly DocumentSymbol[]>;
  lenses(): Promise<readonly CodeLens[]>;
  hover(at: Position): Promise<Hover | null>;
  definition(at: Position): Promise<Definition | DefinitionLink[] | null>;
  references(at: Position, includeDeclaration: boolean): Promise<readonly Location[]>;
  highlights(at: Position): Promise<readonly DocumentHighlight[]>;
  preview(...questions: readonly Question[]): Promise<PreviewReply>;
  generate(target: string): Promise<GenerateReply>;
  close(): Promise<void>;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test left behind; call it after each test. */
export function killServers(): void {
  for (const child of running) child.kill('SIGKILL');
}

export async function startServer(options: StartOptions = {}): Promise<TestServer> {
  const { capabilities = fullCapabilities, folders = [], initialize = {} } = options;
  let settings: unknown = options.settings ?? null;
  const child = spawn(process.execPath, [options.entry ?? 'dist/server.cjs', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.add(child);
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const log: string[] = [];
  const pushed: PublishDiagnosticsParams[] = [];
  const registered: string[] = [];
  connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => void pushed.push(params));
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings));
  const refreshes = { diagnostics: 0, lenses: 0 };
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshes.diagnostics += 1;
  });
  connection.onRequest(CodeLensRefreshRequest.type, () => {
    refreshes.lenses += 1;
  });
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    registered.push(...registrations.map(({ method }) => method));
  });
  connection.onError(() => undefined);
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder })),
    ...initialize,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const exitAtOnce = async (): Promise<number | null> => {
    await connection.sendNotification(ExitNotification.type);
    return exited;
  };
  return {
    connection,
    process: child,
    initialized,
    log,
    pushed,
    registered,
    refreshes,
    open: (text, uri = 'file:///nowhere/model.ddb.yaml') => openDoc(connection, uri, text),
    workspaceDiagnostics: (previousResultIds = []) =>
      connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [...previousResultIds] }),
    async changeSettings(next) {
      settings = next;
      await connection.sendNotification(DidChangeConfigurationNotification.type, {
        settings: { singlet: next },
      });
    },
    fileEvent: (file, type) =>
      connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: pathToFileURL(file).href, type }],
      }),
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      return exitAtOnce();
    },
    exitAtOnce,
  };
}

async function openDoc(connection: ProtocolConnection, uri: string, text: string): Promise<Doc> {
  let version = 1;
  const textDocument = { uri };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'singlet', version, text },
  });
  const report = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument,
      ...(previousResultId !== undefined && { previousResultId }),
    });
  return {
    uri,
    report,
    async change(newText, range) {
      version += 1;
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [range ? { range, text: newText } : { text: newText }],
      });
    },
    async diagnostics() {
      const full = await report();
      if (full.kind !== 'full') throw new Error('nothing was known before, yet it is said to be unchanged');
      return full.items;
    },
    async codeActions(range, only) {
      const context = { diagnostics: [], ...(only && { only }) };
      const actions = await connection.sendRequest(CodeActionRequest.type, { textDocument, range, context });
      return (actions ?? []).filter((action): action is CodeAction => 'kind' in action);
    },
    async symbols() {
      const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
      return (symbols ?? []) as DocumentSymbol[];
    },
    async lenses() {
      return (await connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
    },
    hover: (position) => connection.sendRequest(HoverRequest.type, { textDocument, position }),
    definition: (position) => connection.sendRequest(DefinitionRequest.type, { textDocument, position }),
    async references(position, includeDeclaration) {
      const context = { includeDeclaration };
      return (
        (await connection.sendRequest(ReferencesRequest.type, { textDocument, position, context })) ?? []
      );
    },
    async highlights(position) {
      return (await connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position })) ?? [];
    },
    preview: (...questions) => connection.sendRequest<PreviewReply>(previewRequest, { uri, questions }),
    generate: (target) => connection.sendRequest<GenerateReply>(generateRequest, { uri, target }),
    close: () => connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument }),
  };
}

/** Asks again until the answer is true. Throws after ten seconds. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The range of the first occurrence of a word in a text. */
export function rangeOf(text: string, word: string): Range {
  const offset = text.indexOf(word);
  if (offset < 0) throw new Error(`${word} is not in the text`);
  const before = text.slice(0, offset).split('\n');
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { start, end: { line: start.line, character: start.character + word.length } };
}
