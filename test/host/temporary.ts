// Temporary folders that are gone when the process ends, also when it is interrupted.
// Deliberately not for what a person may want to keep.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const folders = new Set<string>();

/** A fresh folder of the system's temporary folder, removed when this process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `singlet-${name}-`));
  if (folders.size === 0) process.once('exit', () => folders.forEach(removeFolder));
  folders.add(folder);
  return folder;
}

/** Removes a folder with all in it. A server that is just ending may still write there, so it tries again. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
