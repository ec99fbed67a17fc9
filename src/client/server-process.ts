// The language server from the client's side: started when first needed, restarted a few times, ended with VS Code.
// Deliberately sends no request of its own (commands and the preview do).
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import type { InitializationOptions } from '../protocol/requests.ts';
import { createRestartBudget } from './restarts.ts';
import { rulePage } from './rule-page.ts';

export type ServerState = 'not started' | 'starting' | 'running' | 'stopped';

export interface Server extends vscode.Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** Starts the server if need be; undefined where it does not start, of which the person has been told. */
  started(): Promise<LanguageClient | undefined>;
  /** A new server, whatever became of the old one. */
  restart(): Promise<void>;
}

/** Not `git`: the old side of a comparison is nobody's problem any more. `vscode-vfs` is a virtual workspace. */
export const schemes: readonly string[] = ['file', 'untitled', 'vscode-vfs'];

export function createServer(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): Server {
  const changed = new vscode.EventEmitter<ServerState>();
  const budget = createRestartBudget();
  let client: LanguageClient | undefined;
  let starting: Promise<LanguageClient | undefined> | undefined;
  let state: ServerState = 'not started';
  const setState = (next: ServerState): void => {
    state = next;
    changed.fire(next);
  };

  function createClient(): LanguageClient {
    const initializationOptions: InitializationOptions = {
      rulePage,
      previewCommand: 'singlet.openPreview',
      verifyCommand: 'singlet.verify',
    };
    const module = context.asAbsolutePath('dist/server.cjs');
    const created = new LanguageClient(
      'singlet',
      'Singlet',
      {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=0'] } },
      },
      {
        documentSelector: schemes.map((scheme) => ({ scheme, language: 'singlet' })),
        initializationOptions,
        outputChannel: output,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationFailedHandler: () => false,
        errorHandler: {
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: () => {
            if (budget.died(Date.now())) return { action: CloseAction.Restart, handled: true };
            tellThatItStopped('Singlet’s language server stopped several times and was not started again.');
            return { action: CloseAction.DoNotRestart, handled: true };
          },
        },
      },
    );
    created.onDidChangeState(({ newState }) => {
      if (client === created) setState(stateOf(newState));
    });
    return created;
  }

  function tellThatItStopped(message: string): void {
    const restartButton = 'Restart Server';
    const outputButton = 'Show Output';
    void vscode.window.showErrorMessage(message, restartButton, outputButton).then((chosen) => {
      if (chosen === restartButton) void restart();
      if (chosen === outputButton) output.show();
    });
  }

  async function start(): Promise<LanguageClient | undefined> {
    const created = createClient();
    client = created;
    try {
      await created.start();
      return created;
    } catch (error) {
      output.error(`The language server did not start: ${String(error)}`);
      setState('stopped');
      tellThatItStopped('Singlet’s language server did not start.');
      return undefined;
    }
  }

  async function stop(): Promise<void> {
    const stopping = client;
    client = undefined;
    starting = undefined;
    // A server that is dead or does not answer must not keep a new one from starting.
    await stopping?.dispose(2000).catch((error: unknown) => output.warn(String(error)));
  }

  async function restart(): Promise<void> {
    budget.reset();
    await stop();
    starting = start();
    await starting;
  }

  return {
    get state() {
      return state;
    },
    onDidChangeState: changed.event,
    async started() {
      if (state === 'stopped') await restart();
      starting ??= start();
      return starting;
    },
    restart,
    dispose() {
      changed.dispose();
      return stop();
    },
  };
}

function stateOf(state: State): ServerState {
  switch (state) {
    case State.Running:
      return 'running';
    case State.Stopped:
    case State.StartFailed:
      return 'stopped';
    default:
      return 'starting';
  }
}
