// The settings under `singlet.verify`: on which engine, and with which samples.
// Deliberately read anew for every run; VS Code leaves out what an untrusted workspace says of the endpoint.
import * as vscode from 'vscode';

export interface VerifySettings {
  /** An address in place of the embedded engine. */
  readonly endpoint: string | undefined;
  readonly hostile: boolean;
}

export function verifySettings(uri: vscode.Uri | undefined): VerifySettings {
  const section = vscode.workspace.getConfiguration('singlet.verify', uri);
  const endpoint = section.get<unknown>('endpoint');
  return {
    endpoint: typeof endpoint === 'string' && endpoint.trim() !== '' ? endpoint.trim() : undefined,
    hostile: section.get<unknown>('samples') === 'hostile',
  };
}
