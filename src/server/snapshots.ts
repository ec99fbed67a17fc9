// How texts become snapshots under the settings of the moment, and what tells two results apart.
// Deliberately keeps no snapshot; documents.ts has those of open files.
import { createHash } from 'node:crypto';
import type { CostOptions } from '../core/analysis/cost/options.ts';
import { createSnapshot, type Snapshot } from '../core/snapshot.ts';

export type SnapshotFactory = (text: string, options: CostOptions) => Snapshot;

export interface Snapshots {
  create(text: string): Snapshot;
  /** Across versions, restarts and files: the same text under the same settings has the same findings. */
  resultIdOf(textId: string): string;
  /** False where these are the options already. */
  use(options: CostOptions): boolean;
}

const hash = (text: string): string => createHash('sha1').update(text).digest('base64url');

/** Tells texts apart. */
export const textIdOf = hash;

/** @param make tests give one whose rules crash */
export function createSnapshots(make: SnapshotFactory = createSnapshot): Snapshots {
  let options: CostOptions = {};
  let key = '';
  return {
    create: (text) => make(text, options),
    resultIdOf: (textId) => `${textId}${key}`,
    use(next) {
      const written = JSON.stringify(next);
      const nextKey = written === '{}' ? '' : `-${hash(written)}`;
      if (nextKey === key) return false;
      options = next;
      key = nextKey;
      return true;
    },
  };
}
