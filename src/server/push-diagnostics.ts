// Diagnostics for clients that do not ask for them: sent when a person pauses typing.
// Deliberately only for open files; a client that wants the whole workspace asks for it.
import { type CancellationToken, CancellationTokenSource, type Connection } from 'vscode-languageserver/node';
import type { Documents } from './documents.ts';
import type { Checker } from './findings.ts';
import type { Guard } from './guard.ts';
import type { ModelFile } from './model-file.ts';

const pauseMs = 150;

export function pushDiagnostics(
  connection: Connection,
  documents: Documents,
  checker: Checker,
  guard: Guard,
): void {
  const pending = new Map<string, () => void>();
  const send = guard('diagnostics', undefined, async (file: ModelFile, token: CancellationToken) => {
    const diagnostics = await checker.diagnosticsOf(file, token);
    if (documents.get(file.uri) !== file) return;
    const { uri, version } = file;
    await connection.sendDiagnostics({ uri, diagnostics, ...(version !== null && { version }) });
  });
  const cancel = (uri: string): void => {
    pending.get(uri)?.();
    pending.delete(uri);
  };
  documents.onChanged((file) => {
    cancel(file.uri);
    const source = new CancellationTokenSource();
    // A cancelled answer rejects; nobody waits for it.
    const timer = setTimeout(() => void send(file, source.token).catch(() => undefined), pauseMs);
    pending.set(file.uri, () => {
      clearTimeout(timer);
      source.cancel();
    });
  });
  documents.onClosed((uri) => {
    cancel(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}
