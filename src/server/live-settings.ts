// The settings as they are now: asked for at the start and whenever the client says that they have changed.
// Deliberately works without an answer: a client that has no settings gets the defaults.
import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import { type Settings, settingsFrom, settingsSection } from '../protocol/settings.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { errorText, type Log } from './guard.ts';

/** Calls the listener with the settings, now and after each change. Call it once the client is initialized. */
export function followSettings(
  connection: Connection,
  client: ClientAbilities,
  log: Log,
  listener: (settings: Settings) => void,
): void {
  const ask = async (): Promise<void> => {
    try {
      listener(settingsFrom(await connection.workspace.getConfiguration(settingsSection)));
    } catch (error) {
      log(`the settings could not be read: ${errorText(error)}`);
      listener(settingsFrom(undefined));
    }
  };
  connection.onDidChangeConfiguration((params) => {
    if (client.answersSettings) void ask();
    else listener(settingsFrom(sectionOf(params?.settings)));
  });
  if (client.answersSettings) void ask();
  else listener(settingsFrom(undefined));
  if (client.registersSettings) {
    void connection.client
      .register(DidChangeConfigurationNotification.type, { section: settingsSection })
      .catch((error: unknown) => log(`settings are not followed: ${errorText(error)}`));
  }
}

function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  return (settings as Record<string, unknown>)[settingsSection];
}
