// Which models the workspace has: found once, then kept by what the client's file watcher tells.
// Deliberately reads no model (workspace-diagnostics.ts does, when it is asked).
import { FileChangeType, type FileEvent } from 'vscode-languageserver/node';
import { pathOf } from './paths.ts';
import { createWakeUp, type WakeUp } from './wake-up.ts';
import { findModels, isSearched } from './workspace-files.ts';

export interface WorkspaceModels {
  /** The paths of the models below the workspace's folders, sorted; none while switched off. */
  paths(): Promise<readonly string[]>;
  /** Rings when a model may have come, gone or changed. */
  readonly changed: WakeUp;
  setFolders(uris: readonly string[]): void;
  addAndRemoveFolders(added: readonly string[], removed: readonly string[]): void;
  /** From now on `apply` is told of every change; until then each call of `paths` searches anew. */
  watched(): void;
  apply(events: readonly FileEvent[]): void;
  /** To be called at least once: `paths` waits for it, so that nothing is shown that must be taken back. */
  switchOn(on: boolean): void;
}

/** `unheard` is called when there is news while no request waits for it. */
export function createWorkspaceModels(unheard: () => void): WorkspaceModels {
  const changed = createWakeUp(unheard);
  let folders: readonly string[] = [];
  let isWatched = false;
  let isOn: boolean | undefined;
  let decide: () => void;
  const decided = new Promise<void>((resolve) => {
    decide = resolve;
  });
  let found: Promise<Set<string>> | undefined;

  async function search(): Promise<Set<string>> {
    const all = await Promise.all(folders.map((folder) => findModels(folder)));
    return new Set(all.flat().sort());
  }

  const setFolders = (uris: readonly string[]): void => {
    folders = [...new Set(uris.flatMap((uri) => pathOf(uri) ?? []))];
    found = undefined;
    changed.ring();
  };

  return {
    changed,
    setFolders,
    async paths() {
      await decided;
      if (!isOn) return [];
      if (!isWatched) return [...(await search())];
      found ??= search();
      return [...(await found)];
    },
    addAndRemoveFolders(added, removed) {
      const gone = new Set(removed.map(pathOf));
      folders = folders.filter((folder) => !gone.has(folder));
      folders = [...new Set([...folders, ...added.flatMap((uri) => pathOf(uri) ?? [])])];
      found = undefined;
      changed.ring();
    },
    watched() {
      isWatched = true;
    },
    apply(events) {
      const pending = found;
      for (const { uri, type } of events) {
        const path = pathOf(uri);
        if (path === undefined || !folders.some((folder) => isSearched(folder, path))) continue;
        // What the search finds may be older than the event, so the event is applied after it.
        if (type === FileChangeType.Created) void pending?.then((paths) => paths.add(path));
        if (type === FileChangeType.Deleted) void pending?.then((paths) => paths.delete(path));
      }
      if (pending) void pending.then(() => changed.ring());
      else changed.ring();
    },
    switchOn(on) {
      if (on === isOn) return;
      isOn = on;
      decide();
      changed.ring();
    },
  };
}
