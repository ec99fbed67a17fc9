// The models on disk below the workspace's folders: where they are and what stands in them.
// Deliberately skips what nobody wants checked: packages, hidden folders, links, huge files, what cannot be read.
import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import { isModelName } from './paths.ts';
import { textIdOf } from './snapshots.ts';

/** A model of this size is no model that a person wrote; checking it would take seconds. */
export const maxFileBytes = 1024 * 1024;
/** A workspace that is somebody's whole disk must not keep the server busy for ever. */
const maxFolders = 20_000;
const maxModels = 2_000;

/** The paths of all models below a folder. Never rejects. */
export async function findModels(folder: string): Promise<string[]> {
  const models: string[] = [];
  const waiting = [folder];
  for (let visited = 0; visited < maxFolders && models.length < maxModels; visited++) {
    const next = waiting.shift();
    if (next === undefined) break;
    for (const entry of await entriesOf(next)) {
      const full = path.join(next, entry.name);
      if (entry.isFile() && isModelName(entry.name)) models.push(full);
      else if (entry.isDirectory() && !isSkipped(entry.name)) waiting.push(full);
    }
  }
  return models.slice(0, maxModels);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await fs.readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Whether the search would come to this path: below the folder and not below a skipped one. */
export function isSearched(folder: string, file: string): boolean {
  const parts = path.relative(folder, file).split(path.sep);
  return isModelName(file) && !path.isAbsolute(parts.join(path.sep)) && !parts.some(isSkipped);
}

const isSkipped = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** The text of a model, as an editor shows it; undefined where it is gone, huge or not to be read. */
export async function readModel(file: string): Promise<string | undefined> {
  try {
    const { size } = await fs.stat(file);
    if (size > maxFileBytes) return undefined;
    return (await fs.readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

interface Stamp {
  readonly modified: number;
  readonly size: number;
  readonly textId: string;
}

/** Remembers which text a file had, so that a file that nobody touched is not read again. */
export interface StampedFiles {
  /** Undefined where there is nothing to check. */
  textId(file: string): Promise<string | undefined>;
}

export function createStampedFiles(): StampedFiles {
  const stamps = new Map<string, Stamp>();
  return {
    async textId(file) {
      const stat = await fs.stat(file).catch(() => undefined);
      if (!stat?.isFile() || stat.size > maxFileBytes) {
        stamps.delete(file);
        return undefined;
      }
      const known = stamps.get(file);
      if (known?.modified === stat.mtimeMs && known.size === stat.size) return known.textId;
      const text = await readModel(file);
      if (text === undefined) return undefined;
      const textId = textIdOf(text);
      stamps.set(file, { modified: stat.mtimeMs, size: stat.size, textId });
      return textId;
    },
  };
}
