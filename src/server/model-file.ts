// One text at one version, with its snapshot: what every feature of the server is given.
// Deliberately immutable; documents.ts and workspace-files.ts make them.
import type { Snapshot } from '../core/snapshot.ts';
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

/** Nothing is computed before it is asked for. */
export function modelFile(
  uri: string,
  version: number | null,
  text: string,
  create: (text: string) => Snapshot,
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
