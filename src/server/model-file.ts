// One text at one version, with its snapshot: what every feature of the server is given.
// Deliberately immutable; documents.ts and workspace-files.ts make them.
import { createHash } from 'node:crypto';
import { createSnapshot, type Snapshot } from '../core/snapshot.ts';
import { lazy } from '../core/text/lazy.ts';
import { type LineIndex, lineIndex } from '../core/text/line-index.ts';

export interface ModelFile {
  readonly uri: string;
  /** The editor's version; null for a file that is not open. */
  readonly version: number | null;
  readonly text: string;
  readonly lines: LineIndex;
  readonly snapshot: Snapshot;
}

export type SnapshotFactory = (text: string) => Snapshot;

/** Nothing is computed before it is asked for. */
export function modelFile(
  uri: string,
  version: number | null,
  text: string,
  create: SnapshotFactory = createSnapshot,
): ModelFile {
  const lines = lazy(() => lineIndex(text));
  const snapshot = lazy(() => create(text));
  return {
    uri,
    version,
    text,
    get lines() {
      return lines();
    },
    get snapshot() {
      return snapshot();
    },
  };
}

/** Tells texts apart across versions, restarts and files: the same text has the same findings. */
export const resultIdOf = (text: string): string => createHash('sha1').update(text).digest('base64url');
